package org.ansinh.app.payments.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.KeptDesk.Cause;
import org.ansinh.app.payments.KeptDesk.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parts of approved lists that are held since something was recorded of whose they are, and lines that are not sent. */
@Repository
public class HeldPartRows {

    private final JdbcClient jdbc;

    HeldPartRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody's part of a list.
     *
     * @param home the commune they live in, or lived in last
     * @param diedOn of a person themselves
     * @param payeeDied whether whoever was to receive for them is dead
     */
    public record Part(
            long payrollId,
            YearMonth month,
            String listed,
            boolean household,
            int subjectId,
            String home,
            Optional<LocalDate> diedOn,
            boolean payeeDied) {}

    /** Every part that is held, as the worker. */
    public List<Part> parts() {
        return jdbc.sql("""
                        select h.payroll_id, h.subject_kind = 'h' as household, h.subject_id, l.month, h.commune_code, coalesce(p.commune_code, u.commune_code, h.commune_code) as home, p.died_on,
                               exists (select from payments.line x join registry.face_person y on y.person_id = x.payee_id and y.died_on is not null
                                   where x.payroll_id = h.payroll_id and x.subject_kind = h.subject_kind and x.subject_id = h.subject_id and y.person_id is distinct from p.person_id) as payee_died
                          from payments.held_part h join payments.payroll l using (payroll_id)
                          left join registry.face_person p on h.subject_kind = 'p' and p.person_id = h.subject_id
                          left join registry.face_household u on h.subject_kind = 'h' and u.household_id = h.subject_id
                         order by home, l.month, h.payroll_id, h.subject_kind, h.subject_id""")
                .query((row, n) -> new Part(
                        row.getLong("payroll_id"),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("commune_code"),
                        row.getBoolean("household"),
                        row.getInt("subject_id"),
                        row.getString("home"),
                        Optional.ofNullable(row.getObject("died_on", LocalDate.class)),
                        row.getBoolean("payee_died")))
                .list();
    }

    /** Which of these lists, or (none named) of the lists of a dispatch, hold a part back: as whoever acts. */
    public boolean isAnyHeld(Collection<Long> lists, long dispatchId) {
        return jdbc.sql("""
                        select exists (select from payments.held_part h where h.payroll_id = any (:lists)
                            or h.payroll_id in (select i.payroll_id from payments.instruction i where i.dispatch_id = :dispatch))""")
                .param("lists", lists.toArray(Long[]::new))
                .param("dispatch", dispatchId)
                .query(Boolean.class)
                .single();
    }

    /** How many lines are not sent. */
    public int settle(Part it, String document) {
        return jdbc.sql("select payments.settle_part(?, cast(? as \"char\"), ?, ?)")
                .params(it.payrollId(), it.household() ? "h" : "p", it.subjectId(), document)
                .query(Integer.class)
                .single();
    }

    public List<Kept> ofList(long payrollId) {
        return kept("array[cast(:id as bigint)]", payrollId);
    }

    public List<Kept> ofDispatch(long dispatchId) {
        return kept(
                "array(select distinct i.payroll_id from payments.instruction i where i.dispatch_id = :id)",
                dispatchId);
    }

    private List<Kept> kept(String lists, long id) {
        return jdbc.sql("select * from payments.kept(" + lists + ")")
                .param("id", id)
                .query((row, n) -> new Kept(
                        row.getLong("payroll_id"),
                        row.getString("subject_kind").equals("h"),
                        row.getInt("subject_id"),
                        Optional.ofNullable(row.getString("name")).orElse(""),
                        YearMonth.from(row.getObject("for_month", LocalDate.class)),
                        row.getLong("amount"),
                        Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                        row.getString("document")))
                .list();
    }
}
