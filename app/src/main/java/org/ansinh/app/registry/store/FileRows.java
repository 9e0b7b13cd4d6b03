package org.ansinh.app.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.registry.FilesDesk.Act;
import org.ansinh.app.registry.FilesDesk.Hit;
import org.ansinh.app.registry.FilesDesk.HouseholdFile;
import org.ansinh.app.registry.FilesDesk.Identity;
import org.ansinh.app.registry.FilesDesk.KnownFact;
import org.ansinh.app.registry.FilesDesk.Member;
import org.ansinh.app.registry.FilesDesk.Tie;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads files under the policies of whoever acts. */
@Repository
public class FileRows {

    private static final String OFFICER_AND_PAPER = """
            join registry.recording r on r.number = f.recording
            left join access.face_officer o on o.role_name = r.officer
            """;

    private static final String FACT_COLUMNS = """
            d.id as fact, coalesce(i.id, '') as instance, coalesce(lower(f.days), date '0001-01-01') as since, upper(f.days) - 1 as until,
            f.whole, f.day, case when d.no = 1 then (select v.name from territory.face_village v where v.village_id = f.whole and v.days @> public.house_today()) else f.words end as words, f.source, f.recording, r.at as recorded_at, o.full_name as officer, r.document
            """;

    private final JdbcClient jdbc;

    public FileRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param words a tsquery of folded words, or empty; {@code digits} part of a personal number, or empty; {@code born} a whole day of birth, its year among the words */
    public List<Hit> find(String words, String digits, @Nullable LocalDate born, int atMost) {
        return jdbc.sql("select * from registry.face_find(:words, :digits, :atMost, cast(:born as date))")
                .param("born", born)
                .param("words", words)
                .param("digits", digits)
                .param("atMost", atMost)
                .query(FileRows::hit)
                .list();
    }

    /** Whose number it is outside the area: for the audit, not for whoever asks. */
    public Optional<Integer> registeredElsewhere(String personalNumber) {
        return jdbc.sql("select registry.face_registered_elsewhere(:number)")
                .param("number", personalNumber)
                .query(Integer.class)
                .optional();
    }

    public Optional<Identity> identity(int personId) {
        return jdbc.sql("""
                        select p.id as person_id, p.name, p.born, p.born_precision, p.sex, p.ethnic_group, p.personal_number, p.number_state,
                            p.number_problem, p.died_on, p.household_id, h.code as household_code, p.role, v.name as village,
                            c.full_name as commune, p.demo
                        from registry.person p
                        left join registry.household h on h.id = p.household_id
                        left join territory.face_village v on v.village_id = p.village_id and v.days @> public.house_today()
                        left join territory.face_commune c on c.code = p.commune_code and c.days @> public.house_today()
                        where p.id = (select coalesce(q.same_as, q.id) from registry.person q where q.id = :id)
                        """)
                .param("id", personId)
                .query(new DataClassRowMapper<>(Identity.class))
                .optional();
    }

    public List<Member> members(int householdId) {
        return jdbc.sql("""
                        select p.id as person_id, p.name, p.born, p.born_precision, p.sex, p.died_on, m.role
                        from registry.membership_now m join registry.person p on p.id = m.person_id
                        where m.household_id = :household and m.kind = 1 and m.days @> public.house_today()
                        order by m.role <> 'head', p.died_on is not null, p.born, p.id
                        """)
                .param("household", householdId)
                .query(new DataClassRowMapper<>(Member.class))
                .list();
    }

    public List<Tie> ties(int personId) {
        return jdbc.sql("""
                        select k.id as kind, t.from_id = :id as outward, q.id as person_id, p.name,
                            coalesce(lower(t.days), date '0001-01-01') as since, upper(t.days) - 1 as until
                        from registry.relation_now t
                        join registry.relation_kind k on k.no = t.kind
                        cross join lateral (select case when t.from_id = :id then t.to_id else t.from_id end as id) q
                        left join registry.person p on p.id = q.id
                        where (t.from_id = :id or t.to_id = :id) and not (k.mutual and t.to_id = :id)
                        order by k.no, lower(t.days), q.id
                        """)
                .param("id", personId)
                .query(new DataClassRowMapper<>(Tie.class))
                .list();
    }

