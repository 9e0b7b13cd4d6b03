package org.ansinh.bench;

import java.time.LocalDate;
import java.util.Arrays;

/** The peer: the reference rule set written by hand as one plain Java loop over the columns, household by household. */
final class ReferenceLoop {

    private static final int[] AGES = {0, 3, 4, 6, 16, 18, 60, 75, 80};

    private final ReferencePeople people;
    private final int[] starts;

    ReferenceLoop(ReferencePeople people) {
        this.people = people;
        this.starts = people.starts();
    }

    /** Last birth days of those who have reached each age, and the figures in force. */
    private record Month(int[] cut, int half, int base, int electricity) {
        static Month of(LocalDate day) {
            var cut = Arrays.stream(AGES)
                    .map(it -> (int) day.minusYears(it).toEpochDay())
                    .toArray();
            int base = !day.isBefore(LocalDate.of(2024, 7, 1))
                    ? 500_000
                    : !day.isBefore(LocalDate.of(2021, 7, 1)) ? 360_000 : 270_000;
            return new Month(cut, base / 2, base, 30 * tariff(day));
        }

        private static int tariff(LocalDate day) {
            var from = new LocalDate[] {
                LocalDate.of(2025, 5, 10),
                LocalDate.of(2024, 10, 11),
                LocalDate.of(2023, 11, 9),
                LocalDate.of(2023, 5, 4)
            };
            var tariff = new int[] {1984, 1893, 1806, 1728};
            for (int i = 0; i < from.length; i++) {
                if (!day.isBefore(from[i])) {
                    return tariff[i];
                }
            }
            return 1678;
        }
    }

    void run(LocalDate day, ReferenceResults into, int firstHome, int endHome) {
        var month = Month.of(day);
        for (int h = firstHome; h < endHome; h++) {
            int total = people.poverty()[h] == 2 ? month.electricity() : 0;
            into.electricity()[h] = total;
            into.total()[h] = total + members(month, into, h);
        }
    }

    private int members(Month month, ReferenceResults into, int h) {
        int[] cut = month.cut();
        int[] born = people.born();
        boolean poor = people.poverty()[h] == 2;
        boolean near = people.poverty()[h] >= 1;
        boolean hard = people.region()[h] == 3;
        int children = 0;
        for (int i = starts[h]; i < starts[h + 1]; i++) {
            if (born[i] <= cut[0] && born[i] > cut[4]) {
                children++;
            }
        }
        int sum = 0;
        for (int i = starts[h]; i < starts[h + 1]; i++) {
            int b = born[i];
            boolean alive = b <= cut[0];
            int d = people.disability()[i];
            int halves = halves(i, b, cut, poor, near && hard, children);
            int assistance = halves * month.half();
            int carer = alive && d == 3 && people.homeCarer()[i] != 0 ? month.base() : 0;
            boolean pupil = people.pupil()[i] != 0;
            int study = pupil && b <= cut[3] && b > cut[5] && poor ? 150_000 : 0;
            into.assistance()[i] = assistance;
            into.carer()[i] = carer;
            into.study()[i] = study;
            boolean minority = people.ethnic()[i] != 0;
            into.health()[i] = bit(alive && (poor || b > cut[3] || halves > 0 || minority && hard));
            into.tuition()[i] = bit(pupil
                    && b <= cut[1]
                    && b > cut[5]
                    && (poor || people.orphan()[i] != 0 || d >= 1 || minority && (near || hard)));
            sum += assistance + carer + study;
        }
        return sum;
    }

    /** The coefficient in halves: the highest of what holds. */
    private int halves(int i, int b, int[] cut, boolean poor, boolean nearAndHard, int children) {
        boolean alive = b <= cut[0];
        boolean child = alive && b > cut[4];
        boolean under4 = b > cut[2];
        boolean old = b <= cut[6];
        boolean over80 = b <= cut[8];
        int d = people.disability()[i];
        int k = 0;
        if (people.orphan()[i] != 0 && child) {
            k = under4 ? 5 : 3;
        }
        if (people.hiv()[i] != 0 && child && poor) {
            k = Math.max(k, under4 ? 5 : 4);
        }
        if (people.singleParent()[i] != 0 && poor && alive) {
            k = Math.max(k, 2 * children);
        }
        if (people.noSupport()[i] != 0 && poor && old) {
            k = Math.max(k, over80 ? 4 : 3);
        }
        if (b <= cut[7] && !over80 && nearAndHard) {
            k = Math.max(k, 2);
        }
        if (over80 && people.pension()[i] == 0) {
            k = Math.max(k, 2);
        }
        if (alive && d >= 2) {
            k = Math.max(k, (d == 3 ? 4 : 3) + (child || old ? 1 : 0));
        }
        return alive && b > cut[1] && nearAndHard ? Math.max(k, 3) : k;
    }

    private static byte bit(boolean is) {
        return (byte) (is ? 1 : 0);
    }
}
