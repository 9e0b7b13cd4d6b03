package org.ansinh.app.exchange.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
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
    private final Circumstances in;

    /**
     * What holds for the whole month.
     *
     * @param determined somebody has asked what the law gives for it
     * @param elsewhere whether a number is registered outside the area
     * @param belongs whether somebody of the area lives in the commune the list is of
     */
    public record Circumstances(boolean determined, Predicate<String> elsewhere, IntPredicate belongs) {}

    private ComparedMonth(List<Ours> all, Circumstances in) {
        this.all = all;
        this.in = in;
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

    public static List<ComparedLine> of(List<Ours> ours, List<Theirs> theirs, Circumstances in) {
        return new ComparedMonth(ours, in).lines(theirs);
    }

    private List<ComparedLine> lines(List<Theirs> theirs) {
        var lines = new ArrayList<ComparedLine>();
        var met = new HashSet<Integer>();
        for (var row : theirs) {
            lines.add(line(row, met));
        }
        for (var it : all) {
            if (it.owed() > 0 && !met.contains(it.subject()) && in.belongs().test(it.subject())) {
                // Whoever has a level that was signed is missing from the list; a new right on unverified law may well
                // be on none yet.
                var cause = it.level() == 0 && it.standing().unverified() ? "unverified_law" : "decided_here";
                lines.add(new ComparedLine(Outcome.ONLY_HERE, Optional.of(it), Optional.empty(), cause, ""));
            }
        }
        return lines;
    }

    private ComparedLine line(Theirs written, Set<Integer> met) {
        var row = repaired(written);
        var found = find(row);
        if (found.size() != 1) {
            var cause = found.isEmpty() ? whyNobody(row) : "several_of_that_name";
            return new ComparedLine(Outcome.ONLY_THERE, Optional.empty(), Optional.of(row), cause, "");
        }
        var it = found.getFirst();
        if (isSomebodyElse(it, row)) {
            return new ComparedLine(
                    Outcome.ONLY_THERE, Optional.empty(), Optional.of(row), "number_of_somebody_else", it.name());
        }
        if (!in.belongs().test(it.subject())) {
            return owedNothingFor(it, row, "registered_elsewhere");
        }
        if (!met.add(it.subject())) {
            return owedNothingFor(it, row, "twice_on_their_list");
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

    /** A line that stands on the list without being owed: what its person is owed is counted elsewhere. */
    private static ComparedLine owedNothingFor(Ours it, Theirs row, String cause) {
        return new ComparedLine(Outcome.ONLY_THERE, Optional.of(it.owingNothing()), Optional.of(row), cause, "");
    }

    /** A number from a spreadsheet, its lost zeros put back where that makes it somebody's. */
    private Theirs repaired(Theirs row) {
        var bare = row.number().replaceAll("[\\s.\\u00A0-]", "");
        if (bare.matches("\\d{10,11}") && !byNumber.containsKey(bare)) {
            var whole = "0".repeat(12 - bare.length()) + bare;
            if (byNumber.containsKey(whole) || in.elsewhere().test(whole)) {
                return new Theirs(row.row(), row.key(), whole, row.number(), row.name(), row.birthYear(), row.amount());
            }
        }
        return new Theirs(row.row(), row.key(), bare, "", row.name(), row.birthYear(), row.amount());
    }

    private List<Ours> find(Theirs row) {
        var exact = byNumber.getOrDefault(row.number(), byKey.getOrDefault(row.key(), List.of()));
        return exact.isEmpty() && !row.name().isEmpty()
                ? byName.getOrDefault(named(row.name(), row.birthYear()), List.of())
                : exact;
    }

    /** A number found, and neither name nor year is theirs: the list has a slip of the pen, and nobody is guessed at. */
    private static boolean isSomebodyElse(Ours it, Theirs row) {
        boolean otherName = !row.name().isEmpty() && !Words.folded(row.name()).equals(Words.folded(it.name()));
        boolean otherYear = row.birthYear() != 0 && row.birthYear() != it.birthYear();
        return otherName && (otherYear || row.birthYear() == 0);
    }

    private String whyNobody(Theirs row) {
        return row.number().matches("\\d{12}") && in.elsewhere().test(row.number())
                ? "registered_elsewhere"
                : "not_in_register";
    }

    private String whyNothing(Ours it) {
        if (!in.determined()) {
            return "not_determined";
        }
        var standing = it.standing();
        if (standing.died()) {
            return "died";
        }
        return switch (standing.answer()) {
            case "m" -> standing.decided() ? "not_owed_yet" : "no_decision";
            case "u" -> "facts_missing";
            case "n" -> "no_longer_met";
            default -> "law_gives_nothing";
        };
    }

    private static String whyAnother(Ours it, Theirs row) {
        if (it.standing().answer().equals("u")) {
            return "only_floor_is_certain";
        }
        if (row.amount() > it.owed() && row.amount() % it.owed() == 0) {
            return "several_months";
        }
        if (it.level() == row.amount()) {
            return "level_of_the_decision";
        }
        return it.standing().unverified() ? "unverified_law" : "another_level";
    }
}
