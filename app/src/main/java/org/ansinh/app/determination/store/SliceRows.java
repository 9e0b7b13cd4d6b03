package org.ansinh.app.determination.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansinh.app.determination.store.OutcomeCopy.Home;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.timeline.DateRange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The register in slices of some thousand households, for runs over everybody: who lives in them, whom those people are related to, and every fact that
 * touches the days asked. Reads as the determiner, set by set, and keeps nothing.
 */
@Repository
public class SliceRows {

    private static final String PERSON =
            "select person_id, born, born_precision, sex, ethnic_group, died_on, household_id, village_id, commune_code from registry.face_person ";
    private static final String FACT = """
            select subject_id, fact, instance, lower(days) as from_day, upper(days) - 1 as to_day, whole, day, words
              from registry.face_fact_now
             where subject_kind = ?::"char" and subject_id = any (?) and days && daterange(?, ?, '[]')""";
    private static final int FETCH = 5_000;

    private final JdbcTemplate jdbc;

    SliceRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A slice: its facts, and the people and households whose outcomes it answers for. */
    public record Slice(FactBook facts, Map<Integer, Home> people, Map<Integer, Home> households) {
        public Home home(SubjectId subject) {
            var home = switch (subject.kind()) {
                case PERSON -> people.get(subject.number());
                case HOUSEHOLD -> households.get(subject.number());
                case VILLAGE -> null;
            };
            return home == null ? Home.ELSEWHERE : home;
        }
    }

    /** First and last household number of slices of about that many households. */
    public List<int[]> bounds(int households) {
        return jdbc.query("""
                select min(household_id), max(household_id)
                  from (select household_id, (row_number() over (order by household_id) - 1) / ? as slice from registry.face_household) s
                 group by slice order by slice""", (row, n) -> new int[] {row.getInt(1), row.getInt(2)}, households);
    }

    public Slice read(LawPack pack, int firstHousehold, int lastHousehold, DateRange days) {
        var which = new Which("household_id between ? and ?", List.of(firstHousehold, lastHousehold));
        return read(pack, which, List.of(), days);
    }

    /** Only these households, with everybody who lives or lived in them, and these people wherever they live. */
    public Slice read(LawPack pack, Collection<Integer> households, Collection<Integer> people, DateRange days) {
        var which = new Which("household_id = any (?)", List.of((Object) households.toArray(Integer[]::new)));
        return read(pack, which, people, days);
    }

    /** Which households, as a condition with its values. */
    private record Which(String households, List<Object> values) {
        List<Object> and(DateRange days) {
            var all = new ArrayList<>(values);
            all.add(days.from());
            all.add(days.to());
            return all;
        }
    }

    private Slice read(LawPack pack, Which which, Collection<Integer> wanted, DateRange days) {
        jdbc.setFetchSize(FETCH);
        var book = BookOfRows.plain(pack);
        var people = new HashMap<Integer, Home>();
        var households = new HashMap<Integer, Home>();
        rows(PERSON + "where " + which.households(), which.values(), row -> {
            book.identity(row);
            people.put(row.getInt("person_id"), home(row));
        });
        var known = new HashSet<>(people.keySet());
        known.addAll(wanted);
        rows(
                "select household_id, village_id, commune_code from registry.face_household where "
                        + which.households(),
                which.values(),
                row -> households.put(row.getInt("household_id"), home(row)));
        rows("""
                select person_id, household_id, lower(days) as from_day, upper(days) - 1 as to_day from registry.face_membership
                 where kind = 'residence' and %s and days && daterange(?, ?, '[]')""".formatted(which.households()), which.and(days), row -> {
            known.add(row.getInt("person_id"));
            book.residence(row);
        });
        known.addAll(relations(book, known, days));
        var elsewhere = new HashSet<>(known);
        elsewhere.removeAll(people.keySet());
        identities(book, elsewhere);
        facts(book, "p", known, days);
        facts(book, "h", households.keySet(), days);
        villages(book, households, days);
        return new Slice(book.build(), people, households);
    }

    private Set<Integer> relations(BookOfRows book, Set<Integer> people, DateRange days) {
        var related = new HashSet<Integer>();
        rows("""
                select from_id, to_id, kind, lower(days) as from_day, upper(days) - 1 as to_day from registry.face_relation
                 where from_id = any (?) and days && daterange(?, ?, '[]')""", List.of(people.toArray(Integer[]::new), days.from(), days.to()), row -> {
            related.add(row.getInt("to_id"));
            book.relation(row);
        });
        return related;
    }

    private void identities(BookOfRows book, Set<Integer> people) {
        if (!people.isEmpty()) {
            rows(
                    PERSON + "where person_id = any (?)",
                    List.of((Object) people.toArray(Integer[]::new)),
                    book::identity);
        }
    }

    private void facts(BookOfRows book, String kind, Set<Integer> subjects, DateRange days) {
        rows(FACT, List.of(kind, subjects.toArray(Integer[]::new), days.from(), days.to()), row -> {
            var number = row.getInt("subject_id");
            book.fact(kind.equals("p") ? SubjectId.person(number) : SubjectId.household(number), row);
        });
    }

    private void villages(BookOfRows book, Map<Integer, Home> households, DateRange days) {
        var numbers = new HashSet<Integer>();
        households.values().forEach(it -> numbers.add(it.villageId()));
        rows(
                """
                select subject_id, fact, instance, lower(days) as from_day, upper(days) - 1 as to_day, whole, day, words
                  from territory.face_village_fact where subject_id = any (?) and days && daterange(?, ?, '[]')""",
                List.of(numbers.toArray(Integer[]::new), days.from(), days.to()),
                row -> book.fact(SubjectId.village(row.getInt("subject_id")), row));
    }

    private static Home home(ResultSet row) throws SQLException {
        return new Home(row.getInt("household_id"), row.getInt("village_id"), row.getString("commune_code"));
    }

    private void rows(String sql, List<Object> values, RowReader reader) {
        jdbc.query(
                sql,
                statement -> {
                    var arguments = new ArrayList<>(values);
                    for (int i = 0; i < arguments.size(); i++) {
                        switch (arguments.get(i)) {
                            case Integer[] numbers ->
                                statement.setArray(
                                        i + 1, statement.getConnection().createArrayOf("int4", numbers));
                            case LocalDate day -> statement.setObject(i + 1, day);
                            case Integer number -> statement.setInt(i + 1, number);
                            default ->
                                statement.setString(i + 1, arguments.get(i).toString());
                        }
                    }
                },
                reader::read);
    }

    /** Reads one row into the book. */
    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
