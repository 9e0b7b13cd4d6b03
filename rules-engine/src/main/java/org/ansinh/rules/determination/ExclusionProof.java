package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ansinh.rules.pack.Exclusive;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.Programme;

/** What must hold of rules between programmes: they choose among payments, and their orders never contradict one another. */
final class ExclusionProof {

    private final LawPack pack;
    private final Problems problems;
    private final Map<String, Set<String>> before = new LinkedHashMap<>();

    ExclusionProof(LawPack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
    }

    void check() {
        pack.exclusive().forEach(this::members);
        pack.exclusive().stream()
                .filter(it -> it.keep() == Exclusive.Keep.FIRST)
                .forEach(this::order);
    }

    private void members(Exclusive rule) {
        var members = rule.programmes().stream()
                .map(it -> pack.programmes().get(it))
                .filter(Objects::nonNull)
                .toList();
        boolean mixed =
                members.stream().map(Programme::subject).distinct().count() > 1 && rule.per() == Exclusive.Per.SUBJECT;
        if (mixed || members.stream().anyMatch(it -> it.period() == Programme.Period.STANDING)) {
            problems.add(
                    rule.place(),
                    "only programmes that pay the same kind of subject can exclude one another; with 'per: household' those of a household and of its members can too");
        }
    }

    /** Adds an order; if what comes later in it already comes first elsewhere, nobody could say what is kept. */
    private void order(Exclusive rule) {
        for (int i = 0; i + 1 < rule.programmes().size(); i++) {
            var first = rule.programmes().get(i);
            var second = rule.programmes().get(i + 1);
            var path = new ArrayList<String>();
            if (leads(second, first, path, new HashSet<>())) {
                problems.add(
                        rule.place(),
                        "the orders of rules that keep the first lead back to themselves: %s → %s"
                                .formatted(first, String.join(" → ", path)));
            } else {
                before.computeIfAbsent(first, it -> new LinkedHashSet<>()).add(second);
            }
        }
    }

    private boolean leads(String from, String to, List<String> path, Set<String> done) {
        path.add(from);
        if (from.equals(to)) {
            return true;
        }
        for (var next : before.getOrDefault(from, Set.of())) {
            if (done.add(next) && leads(next, to, path, done)) {
                return true;
            }
        }
        path.removeLast();
        return false;
    }
}
