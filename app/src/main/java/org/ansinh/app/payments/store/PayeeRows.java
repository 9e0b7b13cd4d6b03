package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.TakenOver;
import org.ansinh.app.payments.PaymentDesk.PayeeLine;
import org.ansinh.timeline.DateRange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is paid for whom, as an earlier register states it: copied in and taken over as one set. */
@Repository
public class PayeeRows {

    private static final int AT_ONCE = 1000;
    private static final Set<String> NEW = Set.of("taken", "completed", "follows");

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    PayeeRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What became of a line, as the schema says it. */
    private record Became(int line, String outcome, String before) {}

    /** Needs a transaction in this thread. */
    public TakenOver takeOver(Optional<OfficerId> broughtBy, List<PayeeLine> payees) {
        tell(payees);
        return outcome(jdbc.sql("select * from payments.take_over(cast(:broughtBy as name))")
                .param("broughtBy", broughtBy.map(OfficerId::toString).orElse(null))
                .query(PayeeRows::became)
                .list());
    }

    public TakenOver judge(List<PayeeLine> payees) {
        tell(payees);
        return outcome(jdbc.sql("select * from payments.judge_arrivals() order by line")
                .query(PayeeRows::became)
                .list());
    }

    private static Became became(ResultSet row, int n) throws SQLException {
        return new Became(
                row.getInt("line"),
                row.getString("outcome"),
                Optional.ofNullable(row.getString("before")).orElse(""));
    }

    private static TakenOver outcome(List<Became> became) {
        return new TakenOver(
                became.stream().filter(it -> NEW.contains(it.outcome())).count(),
                lines(became, "known"),
                lines(became, "otherwise"),
                lines(became, "elsewhere"),
                became.stream()
                        .filter(it -> it.outcome().equals("follows"))
                        .collect(Collectors.toMap(Became::line, Became::before)));
    }

    private static List<Integer> lines(List<Became> became, String outcome) {
        return became.stream()
                .filter(it -> it.outcome().equals(outcome))
                .map(Became::line)
                .toList();
    }

    private void tell(List<PayeeLine> payees) {
        jdbc.sql("select payments.open_arrivals()").query(row -> {});
        var line = new int[1];
        batches.batchUpdate(
                "insert into pg_temp.arrived_payee values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                payees,
                AT_ONCE,
                (statement, it) -> {
                    statement.setInt(1, ++line[0]);
                    statement.setString(2, it.programme());
                    statement.setString(3, it.household() ? "h" : "p");
                    statement.setInt(4, it.subjectId());
                    statement.setInt(5, it.payeeId());
                    statement.setString(6, it.channel());
                    statement.setString(7, it.bank().orElse(null));
                    statement.setString(8, it.account().orElse(null));
                    statement.setString(9, it.holder().orElse(null));
                    statement.setObject(
                            10,
                            it.days().from().equals(DateRange.FIRST_DAY)
                                    ? null
                                    : it.days().from());
                    statement.setObject(
                            11, it.days().isOpenEnded() ? null : it.days().to().plusDays(1));
                    statement.setString(12, it.source());
                });
    }
}
