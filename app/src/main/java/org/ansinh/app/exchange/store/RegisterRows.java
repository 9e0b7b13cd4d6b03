package org.ansinh.app.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.ansinh.timeline.DateRange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known now, as whoever acts may see it. Needs a transaction. */
@Repository
public class RegisterRows {

    private static final int AT_ONCE = 5_000;
    static final String KEY =
            "coalesce((select min(k.key) from registry.face_known_as k where k.subject_kind = 'p' and k.source = 'import' and k.subject_id = %s),"
                    + " (select mark from exchange.own_mark) || '-' || %1$s)";
    static final String DAYS =
            "coalesce(to_char(lower(%1$s), 'DD/MM/YYYY'), ''), coalesce(to_char(upper(%1$s) - 1, 'DD/MM/YYYY'), '')";

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;

    public RegisterRows(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.rows = new JdbcTemplate(source);
        this.rows.setFetchSize(AT_ONCE);
    }

    /** A household as a file may mean it. */
    public record Known(int id, String commune) {}

    public Map<String, List<Known>> householdsByCode() {
        var found = new HashMap<String, List<Known>>();
        rows.query("select code, household_id, commune_code from registry.face_household", row -> {
            found.computeIfAbsent(row.getString(1), it -> new java.util.ArrayList<>(1))
                    .add(new Known(row.getInt(2), row.getString(3)));
        });
        return found;
    }

    public boolean isRegistered(String personalNumber) {
        return jdbc.sql("select exists (select from registry.face_person where personal_number = ?)")
                .param(personalNumber)
                .query(Boolean.class)
                .single();
    }

    public BitSet people() {
        var found = new BitSet();
        rows.query("select person_id from registry.face_person", row -> {
            found.set(row.getInt(1));
        });
        return found;
    }

    public Map<String, Integer> keys() {
        var found = new HashMap<String, Integer>();
        rows.query(
                "select key, subject_id from registry.face_known_as where subject_kind = 'p' and source = 'import'",
                row -> {
                    found.put(row.getString(1), row.getInt(2));
                });
        return found;
    }

    public String ownMark() {
        return jdbc.sql("select mark from exchange.own_mark")
                .query(String.class)
                .single();
    }

    /** The communes whoever acts may write for; empty for the whole province. */
    public Optional<Set<String>> area() {
        return jdbc.sql("select access.sees_province(), access.my_communes()")
                .query((row, n) -> row.getBoolean(1) ? Optional.<Set<String>>empty() : Optional.of(communes(row)))
                .single();
    }

    /** With whom there is a contract to pay into electronic accounts. */
    public Set<String> providers() {
        return Set.copyOf(jdbc.sql("select code from payments.face_e_provider")
                .query(String.class)
                .list());
    }

    private static Set<String> communes(ResultSet row) throws SQLException {
        var codes = row.getArray(2);
        return codes == null ? Set.of() : Set.of((String[]) codes.getArray());
    }

    /** Up to which day a programme is paid, by kind of subject, subject and programme. */
    public Map<String, LocalDate> paidThrough(char kind, Collection<Integer> subjects) {
        var found = new HashMap<String, LocalDate>();
        jdbc.sql("""
                select subject_id, instance, max(day) from registry.face_fact_now
                where subject_kind = cast(:kind as "char") and subject_id = any (:subjects)
                    and fact = case :kind when 'p' then 'person.paid_through' else 'household.paid_through' end
                group by 1, 2""")
                .param("kind", String.valueOf(kind))
                .param("subjects", subjects.toArray(Integer[]::new))
                .query(row -> {
                    found.put(paidKey(kind, row.getInt(1), row.getString(2)), row.getObject(3, LocalDate.class));
                });
        return found;
    }

    /** Whether a decision that has ended is known: signed on that day, held on those days. */
    public boolean wasDecided(char kind, int subject, String programme, LocalDate signed, DateRange days) {
        return jdbc.sql("""
                select exists (select from registry.face_facts_of(cast(:kind as "char"), :subject)
                    where instance = :programme and day = :signed
                        and fact = case :kind when 'p' then 'person.decision' else 'household.decision' end
                        and days @> daterange(:from, :to, '[]'))""")
                .param("kind", String.valueOf(kind))
                .param("subject", subject)
                .param("programme", programme)
                .param("signed", signed)
                .param("from", days.from())
                .param("to", days.to())
                .query(Boolean.class)
                .single();
    }

