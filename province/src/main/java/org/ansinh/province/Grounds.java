package org.ansinh.province;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * On what ground an office would have granted monthly assistance, roughly as the law has it. This only makes a register look like
 * one; who is entitled is for the rules to say, and the two differ now and then, as they do in life.
 *
 * @param thousandths the level as a part of the standard rate; 0 where there is no ground
 * @param since the first day the ground held
 */
record Grounds(int thousandths, LocalDate since) {

    static final Grounds NONE = new Grounds(0, LocalDate.MAX);

    private static final Set<FactValue> SINGLE =
            Set.of(FactValue.words("single"), FactValue.words("widowed"), FactValue.words("spouse_missing"));

    private static final int CHILDHOOD_ENDS = 16;
    private static final int STUDY_ENDS = 22;
    private static final int OLD = 60;
    private static final int VERY_OLD = 80;
    private static final int MOUNTAIN_OLD = 75;

    boolean hold() {
        return thousandths > 0;
    }

    /** The highest ground on a day; a poor single parent's stands beside another. */
    static Grounds of(Draft person, DraftHousehold household, Village village, LocalDate day) {
        int age = person.ageOn(day);
        var best = disability(person, age, day);
        if (person.traits.orphan() && age < CHILDHOOD_ENDS) {
            best = best.orHigher(age < 4 ? 2_500 : 1_500, withoutSupportSince(person));
        }
        if (person.traits.hiv() && household.isPoor(day.getYear())) {
            best = best.orHigher(age < 4 ? 2_500 : age < CHILDHOOD_ENDS ? 2_000 : 1_500, firstOf(day));
        }
        if (age >= OLD && person.traits.noSupporter() && household.isPoor(day.getYear())) {
            best = best.orHigher(
                    age >= VERY_OLD ? 2_000 : 1_500,
                    PastLives.later(poorSince(household, day), person.born.plusYears(OLD)));
        }
        if (age < 3 && !best.hold() && isPoorInDifficultPlace(household, village, day)) {
            best = new Grounds(1_500, PastLives.later(person.born, poorSince(household, day)));
        }
        int children = childrenOfSingleParent(person, household, day);
        if (children > 0) {
            return new Grounds(
                    best.thousandths() + 1_000 * children, best.hold() ? best.since() : poorSince(household, day));
        }
        return best;
    }

    /** What was paid to the old until the social pension took its place on 2025-07-01. */
    static Grounds oldAgeBeforeSocialPension(Draft person, DraftHousehold household, Village village, LocalDate day) {
        if (person.traits.pension() != 0) {
            return NONE;
        }
        int age = person.ageOn(day);
        if (age >= VERY_OLD) {
            return new Grounds(1_000, person.born.plusYears(VERY_OLD));
        }
        if (age >= MOUNTAIN_OLD && isPoorInDifficultPlace(household, village, day)) {
            return new Grounds(1_000, PastLives.later(person.born.plusYears(MOUNTAIN_OLD), poorSince(household, day)));
        }
        return NONE;
    }

    private static Grounds disability(Draft person, int age, LocalDate day) {
        var traits = person.traits;
        if (!traits.isSeverelyDisabled() || traits.certifiedOn().isAfter(day)) {
            return NONE;
        }
        int base = traits.disability().equals("severe") ? 1_500 : 2_000;
        boolean youngOrOld = age < CHILDHOOD_ENDS || age >= OLD;
        return new Grounds(youngOrOld ? base + 500 : base, traits.certifiedOn());
    }

    private static LocalDate withoutSupportSince(Draft person) {
        return person.facts.stream()
                .filter(it -> it.fact().equals("person.child_without_support"))
                .map(it -> it.days().from())
                .findFirst()
                .orElse(person.born);
    }

    private Grounds orHigher(int other, LocalDate otherSince) {
        return other > thousandths ? new Grounds(other, otherSince) : this;
    }

    private static int childrenOfSingleParent(Draft person, DraftHousehold household, LocalDate day) {
        if (!household.isPoorOrNearPoor(day.getYear()) || !isSingle(person, day)) {
            return 0;
        }
        int children = 0;
        for (var child : household.people) {
            boolean own = child.father == person || child.mother == person;
            int age = child.ageOn(day);
            boolean studies = age < STUDY_ENDS
                    && child.facts.stream()
                            .anyMatch(it -> it.fact().equals("person.study")
                                    && it.days().includes(day));
            if (own && age >= 0 && (age < CHILDHOOD_ENDS || studies)) {
                children++;
            }
        }
        return children;
    }

    /** The decree names the unmarried, the widowed and those whose spouse is missing, and not the divorced. */
    private static boolean isSingle(Draft person, LocalDate day) {
        return person.facts.stream()
                .filter(it ->
                        it.fact().equals("person.marital_status") && it.days().includes(day))
                .anyMatch(it -> SINGLE.contains(it.value()));
    }

    static boolean isPoorInDifficultPlace(DraftHousehold household, Village village, LocalDate day) {
        boolean region = village.standing()
                .region()
                .on(day)
                .filter(it -> it.id().equals("iii"))
                .isPresent();
        boolean difficult = village.standing()
                .difficulty()
                .on(day)
                .filter(Village.Difficulty::extreme)
                .isPresent();
        return household.isPoorOrNearPoor(day.getYear()) && (region || difficult);
    }

    /** The first day of the unbroken run of years in which the household was listed. */
    private static LocalDate poorSince(DraftHousehold household, LocalDate day) {
        int year = day.getYear();
        while (year > Commune.FIRST_YEAR && household.isPoorOrNearPoor(year - 1)) {
            year--;
        }
        return LocalDate.of(year, 1, 1);
    }

    private static LocalDate firstOf(LocalDate day) {
        return day.with(TemporalAdjusters.firstDayOfYear());
    }
}
