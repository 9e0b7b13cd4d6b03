package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ansinh.app.access.Actor;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any sequence of decisions, findings, lists drawn, approved and thrown away keeps the sums: what is owed = what is on lists + what is open − what is too much;
 * nobody twice for a month; and a list that is drawn leaves nothing open.
 */
class EveryDongOnceTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final YearMonth OCTOBER = PayingOffice.OCTOBER;
    private static final long[] LEVELS = {360_000, 500_000, 540_000, 750_000, 810_000};

    /** One elder's months by our own reckoning, apart from what the database says. */
    private static final class Elder {
        private final int number;
        private final Map<YearMonth, Long> law = new TreeMap<>();
        private final Map<YearMonth, Long> level = new TreeMap<>();
        private final Map<YearMonth, Long> mostEverOwed = new HashMap<>();
        private YearMonth adjustedFrom = JULY;

        Elder(int number) {
            this.number = number;
        }

        long owed(YearMonth month) {
            return Math.min(law.getOrDefault(month, 0L), level.getOrDefault(month, 0L));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theSumsHold(long seed) {
        var random = new Random(seed);
        var office = new PayingOffice(database, "%05d".formatted(1_000 + seed), "social_pension");
        var elders = new ArrayList<Elder>();
        for (int i = 0; i < 3; i++) {
            elders.add(decided(office, random));
        }
        workOut(office, elders, random);
        elders.forEach(EveryDongOnceTest::remember);
        long list = office.prepare(OCTOBER);
        boolean drawn = true;
        for (int step = 0; step < 30; step++) {
            switch (random.nextInt(7)) {
                case 0, 1 -> workOut(office, elders, random);
                case 2 -> adjust(office, elders.get(random.nextInt(3)), random);
                case 3 -> drawn = discarded(office, list, drawn);
                case 4 -> drawn = approved(office, list, drawn);
                default -> {
                    list = office.prepare(OCTOBER);
                    drawn = true;
                }
            }
            elders.forEach(EveryDongOnceTest::remember);
            sumsHold(office, elders, "seed %d, step %d".formatted(seed, step));
        }
        workOut(office, elders, random);
        office.prepare(OCTOBER);
        for (var elder : elders) {
            months().forEach(month -> assertThat(listed(office, elder, month))
                    .as("after the last list, seed %d", seed)
                    .isGreaterThanOrEqualTo(elder.owed(month)));
        }
    }

    private static void remember(Elder elder) {
        months().forEach(month -> elder.mostEverOwed.merge(month, elder.owed(month), Math::max));
    }

    private static Elder decided(PayingOffice office, Random random) {
        var elder = new Elder(office.person("Nông Thị Hoà"));
        long level = LEVELS[random.nextInt(LEVELS.length)];
        office.takenOver(elder.number, level, LocalDate.of(2025, 7, 8));
        office.paidThrough(elder.number, YearMonth.of(2026, 6));
        months().forEach(month -> elder.level.put(month, level));
        return elder;
    }

    private static List<YearMonth> months() {
        return List.of(JULY, JULY.plusMonths(1), JULY.plusMonths(2), OCTOBER);
    }

    /** The law, or what is known, has changed: every month may have another answer. */
    private static void workOut(PayingOffice office, List<Elder> elders, Random random) {
        var months = new ArrayList<Months>();
        for (var elder : elders) {
            boolean changes = random.nextBoolean();
            for (var month : months()) {
                if (changes || !elder.law.containsKey(month)) {
                    elder.law.put(month, random.nextInt(4) == 0 ? 0 : LEVELS[random.nextInt(LEVELS.length)]);
                }
                months.add(Months.of(elder.number, month, month, elder.law.getOrDefault(month, 0L)));
            }
        }
        office.workedOut(OCTOBER, months);
    }

    private static void adjust(PayingOffice office, Elder elder, Random random) {
        long level = LEVELS[random.nextInt(LEVELS.length)];
        var from = JULY.plusMonths(random.nextInt(4));
        if (from.isBefore(elder.adjustedFrom)) {
            return;
        }
        elder.adjustedFrom = from;
        office.adjusted(elder.number, level, LocalDate.of(2026, 10, 20), from.atDay(1));
        elder.level.replaceAll((month, known) -> month.isBefore(from) ? known : Long.valueOf(level));
    }

    private static boolean discarded(PayingOffice office, long list, boolean drawn) {
        if (drawn && state(office, list).equals("draft")) {
            office.discard(list);
            return false;
        }
        return drawn;
    }

    /** By the chair; a draft that was overtaken is refused, and that is well. */
    private static boolean approved(PayingOffice office, long list, boolean drawn) {
        if (drawn && state(office, list).equals("draft")) {
            try {
                office.approve(office.chair, list);
                return false;
            } catch (RuntimeException overtaken) {
                assertThat(overtaken.getMessage())
                        .containsPattern("what decisions owe has changed|causes of its difference have changed");
            }
        }
        return drawn;
    }

    private static void sumsHold(PayingOffice office, List<Elder> elders, String when) {
        for (var elder : elders) {
            for (var month : months()) {
                long listed = listed(office, elder, month);
                long open = number(office, "greatest(payable - listed, 0)", elder, month);
                long tooMuch = number(office, "greatest(listed - payable, 0)", elder, month);
                assertThat(elder.owed(month)).as("%s: owed for %s", when, month).isEqualTo(listed + open - tooMuch);
                assertThat(listed)
                        .as("%s: never more on lists for %s than was owed at some time", when, month)
                        .isLessThanOrEqualTo(elder.mostEverOwed.getOrDefault(month, 0L));
            }
        }
        assertThat(office.owner("""
                select coalesce(max(n), 0) from (select count(*) as n from payments.line group by payroll_id, programme, subject_kind, subject_id, for_month) q"""))
                .as("%s: lines of one list for one person and month", when)
                .isLessThanOrEqualTo(1);
    }

    private static long listed(PayingOffice office, Elder elder, YearMonth month) {
        return office.owner(
                "select coalesce(sum(amount), 0) from payments.line where subject_id = %d and for_month = '%s'"
                        .formatted(elder.number, month.atDay(1)));
    }

    private static long number(PayingOffice office, String what, Elder elder, YearMonth month) {
        return database.as(
                Actor.officer(office.preparer),
                () -> database.jdbc()
                        .sql(
                                "select " + what
                                        + " from payments.standing('social_pension', ?, '2026-10-01') where subject_id = ? and due_month = ?")
                        .params(office.commune, elder.number, month.atDay(1))
                        .query(Long.class)
                        .single());
    }

    private static String state(PayingOffice office, long list) {
        return database.as(
                Actor.officer(office.preparer),
                () -> database.jdbc()
                        .sql("select coalesce((select state from payments.payroll where payroll_id = ?), 'gone')")
                        .param(list)
                        .query(String.class)
                        .single());
    }
}