    /** In whose voices whoever acts may state facts; none for the house, which has them all. */
    public Optional<List<String>> voices() {
        return jdbc.sql("select registry.face_my_voices()")
                .query((row, n) -> Optional.ofNullable(row.getArray(1)).map(RegisterRows::texts))
                .single();
    }

    private static List<String> texts(java.sql.Array words) {
        try {
            return List.of((String[]) words.getArray());
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    public static String paidKey(char kind, int subject, String programme) {
        return "%s%d %s".formatted(kind, subject, programme);
    }

    /** Villages and since when in one reading each: asked household by household, each would read every village and every fact there is past the policies. */
    public void households(Consumer<String[]> use) {
        each("""
                with village as materialized (
                    select v.village_id, case when count(*) over (partition by v.commune_code, v.name) > 1 then v.code else v.name end as called
                      from territory.face_village v where v.days @> public.house_today()
                ), since as materialized (
                    select n.subject_id, min(lower(n.days)) as day from registry.face_fact_now n
                     where n.subject_kind = 'h' and n.fact = 'household.village' and n.days @> public.house_today() group by 1)
                select h.code, h.commune_code, coalesce(v.called, ''), coalesce(to_char(f.day, 'DD/MM/YYYY'), '')
                from registry.face_household h left join village v using (village_id) left join since f on f.subject_id = h.household_id
                order by 2, 1""", use);
    }

    public void people(Consumer<String[]> use) {
        each("""
                select %s as key, p.name, p.born::text, p.born_precision, p.sex, coalesce(p.ethnic_group, ''), coalesce(p.personal_number, ''),
                    coalesce(o.old_numbers[1], ''), coalesce(to_char(p.died_on, 'DD/MM/YYYY'), '')
                from registry.face_person p left join registry.face_old_numbers o using (person_id) order by 1""".formatted(KEY.formatted("p.person_id")), use);
    }

    public void memberships(Consumer<String[]> use) {
        each("""
                select %s, h.code, h.commune_code, m.kind, m.role, %s from registry.face_membership m
                join registry.face_household h using (household_id) order by 1, 4, lower(m.days) nulls first""".formatted(KEY.formatted("m.person_id"), DAYS.formatted("m.days")), use);
    }

    public void relations(Consumer<String[]> use) {
        each("""
                select %s, r.kind, %s, %s from registry.face_relation r
                where exists (select from registry.face_person p where p.person_id = r.from_id)
                    and exists (select from registry.face_person p where p.person_id = r.to_id) order by 1, 2, 3, lower(r.days) nulls first""".formatted(KEY.formatted("r.from_id"), KEY.formatted("r.to_id"), DAYS.formatted("r.days")), use);
    }

    /** key, household code, commune, fact, instance, whole, day, words, from, to, source */
    public void facts(Consumer<String[]> use) {
        each("""
                select case f.subject_kind when 'p' then %s else '' end, coalesce(h.code, ''), coalesce(h.commune_code, ''), f.fact, f.instance,
                    f.whole::text, f.day::text, f.words, %s, f.source
                from registry.face_fact_now f
                left join registry.face_household h on f.subject_kind = 'h' and h.household_id = f.subject_id
                where f.subject_kind in ('p', 'h') and f.fact not in ('household.village', 'person.decision', 'household.decision',
                    'person.paid_through', 'household.paid_through') order by 1, 3, 2, 4, 5, lower(f.days) nulls first""".formatted(KEY.formatted("f.subject_id"), DAYS.formatted("f.days")), use);
    }

    private void each(String sql, Consumer<String[]> use) {
        each(rows, sql, use);
    }

    static void each(JdbcTemplate rows, String sql, Consumer<String[]> use) {
        rows.query(sql, row -> {
            var cells = new String[row.getMetaData().getColumnCount()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = row.getString(i + 1);
            }
            use.accept(cells);
        });
    }
}
