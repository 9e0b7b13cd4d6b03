package org.ansinh.app.determination.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ansinh.app.determination.AssumedFact;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One person's circle: the households they ever lived in, whoever lived there too, whom any of them raises or married, with every dated fact, its source and
 * the recording that brought it; as known now, or as known at a recording.
 */
@Repository
public class CircleRows {

    private static final String DAYS = "lower(t.days) as from_day, upper(t.days) - 1 as to_day";

    private final JdbcClient jdbc;

    CircleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The circle's facts, and the households the person in the middle belongs or belonged to. */
    public record Circle(FactBook facts, List<SubjectId> households) {}

    public Circle read(LawPack pack, int person, long knownAt, List<AssumedFact> assumed) {
        var homes = homes(Set.of(person), knownAt);
        var facts = read(new BookOfRows(pack, assumed), Set.of(person), homes, knownAt);
        return new Circle(facts, homes.stream().map(SubjectId::household).toList());
    }

    /** The circles of several people and households in one book. */
    public FactBook read(LawPack pack, Set<SubjectId> subjects, long knownAt) {
        var people = numbered(subjects, SubjectKind.PERSON);
        var homes = homes(people, knownAt);
        homes.addAll(numbered(subjects, SubjectKind.HOUSEHOLD));
        return read(new BookOfRows(pack, List.of()), people, homes, knownAt);
    }

    private FactBook read(BookOfRows book, Set<Integer> middle, Set<Integer> homes, long knownAt) {
        var people = new TreeSet<>(middle);
        people.addAll(livingIn(homes, knownAt));
        people.addAll(related(people, knownAt));
        identities(book, people, knownAt);
        residences(book, people, homes, knownAt);
        relations(book, people, knownAt);
        facts(book, 'p', people, knownAt);
        facts(book, 'h', homes, knownAt);
        villages(book, homes, knownAt);
        return book.build();
    }

    private static Set<Integer> numbered(Set<SubjectId> subjects, SubjectKind kind) {
        return subjects.stream()
                .filter(it -> it.kind() == kind)
                .map(SubjectId::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Integer> homes(Set<Integer> people, long knownAt) {
        return numbers("""
                select distinct household_id from registry.face_memberships_known_at(:people, :knownAt) where kind = 'residence'""", people, knownAt);
    }

    private Set<Integer> livingIn(Set<Integer> homes, long knownAt) {
        return new TreeSet<>(jdbc.sql("""
                        select distinct person_id from registry.face_membership where kind = 'residence' and household_id = any (:homes) and recording <= :knownAt""")
                .param("homes", array(homes))
                .param("knownAt", knownAt)
                .query(Integer.class)
                .list());
    }

    private Set<Integer> related(Set<Integer> people, long knownAt) {
        return numbers("""
                select distinct unnest(array[from_id, to_id]) from registry.face_relations_known_at(:people, :knownAt)""", people, knownAt);
    }

    private void identities(BookOfRows book, Set<Integer> people, long knownAt) {
        jdbc.sql("""
                        select distinct on (i.person_id) i.person_id, i.born, i.born_precision, i.sex, i.ethnic_group, i.died_on, i.source, i.recording, r.at
                          from registry.face_identities_known_at(:people, :knownAt) i
                          join registry.face_recording r on r.number = i.recording
                         order by i.person_id, upper(i.days) desc nulls first""").param("people", array(people)).param("knownAt", knownAt).query(row -> {
            book.identity(row);
        });
    }

    private void residences(BookOfRows book, Set<Integer> people, Set<Integer> homes, long knownAt) {
        jdbc.sql(
                        "select t.person_id, t.household_id, " + DAYS
                                + " from registry.face_memberships_known_at(:people, :knownAt) t where t.kind = 'residence' and t.household_id = any (:homes)")
                .param("people", array(people))
                .param("knownAt", knownAt)
                .param("homes", array(homes))
                .query(row -> {
                    book.residence(row);
                });
    }

    private void relations(BookOfRows book, Set<Integer> people, long knownAt) {
        jdbc.sql(
                        "select t.from_id, t.to_id, t.kind, " + DAYS
                                + " from registry.face_relations_known_at(:people, :knownAt) t where t.from_id = any (:people) and t.to_id = any (:people)")
                .param("people", array(people))
                .param("knownAt", knownAt)
                .query(row -> {
                    book.relation(row);
                });
    }

    private void facts(BookOfRows book, char kind, Set<Integer> subjects, long knownAt) {
        jdbc.sql("select t.subject_id, t.fact, t.instance, " + DAYS + """
                        , t.whole, t.day, t.words, t.source, t.recording, r.at
                          from registry.face_facts_known_at(cast(:kind as "char"), :subjects, :knownAt) t
                          join registry.face_recording r on r.number = t.recording""")
                .param("kind", String.valueOf(kind))
                .param("subjects", array(subjects))
                .param("knownAt", knownAt)
                .query(row -> {
                    book.fact(subject(kind, row), row);
                });
    }

    private static SubjectId subject(char kind, ResultSet row) throws SQLException {
        var number = row.getInt("subject_id");
        return kind == 'p' ? SubjectId.person(number) : SubjectId.household(number);
    }

    private void villages(BookOfRows book, Set<Integer> homes, long knownAt) {
        var villages = new HashSet<>(jdbc.sql("""
                        select distinct whole::int from registry.face_facts_known_at('h'::"char", :homes, :knownAt) where fact = 'household.village'""")
                .param("homes", array(homes))
                .param("knownAt", knownAt)
                .query(Integer.class)
                .list());
        jdbc.sql("select t.subject_id, t.fact, t.instance, " + DAYS
                        + ", t.whole, t.day, t.words, null::text as source, 0::bigint as recording, null::timestamptz as at"
                        + " from territory.face_village_fact t where t.subject_id = any (:villages)")
                .param("villages", array(villages))
                .query(row -> {
                    book.fact(SubjectId.village(row.getInt("subject_id")), row);
                });
    }

    private Set<Integer> numbers(String sql, Set<Integer> people, long knownAt) {
        return new TreeSet<>(jdbc.sql(sql)
                .param("people", array(people))
                .param("knownAt", knownAt)
                .query(Integer.class)
                .list());
    }

    private static Integer[] array(Set<Integer> numbers) {
        return numbers.toArray(Integer[]::new);
    }
}
