package org.ansinh.province;

import java.time.LocalDate;

/** Who goes to which school: a level begins on the fifth of September and lasts until the day before the next one. */
final class Schooling {

    /** Levels that ended before this day are left out: no register at hand goes back further. */
    private static final LocalDate KNOWN_SINCE = LocalDate.of(2025, 9, 5);

    private static final int OLDEST_PUPIL = 24;

    private enum Level {
        PRESCHOOL("preschool", 3, 6, 9_200),
        PRIMARY("primary", 6, 11, 9_950),
        LOWER_SECONDARY("lower_secondary", 11, 15, 9_700),
        UPPER_SECONDARY("upper_secondary", 15, 18, 7_400),
        VOCATIONAL("vocational", 18, 20, 1_300),
        COLLEGE("college", 18, 21, 900),
        UNIVERSITY("university", 18, 22, 1_700);

        private final String id;
        private final int from;
        private final int to;
        private final int chance;

        Level(String id, int from, int to, int chance) {
            this.id = id;
            this.from = from;
            this.to = to;
            this.chance = chance;
        }
    }

    private final LocalDate today;

    Schooling(LocalDate today) {
        this.today = today;
    }

    void enrol(Draft person, Dice dice) {
        int age = person.ageOn(today);
        if (age > OLDEST_PUPIL || age < 2) {
            return;
        }
        var sheet = FactSheet.of(person);
        boolean beyondSchool = false;
        for (var level : Level.values()) {
            boolean goes = dice.perMyriad(level.chance);
            boolean oneOfSeveral = level.ordinal() >= Level.VOCATIONAL.ordinal();
            if (!goes || (oneOfSeveral && beyondSchool)) {
                continue;
            }
            beyondSchool = oneOfSeveral;
            attend(sheet, level, person.born.getYear());
        }
    }

    private void attend(FactSheet sheet, Level level, int birthYear) {
        var first = LocalDate.of(birthYear + level.from, 9, 5);
        var last = LocalDate.of(birthYear + level.to, 9, 4);
        if (first.isAfter(today) || last.isBefore(KNOWN_SINCE)) {
            return;
        }
        if (last.isBefore(today)) {
            sheet.during("person.study", first, last, FactValue.words(level.id));
        } else {
            sheet.since("person.study", first, FactValue.words(level.id));
        }
    }
}
