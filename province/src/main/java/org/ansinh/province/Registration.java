package org.ansinh.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** Turns drafts into what others see. */
final class Registration {

    private Registration() {}

    static void giveKeys(DraftHousehold household, Commune commune, int sequence) {
        long base = commune.number() * 100_000_000L + sequence * 100L;
        int place = 1;
        for (var person : household.everybody()) {
            person.key = base + place++;
        }
    }

    static GeneratedHousehold register(DraftHousehold household) {
        var everybody = household.everybody();
        var people = new ArrayList<GeneratedPerson>(everybody.size());
        var relations = new ArrayList<GeneratedRelation>();
        for (var person : everybody) {
            people.add(person(household, person));
            relate(person, everybody, relations);
        }
        return new GeneratedHousehold(
                household.place,
                household.head().key,
                List.copyOf(people),
                List.copyOf(relations),
                List.copyOf(household.facts),
                List.copyOf(household.decisions));
    }

    private static GeneratedPerson person(DraftHousehold household, Draft person) {
        var birth = new Birth(person.born, person.yearOnly ? Birth.Precision.YEAR : Birth.Precision.DAY);
        var identity = new Identity(
                person.name,
                birth,
                person.sex,
                person.ethnicGroup,
                optional(person.personalNumber),
                optional(person.oldNumber));
        var memberships = new ArrayList<>(person.earlier);
        var days = person.lastDay.equals(LocalDate.MAX)
                ? DateRange.startingOn(person.since)
                : new DateRange(person.since, person.lastDay);
        memberships.add(new Membership(household.place.code(), person.role, days));
        return new GeneratedPerson(
                person.key,
                identity,
                List.copyOf(memberships),
                List.copyOf(person.facts),
                List.copyOf(person.decisions),
                List.copyOf(person.events));
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Parents raise until their children are grown; older children are no matter of any programme. */
    private static void relate(Draft person, List<Draft> here, List<GeneratedRelation> relations) {
        var father = person.father;
        var mother = person.mother;
        boolean young = person.born.getYear() >= 2000;
        if (young && father != null && here.contains(father)) {
            relations.add(raises(father, person));
        }
        if (young && mother != null && here.contains(mother)) {
            relations.add(raises(mother, person));
        }
        var spouse = person.spouse;
        if (spouse != null && here.contains(spouse)) {
            relations.add(
                    new GeneratedRelation(person.key, spouse.key, "person.spouse", DateRange.startingOn(person.wedOn)));
        }
    }

    private static GeneratedRelation raises(Draft parent, Draft child) {
        return new GeneratedRelation(parent.key, child.key, "person.raises", DateRange.startingOn(child.born));
    }
}
