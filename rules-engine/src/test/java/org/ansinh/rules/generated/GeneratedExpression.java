package org.ansinh.rules.generated;

import java.util.List;

/** Expressions of the law's language, of every kind it has, over the dictionary of {@link GeneratedPack}. */
final class GeneratedExpression {

    private final Dice dice;
    private final boolean forPerson;
    private final List<String> earlierForPeople;
    private final List<String> earlierForHouseholds;
    private int variables;

    GeneratedExpression(Dice dice, boolean forPerson, List<String> people, List<String> households) {
        this.dice = dice;
        this.forPerson = forPerson;
        this.earlierForPeople = people;
        this.earlierForHouseholds = households;
    }

    String condition() {
        return bool(2, forPerson ? "person" : "household");
    }

    private String bool(int depth, String who) {
        if (depth == 0 || dice.oneIn(3)) {
            return leaf(depth, who);
        }
        return switch (dice.below(5)) {
            case 0, 1 -> "(%s && %s)".formatted(bool(depth - 1, who), bool(depth - 1, who));
            case 2 -> "(%s || %s)".formatted(bool(depth - 1, who), bool(depth - 1, who));
            case 3 -> "!(%s)".formatted(bool(depth - 1, who));
            default -> "(%s ? %s : %s)".formatted(bool(depth - 1, who), bool(depth - 1, who), bool(depth - 1, who));
        };
    }

    private String leaf(int depth, String who) {
        int kind = dice.below(10);
        if (kind < 4 && !who.equals("household")) {
            return ofPerson(who);
        }
        return switch (kind) {
            case 4 ->
                dice.of("household.class == class.poor", "household.class != class.none", "household.rooms >= p.few");
            case 5 -> dice.of("village.remote", "village.region == region.iii", "household.on_grid");
            case 6 -> dice.of("today <= p.day", "p.open", "p.few < p.many", "household.income < p.rate");
            case 7, 8 -> depth > 0 ? list(depth, who) : dice.of("household.on_grid", "household.income > p.low");
            case 9 -> outcome(who);
            default -> dice.of("household.on_grid", "household.rooms == p.few", "household.income == dong(0)");
        };
    }

    private String ofPerson(String who) {
        return switch (dice.below(14)) {
            case 0 -> who + ".lame";
            case 1 -> who + ".alone";
            case 2 -> who + ".disability " + dice.of("==", "!=") + " disability." + dice.of("none", "mild", "severe");
            case 3 -> who + ".rank " + dice.of("==", "!=") + " rank." + dice.of("a", "b", "c");
            case 4 -> who + ".pension " + comparison() + " p.rate";
            case 5 -> who + ".wage " + comparison() + " p.low";
            case 6 -> "age(%s.born) %s p.age".formatted(who, comparison());
            case 7 -> "age_months(%s.born) %s p.months".formatted(who, comparison());
            case 8 -> "months_between(%s.born, p.day) %s p.months".formatted(who, comparison());
            case 9 -> "%s.certified_on %s today".formatted(who, dice.of("<=", ">", "=="));
            case 10 -> "days_between(%s.certified_on, today) %s p.many".formatted(who, comparison());
            case 11 -> "%s.wage %s %s.pension".formatted(who, comparison(), who);
            case 12 -> "age(%s.born) >= (%s.lame ? p.few : p.age)".formatted(who, who);
            default -> "%s.share * p.rate %s p.low".formatted(who, comparison());
        };
    }

    private String comparison() {
        return dice.of("<", "<=", ">", ">=", "==", "!=");
    }

    private String list(int depth, String who) {
        var name = "m" + variables++;
        var list = who.equals("household") || dice.oneIn(2) ? "household.members" : who + ".raises";
        var inside = bool(depth - 1, name);
        return switch (dice.below(4)) {
            case 0 -> "%s.exists(%s, %s)".formatted(list, name, inside);
            case 1 -> "%s.all(%s, %s)".formatted(list, name, inside);
            case 2 -> "%s.count(%s, %s) %s 1".formatted(list, name, inside, comparison());
            default -> "%s.count(%s, %s) %s p.few".formatted(list, name, inside, comparison());
        };
    }

    private String outcome(String who) {
        var asks = dice.of("entitled", "receives");
        if (who.equals("household") || dice.oneIn(3)) {
            return earlierForHouseholds.isEmpty()
                    ? "p.open"
                    : "%s(household, programmes.%s)".formatted(asks, dice.of(earlierForHouseholds));
        }
        return earlierForPeople.isEmpty()
                ? who + ".lame"
                : "%s(%s, programmes.%s)".formatted(asks, who, dice.of(earlierForPeople));
    }

    /** A start rule that counts from a day on a paper, where the subject can have one. */
    String dayRule() {
        return forPerson ? "month_of, fact: person.certified_on" : "month_met";
    }

    String amount() {
        return amount(2);
    }

    private String amount(int depth) {
        if (depth > 0 && dice.oneIn(3)) {
            return "(%s ? %s : %s)".formatted(condition(), amount(depth - 1), amount(depth - 1));
        }
        var person = forPerson ? "person.wage" : "household.income";
        return switch (dice.below(9)) {
            case 0, 1, 2 -> dice.of("p.rate", "p.low", "dong(0)");
            case 3 -> "to_dong(p.rate * p.coefficient)";
            case 4 -> "to_thousand(p.low * p.coefficient)";
            case 5 ->
                "household.members.count(c%d, %s) * p.low".formatted(variables++, "c" + (variables - 1) + ".lame");
            case 6 -> "max(dong(0), p.rate - %s)".formatted(person);
            case 7 -> "min(p.rate, %s)".formatted(person);
            default -> "to_dong(%s * p.coefficient)".formatted(person);
        };
    }
}
