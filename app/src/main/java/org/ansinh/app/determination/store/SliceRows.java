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
import javax.sql.DataSource;
import org.ansinh.app.determination.store.OutcomeCopy.Home;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The register in slices of some thousand households, for runs over everybody: who lives in them, whom those people are related to, and every fact that
 * touches the days asked. Reads as the determiner, set by set, and keeps nothing.
 */
@Repository
public class SliceRows {

    /** Days as numbers since 1970: a whole province has millions of them. */
    private static final String DAYS = "lower(days) - date '1970-01-01', upper(days) - date '1970-01-02'";

    private static final String PERSON = """
            select person_id, born - date '1970-01-01', born_precision, sex, ethnic_group, died_on - date '1970-01-01', household_id, village_id, commune_code
              from registry.face_person\s""";
    private static final String FACT = "select subject_id, fact_no, instance_no, " + DAYS + """
            , whole, day - date '1970-01-01', words
              from registry.face_fact_numbered
             where subject_kind = ?::"char" and subject_id = any (?) and days && daterange(?, ?, '[]')""";
    private static final int FETCH = 5_000;

    private final JdbcTemplate jdbc;

    /** A template of its own: reading by portions is for these rows, not for whoever else asks the database. */
    SliceRows(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
        jdbc.setFetchSize(FETCH);
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
        // A plan for any days reads the overlap index from end to end for each slice.
        jdbc.execute("set local plan_cache_mode = force_custom_plan");
        var book = new BookOfNumbers(pack, FactNumbers.read(jdbc));
        var people = new HashMap<Integer, Home>();
        var households = new HashMap<Integer, Home>();
        rows(PERSON + "where " + which.households(), which.values(), row -> {
            book.identity(row);
            people.put(row.getInt(1), new Home(row.getInt(7), row.getInt(8), row.getString(9)));
        });
        var known = new HashSet<>(people.keySet());
        known.addAll(wanted);
        rows(
                "select household_id, village_id, commune_code from registry.face_household where "
                        + which.households(),
                which.values(),
                row -> households.put(row.getInt(1), new Home(row.getInt(1), row.getInt(2), row.getString(3))));
        rows("""
                select person_id, household_id, %s from registry.face_membership
                 where kind = 'residence' and %s and days && daterange(?, ?, '[]')""".formatted(DAYS, which.households()), which.and(days), row -> {
            known.add(row.getInt(1));
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

    private Set<Integer> relations(BookOfNumbers book, Set<Integer> people, DateRange days) {
        var related = new HashSet<Integer>();
        rows(
                "select from_id, to_id, kind, " + DAYS + """
                 from registry.face_relation where from_id = any (?) and days && daterange(?, ?, '[]')""",
                List.of(people.toArray(Integer[]::new), days.from(), days.to()),
                row -> {
                    related.add(row.getInt(2));
                    book.relation(row);
                });
        return related;
    }

    private void identities(BookOfNumbers book, Set<Integer> people) {
        if (!people.isEmpty()) {
            rows(
                    PERSON + "where person_id = any (?)",
                    List.of((Object) people.toArray(Integer[]::new)),
                    book::identity);
        }
    }

    private void facts(BookOfNumbers book, String kind, Set<Integer> subjects, DateRange days) {
        var of = kind.equals("p") ? SubjectKind.PERSON : SubjectKind.HOUSEHOLD;
        rows(
                FACT,
                List.of(kind, subjects.toArray(Integer[]::new), days.from(), days.to()),
                row -> book.fact(new SubjectId(of, row.getInt(1)), row));
    }

    private void villages(BookOfNumbers book, Map<Integer, Home> households, DateRange days) {
        var numbers = new HashSet<Integer>();
        households.values().forEach(it -> numbers.add(it.villageId()));
        rows(
                "select subject_id, fact, " + DAYS + """
                , whole, day - date '1970-01-01', words
                  from territory.face_village_fact where subject_id = any (?) and days && daterange(?, ?, '[]')""",
                List.of(numbers.toArray(Integer[]::new), days.from(), days.to()),
                book::ofVillage);
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
