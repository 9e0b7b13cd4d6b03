package org.ansinh.province;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some hundred neighbouring households, made together so that ages and poverty have the commune's shares. */
final class Block {

    /** Nobody here became a parent younger. */
    private static final int YOUNGEST_PARENT = 16;

    private static final int YOUNGEST_HEAD = 18;

    private final LocalDate today;
    private final List<DraftHousehold> households;

    Block(LocalDate today, List<DraftHousehold> households) {
        this.today = today;
        this.households = households;
    }

    /** Gives the births of the ladder to the people, the youngest to the youngest. */
    void age(AgeLadder ladder) {
        var people = new ArrayList<Draft>();
        households.forEach(it -> people.addAll(it.people));
        var births = new int[people.size()];
        for (int i = 0; i < births.length; i++) {
            births[i] = ladder.nextBirth();
        }
        Arrays.sort(births);
        people.sort(Comparator.comparingInt((Draft it) -> it.wishedAge).reversed());
        for (int i = 0; i < births.length; i++) {
            people.get(i).born = LocalDate.ofEpochDay(births[i]);
        }
        households.forEach(this::putGrownUpFirst);
        people.forEach(this::dropImpossibleParents);
        households.forEach(this::callOthersRelatives);
    }

    /** Whoever the ladder made too young or too old for the place they had is some relative, as in many real households. */
    private void callOthersRelatives(DraftHousehold household) {
        var head = household.head();
        for (var person : household.people) {
            int younger = person.ageOn(today) - head.ageOn(today);
            boolean fits = switch (person.role) {
                case "spouse", "child_in_law" -> person.spouse != null;
                case "parent" -> head.father == person || head.mother == person;
                case "child" -> person.father == head || person.mother == head;
                case "grandchild" -> younger <= -2 * YOUNGEST_PARENT;
                default -> true;
            };
            if (!fits) {
                person.role = "relative";
            }
        }
    }

    private void putGrownUpFirst(DraftHousehold household) {
        var head = household.head();
        if (head.ageOn(today) >= YOUNGEST_HEAD) {
            return;
        }
        var oldest = household.people.stream()
                .min(Comparator.comparing((Draft it) -> it.born))
                .orElse(head);
        if (oldest.ageOn(today) >= YOUNGEST_HEAD) {
            swapBirths(head, oldest);
        } else {
            swapBirths(head, grownUpElsewhere(household));
        }
    }

    /** Somebody grown up who is neither head nor spouse nor parent: a grown child, whose place a younger one can take. */
    private Draft grownUpElsewhere(DraftHousehold household) {
        for (var other : households) {
            for (var person : other.people) {
                boolean free = person.role.equals("child") && person.spouse == null;
                if (other != household && free && person.ageOn(today) >= YOUNGEST_HEAD) {
                    return person;
                }
            }
        }
        return household.head();
    }

    private static void swapBirths(Draft one, Draft other) {
        var kept = one.born;
        one.born = other.born;
        other.born = kept;
    }

    private void dropImpossibleParents(Draft person) {
        if (tooYoung(person.father, person)) {
            person.father = null;
        }
        if (tooYoung(person.mother, person)) {
            person.mother = null;
        }
        var spouse = person.spouse;
        if (spouse != null && (person.ageOn(today) < YOUNGEST_HEAD || spouse.ageOn(today) < YOUNGEST_HEAD)) {
            person.spouse = null;
            spouse.spouse = null;
        }
    }

    private static boolean tooYoung(@Nullable Draft parent, Draft child) {
        return parent != null && parent.ageOn(child.born) < YOUNGEST_PARENT;
    }

    /** A young head whose own parents live next door left them one August, before the review. */
    void split(Dice dice) {
        for (int i = 1; i < households.size(); i++) {
            var young = households.get(i);
            var old = households.get(i - 1);
            int age = young.head().ageOn(today);
            int parentAge = old.head().ageOn(today);
            boolean fits = old.head().sex == Sex.MALE
                    && old.splitFrom == null
                    && young.place.village().equals(old.place.village())
                    && age >= 23
                    && age <= 36
                    && parentAge - age >= 19
                    && parentAge - age <= 40;
            if (fits && dice.percent(18)) {
                young.splitFrom = old;
                int last = today.getMonthValue() > 8 ? today.getYear() : today.getYear() - 1;
                young.founded = LocalDate.of(dice.between(last - 4, last), 8, dice.between(1, 30));
                young.head().father = old.head();
            }
        }
    }
}
