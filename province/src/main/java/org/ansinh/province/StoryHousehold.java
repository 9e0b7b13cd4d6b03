package org.ansinh.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** Writes one household of a story by hand, in the same form as all the others. */
final class StoryHousehold {

    private static final LocalDate COMMUNES_DECIDE = LocalDate.of(2025, 7, 1);

    private final Commune commune;
    private final Recipe recipe;
    private final NumberIssuer numbers;
    private final DraftHousehold household = new DraftHousehold(new ArrayList<>());
    private final int sequence;

    StoryHousehold(Commune commune, Recipe recipe, NumberIssuer numbers, Village village, int sequence) {
        this.commune = commune;
        this.recipe = recipe;
        this.numbers = numbers;
        this.sequence = sequence;
        household.place = new HouseholdPlace(
                Housing.code(commune, sequence), village.code(), commune.code(), village.formerCommune());
        household.founded = LocalDate.of(2012, 4, 1);
    }

    StoryHousehold foundedOn(LocalDate day) {
        household.founded = day;
        return this;
    }

    Draft add(String role, Sex sex, String name, String ethnicGroup, LocalDate born) {
        var person = new Draft(role, sex, 0);
        person.name = name;
        person.ethnicGroup = ethnicGroup;
        person.born = born;
        person.since = PastLives.later(born, household.founded);
        var dice = new Dice(recipe.seed(), commune.number(), sequence, household.people.size());
        person.personalNumber = numbers.personalNumber(sex, born, true, dice);
        household.people.add(person);
        Registration.giveKeys(household, commune, sequence);
        return person;
    }

    void marry(Draft one, Draft other, LocalDate on) {
        Draft.marry(one, other);
        one.wedOn = on;
        other.wedOn = on;
        say(one, "person.marital_status", on, FactValue.words("married"));
        say(other, "person.marital_status", on, FactValue.words("married"));
    }

    void say(Draft person, String fact, LocalDate since, FactValue value) {
        FactSheet.of(person).since(fact, since, value);
    }

    void certify(Draft person, String degree, LocalDate on) {
        say(person, "person.disability", on, FactValue.words(degree));
        say(person, "person.disability_certified_on", on, new FactValue.Day(on));
    }

    void noPension(Draft person) {
        say(person, "person.monthly_pension", LocalDate.of(2021, 1, 1), new FactValue.Whole(0));
    }

    void classified(String name, int firstYear) {
        for (int year = firstYear; year <= recipe.today().getYear(); year++) {
            FactSheet.of(household)
                    .during(
                            "household.class",
                            LocalDate.of(year, 1, 1),
                            LocalDate.of(year, 12, 31),
                            FactValue.words(name));
        }
    }

    /** A decision in force, signed by whoever decided on that day. */
    void decided(Draft person, String programme, DecisionPaper paper, DateRange days, long amount) {
        pay(person, programme, paper, days, amount, PayTo.cash(person.key));
    }

    void pay(Draft person, String programme, DecisionPaper paper, DateRange days, long amount, PayTo to) {
        var paid = new Papers(commune, recipe.today()).paidThrough(days);
        person.decisions.add(new GeneratedDecision(programme, paper, days, amount, paid, to));
    }

    void onElectricityList(LocalDate signed, long amount) {
        var days = new DateRange(LocalDate.of(signed.getYear(), 1, 1), LocalDate.of(signed.getYear(), 12, 31));
        Optional<LocalDate> paid = new Papers(commune, recipe.today()).quartersPaidThrough(days);
        household.decisions.add(new GeneratedDecision(
                "electricity", paper(71, signed), days, amount, paid, PayTo.cash(household.head().key)));
    }

    DecisionPaper paper(int number, LocalDate signed) {
        boolean district = signed.isBefore(COMMUNES_DECIDE);
        var name = commune.former().getFirst().district();
        var office = district ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : "xã " + commune.name();
        return new DecisionPaper(number + "/QĐ-UBND", signed, "Chủ tịch Ủy ban nhân dân " + office);
    }

    DraftHousehold done() {
        return household;
    }
}
