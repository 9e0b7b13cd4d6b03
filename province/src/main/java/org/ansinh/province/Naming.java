package org.ansinh.province;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives ethnic group, name and numbers: children after their father, a spouse mostly from the same people. */
final class Naming {

    private final Commune commune;
    private final List<String> ethnicGroups;
    private final Names names;
    private final NumberIssuer numbers;
    private final LocalDate today;

    Naming(Commune commune, Atlas atlas, Names names, NumberIssuer numbers, LocalDate today) {
        this.commune = commune;
        this.ethnicGroups = atlas.ethnicGroups();
        this.names = names;
        this.numbers = numbers;
        this.today = today;
    }

    void name(DraftHousehold household, Dice dice) {
        var origin = household.splitFrom;
        var ethnicGroup = origin == null ? anyGroup(dice) : origin.head().ethnicGroup;
        var surname = origin == null ? names.surname(ethnicGroup, dice) : origin.head().surname;
        var everybody = household.everybody();
        for (var person : everybody) {
            boolean ownBlood = !person.role.equals("spouse") && !person.role.equals("child_in_law");
            if (ownBlood && !isMarriedIn(person)) {
                person.ethnicGroup = ethnicGroup;
                person.surname = surname;
            } else {
                person.ethnicGroup = dice.percent(88) ? ethnicGroup : anyGroup(dice);
                person.surname = names.surname(person.ethnicGroup, dice);
            }
        }
        for (var person : everybody) {
            followFather(person);
            person.name =
                    person.surname + " " + names.rest(person.ethnicGroup, person.sex, person.born.getYear(), dice);
            number(person, dice);
        }
    }

    private static boolean isMarriedIn(Draft person) {
        return person.role.equals("parent") && person.sex == Sex.FEMALE;
    }

    private static void followFather(Draft person) {
        var source = person.father != null ? person.father : person.role.equals("child") ? person.mother : null;
        if (source != null) {
            person.surname = source.surname;
            person.ethnicGroup = source.ethnicGroup;
        }
    }

    private String anyGroup(Dice dice) {
        return ethnicGroups.get(dice.weighted(commune.shares().ethnicGroups()));
    }

    private void number(Draft person, Dice dice) {
        int age = person.ageOn(today);
        person.yearOnly = age >= 66 && dice.percent(age >= 80 ? 45 : 22);
        if (person.yearOnly) {
            person.born = person.born.withDayOfYear(1);
        }
        boolean bornHere = dice.percent(person.role.equals("spouse") ? 88 : 97);
        if (!dice.perMyriad(chanceOfNone(person, age))) {
            person.personalNumber = numbers.personalNumber(person.sex, person.born, bornHere, dice);
        }
        if (age >= 22 && dice.percent(person.personalNumber.isEmpty() ? 70 : 45)) {
            person.oldNumber = numbers.oldNumber();
        }
    }

    /** Three in a hundred have no number: the newborn, many of the very old, some brides from across the border. */
    private static int chanceOfNone(Draft person, int age) {
        if (age < 1) {
            return 4_500;
        }
        if (age >= 80) {
            return 1_100;
        }
        return person.role.equals("spouse") || person.role.equals("child_in_law") ? 450 : 210;
    }

    /** Three people of one name in one commune, told apart only by year, village and head of household. */
    void plantTriple(List<DraftHousehold> households) {
        @Nullable String shared = null;
        @Nullable Draft first = null;
        int found = 0;
        for (var household : households) {
            var head = household.head();
            boolean fits = head.sex == Sex.MALE && household.splitFrom == null;
            if (fits && first == null) {
                first = head;
                shared = head.name;
                found = 1;
            } else if (fits && first != null && shared != null && found < 3 && alike(first, head)) {
                head.name = shared;
                found++;
            }
        }
    }

    private static boolean alike(Draft first, Draft second) {
        return first.ethnicGroup.equals(second.ethnicGroup)
                && first.surname.equals(second.surname)
                && Math.abs(first.born.getYear() - second.born.getYear()) <= 25;
    }
}
