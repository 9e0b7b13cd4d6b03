package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.payments.ReceiptDesk.Checked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a code answers. */
@Repository
public class ReceiptRows {

    private final JdbcClient jdbc;

    ReceiptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Checked check(String code, String visitor) {
        return jdbc.sql("select * from payments.check_receipt(?, ?)")
                .params(code, visitor)
                .query(ReceiptRows::checked)
                .single();
    }

    private static Checked checked(ResultSet row, int n) throws SQLException {
        return switch (row.getString("outcome")) {
            case "too_many" -> new Checked.TooMany();
            case "unknown" -> new Checked.Unknown();
            default ->
                new Checked.Real(
                        Optional.ofNullable(row.getString("programme")),
                        row.getString("name"),
                        Stream.of((java.sql.Date[]) row.getArray("months").getArray())
                                .map(it -> YearMonth.from(it.toLocalDate()))
                                .toList(),
                        row.getLong("amount"),
                        row.getString("state"),
                        Optional.ofNullable(row.getObject("day", LocalDate.class)));
        };
    }
}
