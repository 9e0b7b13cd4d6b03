package org.ansinh.rules.cases;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.Determiner;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.PackReader;
import org.ansinh.rules.pack.Problem;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.YamlFile;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;

/** Runs the cases of a pack and says where the law as written differs from the law as worked by hand. */
public final class Cases {

    private final LawPack pack;
    private final Determiner determiner;
    private final Problems problems = new Problems();
    private final Map<String, boolean[]> reached = new LinkedHashMap<>();
    private final Reaches reaches;

    private Cases(LawPack pack, Determiner determiner) {
        this.pack = pack;
        this.determiner = determiner;
        this.reaches = new Reaches(pack);
        pack.programmes()
                .values()
                .forEach(programme -> programme
                        .provisions()
                        .forEach(it -> reached.put(programme.id() + "." + it.id(), new boolean[2])));
    }

    /** How many cases ran, what failed, which provisions no case has met, or seen not met, how far each programme's go. */
    public record Report(
            int cases, List<Problem> failures, List<String> neverMet, List<String> neverRefused, List<Reach> reaches) {}

    public static Report run(Path folder, LawPack pack, Determiner determiner) {
        var runner = new Cases(pack, determiner);
        int count = 0;
        for (var file : PackReader.bytesOf(folder).entrySet()) {
            if (file.getKey().endsWith("/cases.yaml")) {
                var text = new String(file.getValue(), StandardCharsets.UTF_8);
                var cases = new CaseReader(pack, runner.problems).read(file.getKey(), text);
                cases.forEach(runner::check);
                count += cases.size();
            }
        }
        var holes = pack.holes().stream()
                .map(it -> it.programme().id() + "." + it.provision().id())
                .toList();
        var neverMet =
                runner.unreached(0).stream().filter(it -> !holes.contains(it)).toList();
        return new Report(count, runner.problems.sorted(), neverMet, runner.unreached(1), runner.reaches.all());
    }

    private List<String> unreached(int which) {
        return reached.entrySet().stream()
                .filter(it -> !it.getValue()[which])
                .map(Map.Entry::getKey)
                .toList();
    }

    private void check(LawCase aCase) {
        var programme = pack.programme(aCase.programme()).orElseThrow();
        if (programme.subject() != aCase.subject().kind()) {
            fail(
                    aCase,
                    aCase.place(),
                    "%s is a programme for a %s, but the case asks about %s"
                            .formatted(programme.id(), programme.subject().word(), aCase.subject()));
            return;
        }
        var outcome = determiner.determine(aCase.facts(), aCase.subject(), aCase.programme(), aCase.days());
        cover(outcome);
        reaches.note(aCase, outcome);
        aCase.standing().forEach(it -> standing(aCase, it, outcome.standing()));
        aCase.owed().forEach((period, expected) -> {
            long actual = outcome.owed().stream()
                    .filter(it -> it.period().toString().equals(period))
                    .mapToLong(it -> it.amount())
                    .sum();
            if (actual != expected.amount()) {
                fail(
                        aCase,
                        expected.place(),
                        "owed for %s: expected %d, found %d".formatted(period, expected.amount(), actual));
            }
        });
    }

    private void standing(LawCase aCase, LawCase.ExpectedStanding expected, Timeline<Standing> actual) {
        var covered = actual.cut(expected.days());
        if (!covered.coversAll(expected.days())) {
            fail(
                    aCase,
                    expected.place(),
                    "the pack says nothing about some of the days %s to %s"
                            .formatted(expected.days().from(), expected.days().to()));
        }
        for (var span : covered.spans()) {
            difference(expected, span.value())
                    .or(() -> shown(aCase, expected, span.value(), span.days().from()))
                    .ifPresent(it -> fail(
                            aCase,
                            expected.place(),
                            "%s to %s: %s"
                                    .formatted(span.days().from(), span.days().to(), it)));
        }
    }

