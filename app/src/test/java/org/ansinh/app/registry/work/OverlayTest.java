package org.ansinh.app.registry.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansinh.app.access.Actor;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Statements and retractions in any order, many from a few seeds: the projection is the overlay of the entries, by day, at the end and at every step. */
class OverlayTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 60;
    private static final String[] VALUES = {"none", "mild", "severe"};

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    final Register register = new Register(database);

    @BeforeAll
    static void lay() {
        new Register(database).lay();
    }

    @Test
    void theProjectionIsTheOverlayOfTheEntriesWhateverWasSaidInWhateverOrder() {
        for (int seed = 1; seed <= 5; seed++) {
            var dice = new Random(seed);
            int person = register.alone(
                    "overlay-" + seed,
                    Register.THUC_PHAN,
                    IdentityLine.of("Lục Văn Thử", LocalDate.of(1990, 1, 1), "male"));
            var expected = new String[DAYS];
            var history = new ArrayList<String[]>();
            var numbers = new ArrayList<Long>();
            for (int step = 0; step < 8; step++) {
                say(dice, person, expected);
                history.add(expected.clone());
                numbers.add(last());
            }
            assertThat(byDay("select words, lower(days), upper(days) from registry.face_fact_now where fact ="
                            + " 'person.disability' and subject_id = "
                            + person))
                    .containsExactly(expected);
            for (int step = 0; step < history.size(); step++) {
                assertThat(byDay(
                                "select words, lower(days), upper(days) from registry.face_facts_known_at('p', array[%d], %d)"
                                        .formatted(person, numbers.get(step))))
                        .as("seed %d, as known after step %d", seed, step)
                        .containsExactly(history.get(step));
            }
        }
    }

    /** One recording says or takes back up to two stretches that do not touch each other. */
    private void say(Random dice, int person, String[] expected) {
        register.load(rows -> {
            int paper = rows.paper(Paper.of("load"));
            var subject = rows.knownPerson(person);
            int half = DAYS / 2;
            for (int part = 0; part < 1 + dice.nextInt(2); part++) {
                int from = part * half + dice.nextInt(half);
                int to = from + dice.nextInt((part + 1) * half - from);
                var days = new DateRange(FIRST.plusDays(from), FIRST.plusDays(to));
                boolean retract = dice.nextInt(4) == 0;
                var value = VALUES[dice.nextInt(VALUES.length)];
                if (retract) {
                    rows.retract(paper, part, subject, "person.disability", "", days, "test");
                } else {
                    rows.fact(paper, part, subject, "person.disability", "", days, FactValue.words(value), "test");
                }
                java.util.Arrays.fill(expected, from, to + 1, retract ? null : value);
            }
        });
    }

    private long last() {
        return database.as(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql("select max(number) from registry.recording")
                        .query(Long.class)
                        .single());
    }

    private List<String> byDay(String sql) {
        var days = new String[DAYS];
        database.run(
                Actor.WORKER,
                () -> database.jdbc().sql(sql).query(row -> {
                    int from = (int) (row.getObject(2, LocalDate.class).toEpochDay() - FIRST.toEpochDay());
                    int until = (int) (row.getObject(3, LocalDate.class).toEpochDay() - FIRST.toEpochDay());
                    for (int day = from; day < until; day++) {
                        assertThat(days[day]).as("two values on one day").isNull();
                        days[day] = row.getString(1);
                    }
                }));
        return java.util.Arrays.asList(days);
    }
}
