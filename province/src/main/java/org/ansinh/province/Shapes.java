package org.ansinh.province;

import java.util.ArrayList;
import java.util.List;

/** Who lives together in a household of a given size: who is head, spouse, child, parent, and about how old. */
final class Shapes {

    private final Dice dice;
    private final List<Draft> people = new ArrayList<>();

    private Shapes(Dice dice) {
        this.dice = dice;
    }

    static List<Draft> of(int size, Dice dice) {
        var shapes = new Shapes(dice);
        switch (size) {
            case 1 -> shapes.alone();
            case 2 -> shapes.two();
            case 3 -> shapes.three();
            default -> shapes.many(size);
        }
        return shapes.people;
    }

    private Draft add(String role, Sex sex, int age) {
        var person = new Draft(role, sex, age);
        people.add(person);
        return person;
    }

    private Sex child() {
        return dice.percent(52) ? Sex.MALE : Sex.FEMALE;
    }

    private void alone() {
        if (dice.percent(42)) {
            add("head", dice.percent(30) ? Sex.MALE : Sex.FEMALE, dice.between(58, 88));
        } else {
            add("head", dice.percent(62) ? Sex.MALE : Sex.FEMALE, dice.between(20, 59));
        }
    }

    private void two() {
        int kind = dice.below(100);
        if (kind < 38) {
            couple(dice.between(50, 82));
        } else if (kind < 60) {
            couple(dice.between(22, 49));
        } else if (kind < 78) {
            single(dice.between(22, 45), 1);
        } else if (kind < 90) {
            var parent = add("head", dice.percent(35) ? Sex.MALE : Sex.FEMALE, dice.between(48, 80));
            bear(parent, parent.wishedAge - dice.between(21, 32), "child");
        } else {
            var elder = add("head", dice.percent(25) ? Sex.MALE : Sex.FEMALE, dice.between(54, 78));
            add("grandchild", child(), Math.max(0, elder.wishedAge - dice.between(45, 58)));
        }
    }

    private void three() {
        int kind = dice.below(100);
        if (kind < 48) {
            family(dice.between(23, 44), 1);
        } else if (kind < 70) {
            var head = couple(dice.between(44, 66));
            bear(head, head.wishedAge - dice.between(22, 30), "child");
        } else if (kind < 80) {
            var head = couple(dice.between(30, 58));
            parents(head, 1);
        } else if (kind < 92) {
            single(dice.between(26, 46), 2);
        } else {
            var head = couple(dice.between(52, 72));
            add("grandchild", child(), Math.max(0, head.wishedAge - dice.between(44, 56)));
        }
    }

    private void many(int size) {
        int kind = dice.below(100);
        if (kind < 46) {
            family(dice.between(24, 50), size - 2);
        } else if (kind < 70 || size < 5) {
            int elders = size >= 5 && dice.percent(45) ? 2 : 1;
            var head = family(dice.between(25, 48), size - 2 - elders);
            parents(head, elders);
        } else if (kind < 96) {
            threeGenerations(size);
        } else {
            single(dice.between(28, 46), size - 1);
        }
    }

    /** An older couple, a grown child, the child's spouse and grandchildren. */
    private void threeGenerations(int size) {
        var head = couple(dice.between(44, 66));
        var heir = bear(head, head.wishedAge - dice.between(20, 26), "child");
        var inLaw = add("child_in_law", heir.sex.other(), heir.wishedAge + dice.between(-4, 3));
        Draft.marry(heir, inLaw);
        for (int i = 4; i < size; i++) {
            if (i == 6 && dice.percent(60)) {
                bear(head, head.wishedAge - dice.between(27, 36), "child");
            } else {
                var mother = heir.sex == Sex.FEMALE ? heir : inLaw;
                bear(mother, Math.max(0, mother.wishedAge - dice.between(19, 27)), "grandchild");
            }
        }
    }

    private Draft family(int age, int children) {
        var head = couple(age);
        var mother = head.sex == Sex.FEMALE || head.spouse == null ? head : head.spouse;
        bearAll(mother, children);
        return head;
    }

    private void single(int age, int children) {
        bearAll(add("head", dice.percent(22) ? Sex.MALE : Sex.FEMALE, age), children);
    }

    private void bearAll(Draft parent, int children) {
        int next = parent.wishedAge - dice.between(19, 25);
        for (int i = 0; i < children; i++) {
            bear(parent, next, "child");
            next -= dice.between(1, 4);
        }
    }

    private Draft couple(int headAge) {
        var head = add("head", dice.percent(80) ? Sex.MALE : Sex.FEMALE, headAge);
        int difference = dice.between(-1, 5);
        var spouse =
                add("spouse", head.sex.other(), head.sex == Sex.MALE ? headAge - difference : headAge + difference);
        Draft.marry(head, spouse);
        return head;
    }

    private void parents(Draft head, int count) {
        int age = Math.max(head.wishedAge + dice.between(20, 30), 48);
        var first = add("parent", count == 1 && dice.percent(72) ? Sex.FEMALE : Sex.MALE, age);
        bind(head, first);
        if (count == 2) {
            var second = add("parent", Sex.FEMALE, age - dice.between(-1, 4));
            Draft.marry(first, second);
            bind(head, second);
        }
    }

    private Draft bear(Draft parent, int age, String role) {
        var born = add(role, child(), age);
        bind(born, parent);
        if (parent.spouse != null) {
            bind(born, parent.spouse);
        }
        return born;
    }

    private static void bind(Draft child, Draft parent) {
        if (parent.sex == Sex.MALE) {
            child.father = parent;
        } else {
            child.mother = parent;
        }
    }
}
