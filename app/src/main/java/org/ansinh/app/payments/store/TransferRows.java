package org.ansinh.app.payments.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.SuspensionDesk.About;
import org.ansinh.app.payments.SuspensionDesk.Act;
import org.ansinh.app.payments.TransferDesk.NewTransfer;
import org.ansinh.app.payments.TransferDesk.State;
import org.ansinh.app.payments.TransferDesk.Steps;
import org.ansinh.app.payments.TransferDesk.Transfer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transfers as the database keeps them; what may be written is decided by the functions of the schema. */
@Repository
public class TransferRows {

    private final JdbcClient jdbc;

    TransferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long draft(NewTransfer it) {
        return jdbc.sql("select payments.draft_transfer(?, ?::\"char\", ?, ?, ?, ?, ?, ?)")
                .params(
                        it.about().programme(),
                        it.about().household() ? "h" : "p",
                        it.about().subjectId(),
                        it.about().communeCode(),
                        it.toCommune(),
                        it.lastMonth().atDay(1),
                        it.ground(),
                        it.cause())
                .query(Long.class)
                .single();
    }

    /** @param act sign, return or receive */
    public void move(long id, String act, String because) {
        jdbc.sql("select payments.move_transfer(?, ?, nullif(?, ''))")
                .params(id, act, because)
                .query(row -> {});
    }

    public List<Transfer> all() {
        return jdbc.sql("select * from payments.transfers(null)")
                .query(TransferRows::transfer)
                .list();
    }

    public Optional<Transfer> find(long id) {
        return jdbc.sql("select * from payments.transfers(?)")
                .param(id)
                .query(TransferRows::transfer)
                .optional();
    }

    /** Whom a paper is about, in whichever of the two communes they live. */
    public record Who(
            int personId,
            String name,
            Optional<LocalDate> born,
            String bornPrecision,
            String personalNumber,
            String village,
            String commune) {}

    public Optional<Who> who(long id) {
        return jdbc.sql("select * from payments.transfer_about(?)")
                .param(id)
                .query((row, n) -> new Who(
                        row.getInt("person_id"),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("born", LocalDate.class)),
                        row.getString("born_precision"),
                        row.getString("personal_number"),
                        row.getString("village"),
                        row.getString("commune_code")))
                .optional();
    }

    /** Alike things that wait; the programme is that of the oldest. */
    public record Waits(String what, long number, LocalDate since, String programme) {}

    public List<Waits> waiting() {
        return jdbc.sql("select * from payments.transfer_work()")
                .query((row, n) -> new Waits(
                        row.getString("what"),
                        row.getLong("number"),
                        row.getObject("since", LocalDate.class),
                        row.getString("programme")))
                .list();
    }

    private static Transfer transfer(ResultSet row, int n) throws SQLException {
        return new Transfer(
                row.getLong("transfer_id"),
                new About(
                        row.getString("programme"),
                        row.getString("subject_kind").equals("h"),
                        row.getInt("subject_id"),
                        row.getString("from_commune")),
                row.getString("name"),
                row.getString("to_commune"),
                YearMonth.from(row.getObject("last_month", LocalDate.class)),
                row.getString("handling"),
                row.getString("cause"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Steps(
                        act(row, "drafted", "").orElseThrow(),
                        act(row, "signed", "signed_words"),
                        act(row, "receipt_drafted", "receipt_cause"),
                        act(row, "received", "received_words"),
                        act(row, "returned", "returned_because")),
                row.getBoolean("leaves"),
                row.getBoolean("arrives"),
                Optional.empty());
    }

    private static Optional<Act> act(ResultSet row, String what, String words) throws SQLException {
        var by = Optional.ofNullable(row.getString(what + "_by")).orElse("");
        var said =
                words.isEmpty() ? "" : Optional.ofNullable(row.getString(words)).orElse("");
        return Optional.ofNullable(row.getTimestamp(what + "_at")).map(at -> new Act(by, at.toInstant(), said));
    }
}
