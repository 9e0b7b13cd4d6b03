package org.ansinh.rules.simulation;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ansinh.rules.Law;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.EntitledMonths;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.SubjectKind;

/** Two laws applied to the same people for the same months, everybody counted, on all cores. */
public final class Simulation {

    private static final int AT_ONCE = 64;

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
        var all = new Simulation(before, after, months, signedOnly);
        int threads = Runtime.getRuntime().availableProcessors();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var parts = new ArrayDeque<Future<Part>>();
            PeopleFile.each(people, problems, (file, text) -> {
                parts.add(pool.submit(() -> all.part(file, text)));
                while (parts.size() > threads * AT_ONCE) {
                    all.add(parts.remove(), problems);
                }
            });
            while (!parts.isEmpty()) {
                all.add(parts.remove(), problems);
            }
        }
        return new Outcome(all.counts[0], all.counts[1], all.cells);
    }

    /** Some people counted apart from others, and what was wrong with them. */
    private record Part(Simulation counted, Problems problems) {}

    private Part part(String file, String text) {
        var counted = new Simulation(before, after, months, signedOnly);
        var problems = new Problems();
        counted.some(file, text, problems);
        return new Part(counted, problems);
    }

    private void add(Future<Part> future, Problems problems) {
        try {
            var part = future.get();
            part.counted().cells.forEach((cell, tally) -> cells.merge(cell, tally, Tally::plus));
            for (int i = 0; i < counts.length; i++) {
                counts[i] += part.counted().counts[i];
            }
            part.problems().sorted().forEach(it -> problems.add(it.place(), it.message()));
        } catch (ExecutionException trouble) {
            throw new IllegalStateException(trouble.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
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
        var groups = months.stream()
                .map(it -> laws.getFirst().groups.of(subject, it))
                .toList();
        for (int i = 0; i < laws.size(); i++) {
            months(subject, laws.get(i), i, groups, mine);
        }
        mine.forEach((cell, seen) -> {
            var tally = seen.tally();
            if (!tally.equals(Tally.NOTHING)) {
                cells.merge(cell, tally, Tally::plus);
            }
        });
    }

    /** Month after month of one programme, so that what does not change is worked out once. */
    private void months(
            SubjectId subject,
            Applied applied,
            int law,
            List<Map<String, String>> groups,
            Map<Cell, Tally.OfSubject> mine) {
        var programmes = List.copyOf(applied.law.pack().programmes().values());
        for (int i = 0; i < programmes.size(); i++) {
            if (programmes.get(i).subject() != subject.kind()) {
                continue;
            }
            for (int m = 0; m < months.size(); m++) {
                var entitled = applied.entitled.of(subject, i, months.get(m));
                if (entitled.answer() != Answer.NOT_MET) {
                    add(programmes.get(i).id(), entitled, law, groups.get(m), mine);
                }
            }
        }
    }

    private static void add(
            String programme,
            EntitledMonths.EntitledMonth entitled,
            int law,
            Map<String, String> groups,
            Map<Cell, Tally.OfSubject> mine) {
        boolean has = entitled.answer() == Answer.MET;
        groups.forEach((by, value) -> {
            for (var of : List.of("", programme)) {
                mine.computeIfAbsent(new Cell(by, value, of), it -> new Tally.OfSubject())
                        .add(law, has, entitled.amount(), !has);
            }
        });
    }
}
