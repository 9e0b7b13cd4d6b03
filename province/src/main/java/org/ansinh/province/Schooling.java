package org.ansinh.province;

import java.time.LocalDate;

/** Who goes to which school: a level begins on the fifth of September and lasts until the day before the next one. */
final class Schooling {

    /** Levels that ended before this day are left out: no register at hand goes back further. */
    private static final LocalDate KNOWN_SINCE = LocalDate.of(2025, 9, 5);

    private static final int OLDEST_PUPIL = 24;

    private enum Level {
        PRESCHOOL("preschool", 3, 6, 9_200, 0),
        PRIMARY("primary", 6, 11, 9_950, 6),
        LOWER_SECONDARY("lower_secondary", 11, 15, 9_700, 21),
        UPPER_SECONDARY("upper_secondary", 15, 18, 7_400, 34),
        VOCATIONAL("vocational", 18, 20, 1_300, 0),
        COLLEGE("college", 18, 21, 900, 0),
        UNIVERSITY("university", 18, 22, 1_700, 0);

        private final String id;
        private final int from;
        private final int to;
        private final int chance;
        /** Of a hundred pupils of the countryside, how many board: a guess. */
        private final int boarding;

        Level(String id, int from, int to, int chance, int boarding) {
            this.id = id;
            this.from = from;
            this.to = to;
            this.chance = chance;
            this.boarding = boarding;
        }
    }

    private final LocalDate today;
    private final boolean ward;

    Schooling(LocalDate today, boolean ward) {
        this.today = today;
        this.ward = ward;
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
            eatOrBoard(sheet, level, person.born);
        }
    }

    /**
     * Who eats or boards at the school they go to now: small children nearly always, older ones the farther the school is,
     * nobody in the town. It hangs on the day of birth alone, so that nothing else about anybody changes with it.
     */
    private void eatOrBoard(FactSheet sheet, Level level, LocalDate born) {
        var first = LocalDate.of(born.getYear() + level.from, 9, 5);
        var last = LocalDate.of(born.getYear() + level.to, 9, 4);
        if (first.isAfter(today) || last.isBefore(today)) {
            return;
        }
        long lot = Math.floorMod(born.toEpochDay() * 7_919, 100L);
        if (level == Level.PRESCHOOL && lot < 88) {
            sheet.since("person.kindergarten_child", first, FactValue.YES);
        } else if (!ward && lot < level.boarding) {
            sheet.since("person.boarding_pupil", first, FactValue.YES);
            if (level == Level.UPPER_SECONDARY && lot % 3 == 0) {
                sheet.since("person.self_lodging", first, FactValue.YES);
            }
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
