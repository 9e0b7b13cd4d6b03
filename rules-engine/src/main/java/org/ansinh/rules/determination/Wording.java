package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.determination.CompiledProgramme.Way;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Text;

/** What is the same in everybody's reasons for one programme: its provisions and conditions as they are told. */
final class Wording {

    private final OfWay[] ways;
    private final Told[] conditions;
    private final int mostConditions;

    /** A provision as it is told, and where it is open because of a hole in the law; and its conditions by their places. */
    private record OfWay(
            Cited<Reason.LawOfProvision> law, Cited<Reason.LawOfProvision> open, int[] conditions, boolean asksDay) {}

    /** A condition as provisions with one citation tell it, and what is said where it fails. */
    record Told(
            int condition,
            boolean isOfDay,
            Cited<Reason.LawOfCondition> law,
            Optional<String> code,
            Optional<Text> whyNot) {

        Reason.OfCondition told(long value, List<Reason.Used> used) {
            return new Reason.OfCondition(
                    law,
                    Answer.of(value),
                    value == 0 ? code : Optional.empty(),
                    value == 0 ? whyNot : Optional.empty(),
                    used);
        }
    }

    private record Key(int condition, Cited<Reason.LawOfCondition> law) {}

    Wording(
            Programme programme,
            List<ConditionRule> rules,
            List<SharedStep> steps,
            List<Way> ways,
            Citations citations) {
        var places = new HashMap<Key, Integer>();
        var told = new ArrayList<Told>();
        var ofWays = new ArrayList<OfWay>();
        for (var way : ways) {
            var provision = way.provision();
            var law = citations.provision(provision, provision.says());
            var asked = new int[way.conditions().size()];
            for (int i = 0; i < asked.length; i++) {
                int condition = way.conditions().get(i);
                var rule = rules.get(condition);
                var key = new Key(condition, citations.condition(rule, provision));
                asked[i] = places.computeIfAbsent(key, it -> told.size());
                if (asked[i] == told.size()) {
                    told.add(told(programme, rule, steps.get(condition).isCommon(), key));
                }
            }
            var open = provision
                    .hole()
                    .map(it -> citations.provision(provision, Words.inHole(provision.says(), it)))
                    .orElse(law);
            ofWays.add(new OfWay(
                    law,
                    open,
                    asked,
                    Arrays.stream(asked).anyMatch(it -> told.get(it).isOfDay())));
        }
        this.ways = ofWays.toArray(OfWay[]::new);
        this.conditions = told.toArray(Told[]::new);
        this.mostConditions =
                ofWays.stream().mapToInt(it -> it.conditions().length).max().orElse(0);
    }

    private static Told told(Programme programme, ConditionRule rule, boolean isOfDay, Key key) {
        var whyNot = rule.reasonCode().map(it -> programme.reasons().get(it)).map(it -> it.text());
        return new Told(key.condition(), isOfDay, key.law(), rule.reasonCode(), whyNot);
    }

    Cited<Reason.LawOfProvision> provision(int way, boolean isOpen) {
        return isOpen ? ways[way].open() : ways[way].law();
    }

    /** The conditions of a provision, by their places among {@link #condition}; nobody writes into them. */
    int[] conditionsOf(int way) {
        return ways[way].conditions();
    }

    /** Whether any of them asks the day alone. */
    boolean asksDay(int way) {
        return ways[way].asksDay();
    }

    /** How many the provision with the most has. */
    int mostConditions() {
        return mostConditions;
    }

    Told condition(int place) {
        return conditions[place];
    }

    int conditions() {
        return conditions.length;
    }
}
