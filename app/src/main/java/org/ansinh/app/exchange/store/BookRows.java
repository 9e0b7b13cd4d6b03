package org.ansinh.app.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions, payees and what may not leave, as whoever acts may see them. Needs a transaction. */
@Repository
public class BookRows {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    public BookRows(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.rows = new JdbcTemplate(source);
        this.rows.setFetchSize(AT_ONCE);
    }

    /** For which purposes whoever acts sees people; none for the house itself, which has them all. */
    public Optional<Set<String>> purposes() {
        return jdbc.sql(
                        "select current_setting('role') in ('ansinh_worker', 'ansinh_determiner'), access.my_purposes()")
                .query((row, n) -> row.getBoolean(1) ? Optional.<Set<String>>empty() : Optional.of(words(row)))
                .single();
    }

    private static Set<String> words(ResultSet row) throws SQLException {
        var words = row.getArray(2);
        return words == null ? Set.of() : Set.of((String[]) words.getArray());
    }

    /**
     * Whose decision on which programme would give a hidden fact away: it rests on a hidden provision, or the fact itself is recorded.
     *
     * @param provisions {@code programme/provision}
     * @param programmes that have such provisions
     */
    public Set<String> telling(Collection<String> provisions, Collection<String> facts, Collection<String> programmes) {
        var found = new HashSet<String>();
        jdbc.sql("""
                select subject_kind::text, subject_id, programme from (
                    select d.subject_kind, d.subject_id, d.programme, unnest(string_to_array(d.provisions, ',')) as provision from casework.face_decision d
                    union all
                    select o.subject_kind, o.subject_id, o.programme, unnest(string_to_array(o.provisions, ',')) from determination.face_outcome o
                    where o.programme = any (:programmes)) p
                where p.programme || '/' || btrim(p.provision) = any (:provisions)
                union
                select f.subject_kind::text, f.subject_id, g.programme from registry.face_fact_now f cross join unnest(:programmes) g(programme)
                where f.fact = any (:facts) and coalesce(f.whole, 1) <> 0""")
                .param("provisions", provisions.toArray(String[]::new))
                .param("facts", facts.toArray(String[]::new))
                .param("programmes", programmes.toArray(String[]::new))
                .query(row -> {
                    found.add(RegisterRows.paidKey(row.getString(1).charAt(0), row.getInt(2), row.getString(3)));
                });
        return found;
    }

    /**
     * Decisions in force, with those they adjusted: kind, subject, programme; key, household code, commune, number, signed on, office, title, signer, level, from,
     * the commune that decided, authority, whether it was taken over, the last day of one that has a last day.
     */
    public void decisions(Consumer<String[]> use) {
        each("""
                select d.subject_kind::text, d.subject_id::text, d.programme, case d.subject_kind when 'p' then %s else '' end as key, coalesce(h.code, ''),
                    coalesce(h.commune_code, ''), coalesce(d.number, ''), to_char(d.signed_on, 'DD/MM/YYYY'), coalesce(d.office, ''),
                    coalesce(d.signer_title, ''), coalesce(d.signer_name, s.full_name, ''), d.amount::text, to_char(d.effective_from, 'DD/MM/YYYY'),
                    d.commune_code, d.authority, d.taken_over::text, coalesce(to_char(f.until, 'DD/MM/YYYY'), '')
                from casework.face_decision d
                left join (select n.subject_kind, n.subject_id, n.instance, n.day, max(upper(n.days) - 1) as until from registry.face_fact_now n
                    where n.fact in ('person.decision', 'household.decision') and upper(n.days) > public.house_today() group by 1, 2, 3, 4) f
                    on f.subject_kind = d.subject_kind and f.subject_id = d.subject_id and f.instance = d.programme and f.day = d.signed_on
                left join registry.face_household h on d.subject_kind = 'h' and h.household_id = d.subject_id
                left join access.face_officer s on s.role_name = d.signed_by
                where d.state = 'signed' and d.kind in ('grant', 'adjust')
                    and not exists (select from casework.face_decision e where e.state = 'signed' and e.kind = 'stop' and e.programme = d.programme
                        and e.subject_kind = d.subject_kind and e.subject_id = d.subject_id
                        and (e.effective_from, e.decision_id) > (d.effective_from, d.decision_id))
                order by key, 6, 5, d.programme, d.effective_from, d.signed_on, 7""".formatted(RegisterRows.KEY.formatted("d.subject_id")), use);
    }

    /** Decisions that have ended, as facts know them: kind, subject, programme, key, household code, commune, number, signed on, from, to. */
    public void ended(Consumer<String[]> use) {
        each("""
                select f.subject_kind::text, f.subject_id::text, f.instance, case f.subject_kind when 'p' then %s else '' end as key, coalesce(h.code, ''),
                    coalesce(h.commune_code, ''), f.source, to_char(f.day, 'DD/MM/YYYY'), %s
                from registry.face_fact_now f
                left join registry.face_household h on f.subject_kind = 'h' and h.household_id = f.subject_id
                where f.fact in ('person.decision', 'household.decision')
                    and (upper(f.days) <= public.house_today() or not exists (select from casework.face_decision d where d.state = 'signed' and d.programme = f.instance
                        and d.subject_kind = f.subject_kind and d.subject_id = f.subject_id))
                order by key, 6, 5, f.instance, lower(f.days) nulls first""".formatted(RegisterRows.KEY.formatted("f.subject_id"), RegisterRows.DAYS.formatted("f.days")), use);
    }

    /** kind, subject, programme, key, household code, commune, payee's key, channel, bank, account, holder, from, to, source */
    public void payees(Consumer<String[]> use) {
        each(
                """
                select y.subject_kind, y.subject_id::text, y.programme, case y.subject_kind when 'p' then %s else '' end as key, coalesce(h.code, ''),
                    coalesce(h.commune_code, ''), %s, y.channel, coalesce(y.bank, ''), coalesce(y.account, ''), coalesce(y.holder, ''), %s, y.source
                from payments.face_payee y
                left join registry.face_household h on y.subject_kind = 'h' and h.household_id = y.subject_id
                order by key, 6, 5, y.programme, lower(y.days) nulls first""".formatted(
                                RegisterRows.KEY.formatted("y.subject_id"),
                                RegisterRows.KEY.formatted("y.payee_id"),
                                RegisterRows.DAYS.formatted("y.days")),
                use);
    }

    /** kind, subject, programme, key, household code, commune, paid through */
    public void paid(Consumer<String[]> use) {
        each("""
                select f.subject_kind::text, f.subject_id::text, f.instance, case f.subject_kind when 'p' then %s else '' end as key, coalesce(h.code, ''),
                    coalesce(h.commune_code, ''), to_char(max(f.day), 'MM/YYYY')
                from registry.face_fact_now f
                left join registry.face_household h on f.subject_kind = 'h' and h.household_id = f.subject_id
                where f.fact in ('person.paid_through', 'household.paid_through')
                group by f.subject_kind, f.subject_id, f.instance, h.code, h.commune_code
                order by key, 6, 5, 3""".formatted(RegisterRows.KEY.formatted("f.subject_id")), use);
    }

    private void each(String sql, Consumer<String[]> use) {
        RegisterRows.each(rows, sql, use);
    }
}
