package org.ansinh.app.payments.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.WarningDesk.Kind;
import org.ansinh.app.payments.WarningDesk.Warning;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Warnings are found anew each time they are asked for; what was said about them is kept. */
@Repository
public class WarningRows {

    private final JdbcClient jdbc;

    WarningRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Warning> warnings(long payrollId) {
        return jdbc.sql(
                        "select w.*, o.full_name from payments.warnings(?) w left join access.face_officer o on o.role_name = w.answered_by")
                .param(payrollId)
                .query((row, n) -> new Warning(
                        Kind.valueOf(row.getString("warning").toUpperCase(Locale.ROOT)),
                        row.getBoolean("grave"),
                        row.getString("subject_kind").equals("h"),
                        row.getInt("subject_id"),
                        row.getString("name"),
                        List.of(row.getString("about").split("\\|", -1)),
                        row.getBoolean("own"),
                        Optional.ofNullable(row.getString("words")),
                        Optional.ofNullable(row.getString("full_name"))))
                .list();
    }

    public void answer(long payrollId, String warning, boolean household, int subjectId, String words) {
        jdbc.sql("select payments.answer_warning(?, ?, ?::\"char\", ?, ?)")
                .params(payrollId, warning, household ? "h" : "p", subjectId, words)
                .query(row -> {});
    }
}