    private static Optional<String> difference(LawCase.ExpectedStanding expected, Standing actual) {
        if (expected.answer() != actual.answer()) {
            return Optional.of("expected %s, found %s (reasons %s, missing %s, provisions %s)"
                    .formatted(
                            expected.answer().word(),
                            actual.answer().word(),
                            actual.reasons(),
                            actual.missing(),
                            actual.provisions()));
        }
        if (expected.amount().isPresent() && !expected.amount().equals(actual.amount())) {
            return Optional.of("expected the amount %d, found %s from %s"
                    .formatted(expected.amount().getAsLong(), written(actual.amount()), actual.paidBy()));
        }
        if (expected.floor().isPresent() && !expected.floor().equals(actual.floor())) {
            return Optional.of(
                    "expected the floor %d, found %s".formatted(expected.floor().getAsLong(), written(actual.floor())));
        }
        return lists("reasons", expected.reasons(), actual.reasons(), false)
                .or(() -> lists("missing", expected.missing(), actual.missing(), true))
                .or(() -> lists("provisions", expected.provisions(), actual.provisions(), false));
    }

    /** Figures that go with a provision that is met, as the file has them on that day. */
    private Optional<String> shown(
            LawCase aCase, LawCase.ExpectedStanding expected, Standing actual, java.time.LocalDate day) {
        var shows = pack.programme(aCase.programme()).orElseThrow().provisions().stream()
                .filter(it -> actual.provisions().contains(it.id()))
                .flatMap(it -> it.shows().stream())
                .map(it -> it.text())
                .toList();
        return expected.shows().entrySet().stream()
                .filter(it -> !shows.contains(it.getKey())
                        || pack.parameter(it.getKey())
                                .flatMap(figure -> figure.on(day))
                                .filter(value -> value.written().equals(it.getValue()))
                                .isEmpty())
                .findFirst()
                .map(it -> "expected %s to show %s, found %s"
                        .formatted(
                                it.getKey(),
                                it.getValue(),
                                shows.contains(it.getKey())
                                        ? pack.parameter(it.getKey())
                                                .flatMap(figure -> figure.on(day))
                                                .map(value -> value.written())
                                                .orElse("nothing")
                                        : shows));
    }

    private static Optional<String> lists(
            String what, Optional<List<String>> expected, List<String> actual, boolean exactly) {
        boolean same = expected.isEmpty()
                || actual.containsAll(expected.get())
                        && (!exactly || expected.get().containsAll(actual));
        return same
                ? Optional.empty()
                : Optional.of("expected %s %s, found %s".formatted(what, expected.get(), actual));
    }

    private static String written(java.util.OptionalLong amount) {
        return amount.isPresent() ? Long.toString(amount.getAsLong()) : "none";
    }

    private void cover(ProgrammeOutcome outcome) {
        for (var span : outcome.reasons().spans()) {
            for (Reason.OfProvision provision : span.value().provisions()) {
                var seen = reached.get(outcome.programme() + "." + provision.provision());
                if (seen != null && provision.answer() != Answer.UNDETERMINED) {
                    seen[provision.answer() == Answer.MET ? 0 : 1] = true;
                }
            }
        }
    }

    private void fail(LawCase aCase, org.ansinh.rules.pack.Place place, String what) {
        problems.add(place, "case '%s': %s".formatted(aCase.name(), what));
    }

    /** A file of {@code law ask}: the same form without expectations. */
    public record Asked(
            FactBook facts, List<SubjectId> subjects, Map<String, SubjectId> names, Map<SubjectId, String> communes) {}

    /** Reads the file of {@code law ask}; what is wrong goes to {@code problems}. */
    public static Optional<Asked> facts(LawPack pack, String file, String text, Problems problems) {
        return facts(pack, FactFile.Reading.PLAIN, file, text, problems);
    }

    /** The same as it was known on a day. */
    public static Optional<Asked> knownAt(LocalDate day, LawPack pack, String file, String text, Problems problems) {
        return facts(pack, new FactFile.Reading(Optional.empty(), day), file, text, problems);
    }

    /** The same, where facts and programmes that only another pack knows are passed over. */
    public static Optional<Asked> facts(LawPack pack, LawPack besides, String file, String text, Problems problems) {
        return facts(pack, new FactFile.Reading(Optional.of(besides), DateRange.LAST_DAY), file, text, problems);
    }

    private static Optional<Asked> facts(
            LawPack pack, FactFile.Reading reading, String file, String text, Problems problems) {
        var found = new Problems();
        var asked = YamlFile.read(file, text, found).flatMap(root -> {
            var fields = root.fields(FactFile.KEYS);
            return FactFile.read(pack, reading, fields)
                    .filter(it -> found.isEmpty())
                    .map(it -> new Asked(it.book(), new ArrayList<>(it.names().values()), it.names(), it.communes()));
        });
        found.sorted().forEach(it -> problems.add(it.place(), it.message()));
        return asked;
    }
}