    /** @param kind {@code p} or {@code h} */
    public List<KnownFact> facts(char kind, int subjectId) {
        return jdbc.sql("select " + FACT_COLUMNS + """
                        from registry.fact_now f
                        join registry.fact_definition d on d.no = f.fact
                        left join registry.fact_instance i on i.fact = f.fact and i.no = f.instance
                        """ + OFFICER_AND_PAPER + """
                        where f.slot >= registry.slot(cast(:kind as "char"), :id, 0::smallint, 0)
                          and f.slot < registry.slot(cast(:kind as "char"), :id + 1, 0::smallint, 0)
                        order by d.id, instance, since desc
                        """)
                .param("kind", String.valueOf(kind))
                .param("id", subjectId)
                .query(FileRows::knownFact)
                .list();
    }

    public List<KnownFact> factsKnownOn(int personId, LocalDate lastDay) {
        return jdbc.sql("""
                        select f.fact, f.instance, coalesce(lower(f.days), date '0001-01-01') as since, upper(f.days) - 1 as until,
                            f.whole, f.day, f.words, f.source, f.recording, r.at as recorded_at, o.full_name as officer, r.document
                        from registry.face_facts_known_at('p', array[:id],
                            registry.face_number_at((:lastDay::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')) f
                        """ + OFFICER_AND_PAPER + " order by f.fact, f.instance, since desc")
                .param("id", personId)
                .param("lastDay", lastDay)
                .query(FileRows::knownFact)
                .list();
    }

    /** The newest acts that changed the file. */
    public List<Act> acts(int personId) {
        return jdbc.sql("""
                        select r.number, r.at, r.act, o.full_name as officer, r.document, r.received_on
                        from registry.recording r
                        left join access.face_officer o on o.role_name = r.officer
                        where r.number in (
                            select e.recording from registry.fact_entry e
                            where e.slot >= registry.slot('p', :id, 0::smallint, 0) and e.slot < registry.slot('p', :id + 1, 0::smallint, 0)
                            union select e.recording from registry.identity_entry e where e.person_id = :id
                            union select e.recording from registry.membership_entry e where e.person_id = :id
                            union select e.recording from registry.alias_entry e where e.same_as = :id)
                        order by r.number desc limit 50
                        """)
                .param("id", personId)
                .query(new DataClassRowMapper<>(Act.class))
                .list();
    }

    public Optional<HouseholdFile> household(int householdId) {
        return jdbc.sql("""
                        select h.id, h.code, h.head_id, h.village_id, h.commune_code, v.name as village, c.full_name as commune, h.demo
                        from registry.household h
                        left join territory.face_village v on v.village_id = h.village_id and v.days @> public.house_today()
                        left join territory.face_commune c on c.code = h.commune_code and c.days @> public.house_today()
                        where h.id = :id
                        """)
                .param("id", householdId)
                .query((row, n) -> new HouseholdFile(
                        row.getInt("id"),
                        row.getString("code"),
                        whole(row.getObject("head_id")),
                        whole(row.getObject("village_id")),
                        row.getString("village"),
                        row.getString("commune_code"),
                        row.getString("commune"),
                        row.getBoolean("demo"),
                        List.of(),
                        List.of()))
                .optional()
                .map(found -> new HouseholdFile(
                        found.householdId(),
                        found.code(),
                        found.headId(),
                        found.villageId(),
                        found.village(),
                        found.communeCode(),
                        found.commune(),
                        found.demo(),
                        members(householdId),
                        facts('h', householdId)));
    }

    public List<Integer> householdsByCode(String code) {
        return jdbc.sql("select household_id from registry.face_household where code = :code limit 2")
                .param("code", code)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    // The two that make most lines of the pages most used; read by name, without asking each value again for its type.
    private static Hit hit(ResultSet row, int line) throws SQLException {
        return new Hit(
                row.getInt("person_id"),
                row.getString("name"),
                row.getObject("born", LocalDate.class),
                row.getString("born_precision"),
                row.getString("sex"),
                row.getString("personal_number"),
                row.getObject("died_on", LocalDate.class),
                row.getString("role"),
                whole(row.getObject("household_id")),
                row.getString("household_code"),
                row.getString("head_name"),
                row.getString("village"),
                row.getString("commune"));
    }

    private static KnownFact knownFact(ResultSet row, int line) throws SQLException {
        return new KnownFact(
                row.getString("fact"),
                row.getString("instance"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                (Long) row.getObject("whole"),
                row.getObject("day", LocalDate.class),
                row.getString("words"),
                row.getString("source"),
                row.getLong("recording"),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getString("officer"),
                row.getString("document"));
    }

    private static @Nullable Integer whole(@Nullable Object value) {
        return (Integer) value;
    }
}
