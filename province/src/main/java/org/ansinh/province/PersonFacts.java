package org.ansinh.province;

import java.time.LocalDate;

/** Writes down what the register knows of a person. Some questions stay open, as in real registers. */
final class PersonFacts {

    private static final int GROWN_UP = 18;
    private static final int OLD = 60;

    private final LocalDate today;
    private final boolean ward;
    private final Schooling schooling;

    PersonFacts(LocalDate today, boolean ward) {
        this.today = today;
        this.ward = ward;
        this.schooling = new Schooling(today, ward);
    }

    void write(DraftHousehold household, Dice dice) {
        for (var person : household.people) {
            int age = person.ageOn(today);
            certificates(person, household, dice);
            schooling.enrol(person, dice);
            work(person, age, dice);
            honours(person, age, dice);
            rareStays(person, age, dice);
            if (age >= GROWN_UP && wasPoorLately(household)) {
                marriage(person, household, age, dice);
            }
            if (age >= OLD) {
                oldAge(person, household, dice);
            }
        }
        household.former.forEach(this::pension);
    }

    private boolean wasPoorLately(DraftHousehold household) {
        int year = today.getYear();
        return household.isPoorOrNearPoor(year)
                || household.isPoorOrNearPoor(year - 1)
                || household.isPoorOrNearPoor(year - 2);
    }

    private void certificates(Draft person, DraftHousehold household, Dice dice) {
        var sheet = FactSheet.of(person);
        var traits = person.traits;
        if (!traits.disability().equals("none")) {
            sheet.since("person.disability", traits.certifiedOn(), FactValue.words(traits.disability()));
            sheet.since(
                    "person.disability_certified_on", traits.certifiedOn(), new FactValue.Day(traits.certifiedOn()));
        }
        boolean cared = traits.disability().equals("extremely_severe") && household.people.size() > 1;
        if (cared && dice.percent(85)) {
            sheet.since("person.cared_at_home", traits.certifiedOn(), FactValue.YES);
        }
        if (traits.orphan()) {
            sheet.since("person.child_without_support", recently(person, dice), FactValue.YES);
        }
        if (traits.hiv()) {
            sheet.since("person.hiv", recently(person, dice), FactValue.YES);
            if (person.ageOn(today) >= 16 && dice.percent(85)) {
                sheet.since(
                        "person.stable_income",
                        LocalDate.of(2025, 1, 1),
                        dice.percent(25) ? FactValue.YES : FactValue.NO);
            }
        }
    }

    /** A day of the last years on which the person lived. */
    private LocalDate recently(Draft person, Dice dice) {
        var earliest = PastLives.later(Fortunes.REGISTERS_BEGIN, person.born);
        int days = (int) (today.toEpochDay() - earliest.toEpochDay());
        return earliest.plusDays(dice.below(Math.max(1, days - 30)));
    }

    private void work(Draft person, int age, Dice dice) {
        boolean ofAge = age >= 20 && age < OLD && !person.traits.isSeverelyDisabled();
        if (ofAge && dice.percent(ward ? 42 : 12)) {
            var since = person.born.plusYears(19 + dice.below(Math.min(12, age - 18)));
            FactSheet.of(person).since("person.employed_insured", since, FactValue.YES);
        }
        boolean mayBear = person.sex == Sex.FEMALE && age >= 19 && age <= 38 && person.spouse != null;
        if (mayBear && dice.perMyriad(250)) {
            FactSheet.of(person).since("person.pregnant", today.minusDays(dice.between(20, 200)), FactValue.YES);
        }
        boolean foreign = age < OLD
                && person.role.equals("spouse")
                && person.sex == Sex.FEMALE
                && person.personalNumber.isEmpty();
        if (foreign && dice.percent(30)) {
            FactSheet.of(person).since("person.citizen", person.born, FactValue.NO);
        }
    }

