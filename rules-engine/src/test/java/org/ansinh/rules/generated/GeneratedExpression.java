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
        return switch (dice.below(28)) {
            case 14 -> who + ".in_poor_home";
            case 15 -> who + ".needs_care";
            case 16 -> "%s.disability in [disability.mild, disability.severe]".formatted(who);
            case 17 -> "lookup(t.by_disability, %s.disability) %s p.low".formatted(who, comparison());
            case 18 -> "lookup(t.by_wage, %s.wage) %s p.low".formatted(who, comparison());
            case 19 -> "plus_years(%s.born, p.few) %s p.day".formatted(who, comparison());
            case 20 -> "year(%s.born) %s year(p.day)".formatted(who, comparison());
            case 21 -> "month(today) %s p.few".formatted(comparison());
            case 22 -> "on(%s, %s.lame)".formatted(dice.of("p.day", "start_of_month(today)"), who);
            case 23 -> "age(%s.born) >= lookup(t.ages, %s.rank)".formatted(who, who);
            case 24 -> "year(today) - year(%s.born) %s p.age".formatted(who, comparison());
            case 25 -> "end_of_month(%s.certified_on) %s today".formatted(who, comparison());
            case 26 ->
                "(%s.lame ? %s.wage : dong(0)) + (%s.alone ? %s.pension : dong(0)) %s dong(%d)"
                        .formatted(who, who, who, who, comparison(), dice.below(2));
            case 27 -> "p.rate - %s.wage %s p.low".formatted(who, comparison());
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
        var list =
                who.equals("household") || dice.oneIn(2) ? "household.members" : who + dice.of(".raises", ".raised_by");
        var inside = bool(depth - 1, name);
        return switch (dice.below(5)) {
            case 4 -> "%s.sum(%s, %s.wage) %s p.rate".formatted(list, name, name, comparison());
            case 0 -> "%s.exists(%s, %s)".formatted(list, name, inside);
            case 1 -> "%s.all(%s, %s)".formatted(list, name, inside);
            case 2 -> "%s.count(%s, %s) %s 1".formatted(list, name, inside, comparison());
            default -> "%s.count(%s, %s) %s p.few".formatted(list, name, inside, comparison());
        };
    }

    private String outcome(String who) {
        if (dice.oneIn(4)) {
            return level(who);
        }
        var asks = dice.of("entitled", "receives", "receives", "decided", "has_received");
        if (who.equals("household") || dice.oneIn(3)) {
            return earlierForHouseholds.isEmpty()
                    ? "p.open"
                    : "%s(household, programmes.%s)".formatted(asks, dice.of(earlierForHouseholds));
        }
        return earlierForPeople.isEmpty()
                ? who + ".lame"
                : "%s(%s, programmes.%s)".formatted(asks, who, dice.of(earlierForPeople));
    }

    private String level(String who) {
        boolean ofHousehold = who.equals("household");
        var earlier = (ofHousehold ? earlierForHouseholds : earlierForPeople)
                .stream().filter(it -> it.startsWith("pays")).toList();
        return earlier.isEmpty()
                ? "p.open"
                : "level(%s, programmes.%s) %s p.low".formatted(who, dice.of(earlier), comparison());
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
        return switch (dice.below(13)) {
            case 9 -> forPerson ? "lookup(t.by_disability, person.disability)" : "p.low";
            case 10 -> forPerson ? "lookup(t.by_wage, person.wage)" : "lookup(t.by_wage, household.income)";
            case 11 ->
                "rounded(percent(p.share, p.rate), rounding.%s)"
                        .formatted(dice.of("half_up_to_hundred", "down_to_thousand", "up_to_dong"));
            case 12 ->
                "divided(%s, p.few, rounding.%s)".formatted(person, dice.of("half_up_to_dong", "up_to_thousand"));
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
