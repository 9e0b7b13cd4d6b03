package org.ansinh.app.exchange.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.exchange.ComparedLine;
import org.ansinh.app.exchange.ComparedLine.Ours;
import org.ansinh.app.exchange.ComparedLine.Outcome;
import org.ansinh.app.exchange.ComparedLine.Theirs;

/** A month's payments as the law gives them here, beside the list the office kept itself: equal, different, only here, only there, and why. */
public final class ComparedMonth {

    private final Map<String, List<Ours>> byKey = new HashMap<>();
    private final Map<String, List<Ours>> byNumber = new HashMap<>();
    private final Map<String, List<Ours>> byName = new HashMap<>();
    private final List<Ours> all;

    private ComparedMonth(List<Ours> all) {
        this.all = all;
        for (var it : all) {
            put(byKey, it.key(), it);
            put(byNumber, it.number(), it);
            put(byName, named(it.name(), it.birthYear()), it);
        }
    }

    private static void put(Map<String, List<Ours>> index, String key, Ours it) {
        if (!key.isEmpty()) {
            index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(it);
        }
    }

    private static String named(String name, int birthYear) {
        return Words.folded(name) + ' ' + birthYear;
    }

    public static List<ComparedLine> of(List<Ours> ours, List<Theirs> theirs) {
        return new ComparedMonth(ours).lines(theirs);
    }

    private List<ComparedLine> lines(List<Theirs> theirs) {
        var lines = new ArrayList<ComparedLine>();
        var met = new HashSet<Integer>();
        for (var row : theirs) {
            lines.add(line(row, met));
        }
        for (var it : all) {
            if (it.owed() > 0 && !met.contains(it.subject())) {
                lines.add(new ComparedLine(
                        Outcome.ONLY_HERE,
                        Optional.of(it),
                        Optional.empty(),
                        it.unverified() ? "unverified_law" : "decided_here",
                        ""));
            }
        }
        return lines;
    }

    private ComparedLine line(Theirs row, Set<Integer> met) {
        var found = find(row);
        if (found.size() != 1) {
            var cause = found.isEmpty() ? "not_in_register" : "several_of_that_name";
            return new ComparedLine(Outcome.ONLY_THERE, Optional.empty(), Optional.of(row), cause, "");
        }
        var it = found.getFirst();
        if (!met.add(it.subject())) {
            return new ComparedLine(Outcome.ONLY_THERE, Optional.of(it), Optional.of(row), "twice_on_their_list", "");
        }
        if (it.owed() == row.amount()) {
            return new ComparedLine(Outcome.EQUAL, Optional.of(it), Optional.of(row), "", "");
        }
        if (it.owed() == 0) {
            return new ComparedLine(
                    Outcome.ONLY_THERE, Optional.of(it), Optional.of(row), whyNothing(it), it.missing());
        }
        return new ComparedLine(Outcome.DIFFERS, Optional.of(it), Optional.of(row), whyAnother(it, row), it.missing());
    }

    private List<Ours> find(Theirs row) {
        var number = digits(row.number());
        var exact = byNumber.getOrDefault(number, byKey.getOrDefault(row.key(), List.of()));
        return exact.isEmpty() ? byName.getOrDefault(named(row.name(), row.birthYear()), List.of()) : exact;
    }

    /** A number from a spreadsheet, its lost zeros put back. */
    private static String digits(String written) {
        var bare = written.replaceAll("[\\s.\\u00A0-]", "");
        return bare.matches("\\d{10,11}") ? "0".repeat(12 - bare.length()) + bare : bare;
    }

    private static String whyNothing(Ours it) {
        if (it.died()) {
            return "died";
        }
        return switch (it.answer()) {
            case "m" -> it.decided() ? "not_owed_yet" : "no_decision";
            case "u" -> "facts_missing";
            case "n" -> "no_longer_met";
            default -> "law_gives_nothing";
        };
    }

    private static String whyAnother(Ours it, Theirs row) {
        if (it.answer().equals("u")) {
            return "only_floor_is_certain";
        }
        if (row.amount() > it.owed() && row.amount() % it.owed() == 0) {
            return "several_months";
        }
        return it.unverified() ? "unverified_law" : "another_level";
    }
}
