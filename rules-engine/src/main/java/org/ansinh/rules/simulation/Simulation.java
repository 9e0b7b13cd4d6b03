package org.ansinh.rules.simulation;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ansinh.rules.Law;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.EntitledMonths;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.SubjectKind;

/** Two laws applied to the same people for the same months, everybody counted. */
public final class Simulation {

    private final Law before;
    private final Law after;
    private final List<YearMonth> months;
    private final boolean signedOnly;
    private final Map<Cell, Tally> cells = new TreeMap<>();
    private final long[] counts = new long[2];

    private Simulation(Law before, Law after, List<YearMonth> months, boolean signedOnly) {
        this.before = before;
        this.after = after;
        this.months = List.copyOf(months);
        this.signedOnly = signedOnly;
    }

    /** What came out: how many people and households there were, and every cell in which anything is. */
    public record Outcome(long people, long households, Map<Cell, Tally> cells) {}

    /**
     * @param signedOnly only what signed decisions owe; otherwise as if whatever is met were decided on its first day
     */
    public static Outcome of(
            Law before, Law after, List<YearMonth> months, boolean signedOnly, List<Path> people, Problems problems) {
        var simulation = new Simulation(before, after, months, signedOnly);
        PeopleFile.each(people, problems, (file, text) -> simulation.some(file, text, problems));
        return new Outcome(simulation.counts[0], simulation.counts[1], simulation.cells);
    }

    private void some(String file, String text, Problems problems) {
        var old = Cases.facts(before.pack(), after.pack(), file, text, problems);
        var now = Cases.facts(after.pack(), before.pack(), file, text, problems);
        if (old.isEmpty() || now.isEmpty()) {
            return;
        }
        var laws = List.of(new Applied(before, old.get()), new Applied(after, now.get()));
        for (var subject : old.get().names().values()) {
            if (subject.kind() != SubjectKind.VILLAGE) {
                count(subject, laws);
            }
        }
    }

    /** A law with the facts in its own dictionary. */
    private final class Applied {

        private final Law law;
        private final EntitledMonths entitled;
        private final Groups groups;

        Applied(Law law, Cases.Asked asked) {
            this.law = law;
            this.entitled = law.determiner().entitled(asked.facts(), !signedOnly);
            this.groups = new Groups(law.pack(), asked);
        }
    }

    private void count(SubjectId subject, List<Applied> laws) {
        counts[subject.kind() == SubjectKind.PERSON ? 0 : 1]++;
        var mine = new HashMap<Cell, Tally.OfSubject>();
        for (var month : months) {
            var groups = laws.getFirst().groups.of(subject, month);
            for (int i = 0; i < laws.size(); i++) {
                month(subject, month, laws.get(i), i, groups, mine);
            }
        }
        mine.forEach((cell, seen) -> {
            var tally = seen.tally();
            if (!tally.equals(Tally.NOTHING)) {
                cells.merge(cell, tally, Tally::plus);
            }
        });
    }

    private void month(
            SubjectId subject,
            YearMonth month,
            Applied applied,
            int law,
            Map<String, String> groups,
            Map<Cell, Tally.OfSubject> mine) {
        var programmes = new ArrayList<>(applied.law.pack().programmes().values());
        for (int i = 0; i < programmes.size(); i++) {
            if (programmes.get(i).subject() != subject.kind()) {
                continue;
            }
            var entitled = applied.entitled.of(subject, i, month);
            boolean has = entitled.answer() == Answer.MET;
            boolean isOpen = entitled.answer() == Answer.UNDETERMINED;
            if (!has && !isOpen) {
                continue;
            }
            var id = programmes.get(i).id();
            groups.forEach((by, value) -> {
                for (var programme : List.of("", id)) {
                    mine.computeIfAbsent(new Cell(by, value, programme), it -> new Tally.OfSubject())
                            .add(law, has, entitled.amount(), isOpen);
                }
            });
        }
    }
}
