package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.determination.CompiledProgramme.Way;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Text;

/** What is the same in everybody's reasons for one programme: its provisions and conditions as they are told. */
final class Wording {

    private final List<Cited<Reason.LawOfProvision>> provisions = new ArrayList<>();
    private final List<Cited<Reason.LawOfProvision>> holes = new ArrayList<>();
    private final List<Told> conditions = new ArrayList<>();
    private final List<int[]> conditionsOf = new ArrayList<>();

    /** A condition as provisions with one citation tell it, and what is said where it fails. */
    record Told(int condition, Cited<Reason.LawOfCondition> law, Optional<String> code, Optional<Text> whyNot) {}

    private record Key(int condition, Cited<Reason.LawOfCondition> law) {}

    Wording(Programme programme, List<ConditionRule> rules, List<Way> ways, Citations citations) {
        var places = new HashMap<Key, Integer>();
        for (var way : ways) {
            var provision = way.provision();
            provisions.add(citations.provision(provision, provision.says()));
            holes.add(provision
                    .hole()
                    .map(it -> citations.provision(provision, Words.inHole(provision.says(), it)))
                    .orElse(provisions.getLast()));
            conditionsOf.add(way.conditions().stream()
                    .mapToInt(it ->
                            place(programme, it, rules.get(it), citations.condition(rules.get(it), provision), places))
                    .toArray());
        }
    }

    private int place(
            Programme programme,
            int condition,
            ConditionRule rule,
            Cited<Reason.LawOfCondition> law,
            Map<Key, Integer> places) {
        return places.computeIfAbsent(new Key(condition, law), key -> {
            var whyNot =
                    rule.reasonCode().map(it -> programme.reasons().get(it)).map(it -> it.text());
            conditions.add(new Told(condition, law, rule.reasonCode(), whyNot));
            return conditions.size() - 1;
        });
    }

    Cited<Reason.LawOfProvision> provision(int way, boolean isOpen) {
        return (isOpen ? holes : provisions).get(way);
    }

    /** The conditions of a provision, by their places among {@link #condition}; nobody writes into them. */
    int[] conditionsOf(int way) {
        return conditionsOf.get(way);
    }

    Told condition(int place) {
        return conditions.get(place);
    }

    int conditions() {
        return conditions.size();
    }
}
