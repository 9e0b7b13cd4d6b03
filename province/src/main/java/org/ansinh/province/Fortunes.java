package org.ansinh.province;

import java.time.LocalDate;

/** Disability, orphans, pensions: what happens to people whatever their household has. */
final class Fortunes {

    /** The registers of today begin about here. */
    static final LocalDate REGISTERS_BEGIN = LocalDate.of(2019, 1, 15);

    private static final int CHILDHOOD_ENDS = 16;
    private static final int OLD = 60;

    private final LocalDate today;
    private final boolean ward;

    Fortunes(LocalDate today, boolean ward) {
        this.today = today;
        this.ward = ward;
    }

    void cast(DraftHousehold household, Dice dice) {
        for (var person : household.everybody()) {
            int age = person.ageOn(today);
            var traits = disability(person, age, dice);
            if (isWithoutParents(person, household) && age < CHILDHOOD_ENDS + 6 && dice.percent(14)) {
                traits = traits.withoutParents();
            }
            if (age < OLD && dice.perMyriad(4)) {
                traits = traits.withHiv();
            }
            if (age >= OLD) {
                traits = traits.withPension(pension(age, dice));
                boolean alone = household.people.stream().allMatch(it -> it.ageOn(today) >= OLD);
                if (alone && dice.percent(household.people.size() == 1 ? 30 : 6)) {
                    traits = traits.withoutSupporter();
                }
            }
            person.traits = traits;
        }
    }

    private Traits disability(Draft person, int age, Dice dice) {
        int chance = age < CHILDHOOD_ENDS ? 90 : age < OLD ? 210 : age < 80 ? 450 : 900;
        var earliest = PastLives.later(REGISTERS_BEGIN, person.born.plusYears(1));
        var latest = PastLives.earlier(today, person.lastDay).minusDays(20);
        if (!dice.perMyriad(chance) || !earliest.isBefore(latest)) {
            return Traits.NONE;
        }
        int degree = dice.below(100);
        var words = degree < 20 ? "mild" : degree < 78 ? "severe" : "extremely_severe";
        int days = (int) (latest.toEpochDay() - earliest.toEpochDay());
        return Traits.NONE.withDisability(words, earliest.plusDays(dice.below(days)));
    }

    private static boolean isWithoutParents(Draft person, DraftHousehold household) {
        boolean guest = person.role.equals("grandchild") || person.role.equals("relative");
        return guest && person.father == null && person.mother == null && household.people.contains(person);
    }

    /** A monthly pension or social-insurance allowance; of some elders nobody has asked yet. */
    private long pension(int age, Dice dice) {
        if (dice.percent(4)) {
            return Traits.UNSTATED;
        }
        if (!dice.percent(ward ? 40 : age >= 75 ? 12 : 10)) {
            return 0;
        }
        return dice.perMyriad(250) ? 480_000 : 2_300_000 + 50_000L * dice.below(110);
    }
}