    private static void honours(Draft person, int age, Dice dice) {
        var sheet = FactSheet.of(person);
        var since = LocalDate.of(dice.between(2019, 2024), dice.between(1, 12), 1);
        if (age >= 45) {
            int chance = dice.below(10_000);
            if (age >= 70 && chance < 300) {
                sheet.since("person.merit", since, FactValue.words("meritorious"));
            } else if (chance < 440) {
                sheet.since("person.merit", since, FactValue.words("martyr_relative"));
            } else if (chance < 560) {
                sheet.since("person.merit", since, FactValue.words("other_relative"));
            }
        }
        if (person.sex == Sex.MALE && age >= 50 && age <= 80 && dice.percent(7)) {
            sheet.since("person.veteran", since, FactValue.YES);
        }
    }

    private void rareStays(Draft person, int age, Dice dice) {
        boolean facility = dice.perMyriad(person.traits.orphan() || age >= 80 ? 60 : 1);
        if (facility && person.traits.noSupporter() != person.traits.orphan()) {
            var since = recently(person, dice);
            var ground = person.traits.orphan() ? "child" : "elderly";
            FactSheet.of(person).since("person.in_facility", since, FactValue.YES);
            FactSheet.of(person).since("person.facility_ground", since, FactValue.words(ground));
        } else if (age >= GROWN_UP && age < OLD && dice.perMyriad(5)) {
            FactSheet.of(person).since("person.detained", today.minusDays(dice.between(20, 700)), FactValue.YES);
        }
    }

    private void marriage(Draft person, DraftHousehold household, int age, Dice dice) {
        if (dice.percent(4)) {
            return;
        }
        var sheet = FactSheet.of(person);
        if (person.spouse != null) {
            sheet.since("person.marital_status", person.wedOn, FactValue.words("married"));
            return;
        }
        var lastChild = household.people.stream()
                .filter(it -> it.father == person || it.mother == person)
                .map(it -> it.born)
                .max(LocalDate::compareTo);
        var grownUp = person.born.plusYears(GROWN_UP);
        if (lastChild.isEmpty()) {
            boolean widowed = age >= OLD || (person.role.equals("parent") && age >= 45);
            sheet.since(
                    "person.marital_status",
                    widowed ? person.born.plusYears(44) : grownUp,
                    FactValue.words(widowed ? "widowed" : "single"));
            return;
        }
        int kind = age >= 52 ? dice.below(45) : dice.below(100);
        var alone = kind < 38 ? "widowed" : kind < 66 ? "divorced" : kind < 92 ? "single" : "spouse_missing";
        var since = alone.equals("single") ? grownUp : PastLives.later(grownUp, lastChild.get());
        sheet.since("person.marital_status", PastLives.earlier(since, today.minusDays(30)), FactValue.words(alone));
    }

    private void oldAge(Draft person, DraftHousehold household, Dice dice) {
        pension(person);
        var sheet = FactSheet.of(person);
        if (wasPoorLately(household) && (person.traits.noSupporter() || dice.percent(93))) {
            sheet.since(
                    "person.no_one_to_support",
                    PastLives.later(LocalDate.of(2022, 1, 1), person.born.plusYears(OLD)),
                    person.traits.noSupporter() ? FactValue.YES : FactValue.NO);
        }
        if (person.traits.pension() == 0 && dice.perMyriad(150)) {
            sheet.since("person.other_monthly_allowance", LocalDate.of(2021, 7, 1), FactValue.YES);
        }
    }

    private void pension(Draft person) {
        var sixty = person.born.plusYears(OLD);
        if (person.traits.pension() >= 0 && sixty.isBefore(today)) {
            var sheet = FactSheet.of(person);
            sheet.since(
                    "person.monthly_pension",
                    PastLives.later(LocalDate.of(2021, 1, 1), sixty),
                    new FactValue.Whole(person.traits.pension()));
            if (person.traits.pension() > 0) {
                sheet.since("person.employed_insured", sixty, FactValue.YES);
            }
        }
    }
}
