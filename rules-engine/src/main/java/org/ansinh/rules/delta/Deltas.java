package org.ansinh.rules.delta;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ansinh.rules.delta.Delta.Cause;
import org.ansinh.rules.delta.Delta.Kind;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.ansinh.timeline.Timeline.Span;
import org.jspecify.annotations.Nullable;

/** Compares two determinations of one subject for the same days. */
public final class Deltas {

    private Deltas() {}

    public static Delta between(Determination before, Determination after) {
        if (!before.subject().equals(after.subject()) || !before.days().equals(after.days())) {
            throw new IllegalArgumentException(
                    "Only answers about the same subject and days can be compared, not %s %s and %s %s."
                            .formatted(before.subject(), before.days(), after.subject(), after.days()));
        }
        var names = new LinkedHashSet<String>();
        Stream.of(before, after).forEach(it -> it.outcomes().forEach(one -> names.add(one.programme())));
        return new Delta(
                after.subject(),
                names.stream()
                        .map(it -> programme(it, before.of(it), after.of(it)))
                        .filter(it -> !it.standing().isEmpty() || !it.periods().isEmpty())
                        .toList());
    }

    private static Delta.OfProgramme programme(
            String name, Optional<ProgrammeOutcome> before, Optional<ProgrammeOutcome> after) {
        return new Delta.OfProgramme(name, standing(before, after), periods(before, after));
    }

    private static List<Delta.Standing> standing(Optional<ProgrammeOutcome> before, Optional<ProgrammeOutcome> after) {
        var old = words(before);
        var now = words(after);
        var changes = new ArrayList<Span<Change>>();
        for (var piece : pieces(before, after)) {
            var change = new Change(
                    old.on(piece.from()).orElse(""), now.on(piece.from()).orElse(""));
            if (!change.was().equals(change.is())) {
                changes.add(new Span<>(piece, change));
            }
        }
        return Timeline.of(changes).spans().stream()
                .map(it -> new Delta.Standing(
                        it.days(), it.value().was(), it.value().is(), causes(before, after, it.days())))
                .toList();
    }

    private record Change(String was, String is) {}

    private static Timeline<String> words(Optional<ProgrammeOutcome> outcome) {
        return outcome.map(it -> it.standing().map(Deltas::word)).orElse(Timeline.empty());
    }

    private static String word(Standing standing) {
        var level = standing.amount().isPresent() ? standing.amount() : standing.floor();
        return standing.answer().word() + (level.isPresent() ? " " + level.getAsLong() : "");
    }

    /** Days on which neither answer changes. */
    private static List<DateRange> pieces(Optional<ProgrammeOutcome> before, Optional<ProgrammeOutcome> after) {
        var cuts = new TreeSet<LocalDate>();
        Stream.of(before, after)
                .flatMap(Optional::stream)
                .forEach(it -> cuts.addAll(it.standing().breakpoints()));
        return cuts.stream()
                .filter(it -> cuts.higher(it) != null)
                .map(it -> new DateRange(
                        it, java.util.Objects.requireNonNull(cuts.higher(it)).minusDays(1)))
                .toList();
    }

    private static List<Delta.Period> periods(Optional<ProgrammeOutcome> before, Optional<ProgrammeOutcome> after) {
        var old = lines(before);
        var now = lines(after);
        var names = new TreeSet<String>();
        names.addAll(old.keySet());
        names.addAll(now.keySet());
        var periods = new ArrayList<Delta.Period>();
        for (var name : names) {
            long was = Optional.ofNullable(old.get(name)).map(OwedLine::amount).orElse(0L);
            long is = Optional.ofNullable(now.get(name)).map(OwedLine::amount).orElse(0L);
            if (was != is) {
                var line = Optional.ofNullable(now.get(name)).or(() -> Optional.ofNullable(old.get(name)));
                var causes = new ArrayList<>(
                        causes(before, after, line.orElseThrow().period().days()));
                if (causes.isEmpty() || old.containsKey(name) && now.containsKey(name)) {
                    signature(old.get(name), now.get(name)).ifPresent(causes::add);
                }
                periods.add(new Delta.Period(name, line.orElseThrow().due(), was, is, List.copyOf(causes)));
            }
        }
        return List.copyOf(periods);
    }

    private static Map<String, OwedLine> lines(Optional<ProgrammeOutcome> outcome) {
        var lines = new LinkedHashMap<String, OwedLine>();
        outcome.ifPresent(
                it -> it.owed().forEach(line -> lines.put(line.period().toString(), line)));
        return lines;
    }

    private static Optional<Cause> signature(@Nullable OwedLine before, @Nullable OwedLine after) {
        var old = Optional.ofNullable(before).flatMap(OwedLine::signed).map(Deltas::day);
        var now = Optional.ofNullable(after).flatMap(OwedLine::signed).map(Deltas::day);
        return old.equals(now)
                ? Optional.empty()
                : Optional.of(new Cause(
                        Kind.DECISION,
                        "decision",
                        new Text("Ngày ký quyết định", "Decision signed on"),
                        old,
                        now,
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Text day(LocalDate day) {
        return new Text(
                "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear()), day.toString());
    }

    /** What was read on those days and differs: facts and figures by their names, provisions by their answers. */
    private static List<Cause> causes(
            Optional<ProgrammeOutcome> before, Optional<ProgrammeOutcome> after, DateRange days) {
        var old = read(before, days);
        var now = read(after, days);
        var names = new LinkedHashSet<String>();
        names.addAll(old.keySet());
        names.addAll(now.keySet());
        var causes = new ArrayList<Cause>();
        for (var name : names) {
            var was = Optional.ofNullable(old.get(name));
            var is = Optional.ofNullable(now.get(name));
            if (!was.map(Read::value).equals(is.map(Read::value))) {
                var shown = is.or(() -> was).orElseThrow();
                causes.add(new Cause(
                        shown.kind(),
                        shown.what(),
                        shown.label(),
                        was.map(Read::value),
                        is.map(Read::value),
                        shown.basis(),
                        shown.recording()));
            }
        }
        // A value that merely was not looked at before is no cause where something that was looked at differs.
        var looked = causes.stream()
                .filter(it -> it.kind() == Kind.PROVISION
                        || it.before().isPresent() && it.after().isPresent())
                .toList();
        return looked.isEmpty() ? List.copyOf(causes) : looked;
    }

    private record Read(
            Kind kind, String what, Text label, Text value, Optional<Basis> basis, Optional<Long> recording) {}

    private static Map<String, Read> read(Optional<ProgrammeOutcome> outcome, DateRange days) {
        var read = new LinkedHashMap<String, Read>();
        outcome.ifPresent(it -> it.reasons().cut(days).spans().forEach(span -> {
            for (var provision : span.value().provisions()) {
                read.put(
                        "provision " + provision.provision(),
                        new Read(
                                Kind.PROVISION,
                                provision.provision(),
                                provision.says(),
                                provision.says(),
                                Optional.of(provision.basis()),
                                Optional.empty()));
                provision.conditions().forEach(condition -> condition.used().forEach(used -> add(used, read)));
                provision.amountFrom().forEach(used -> add(used, read));
            }
        }));
        return read;
    }

    private static void add(Reason.Used used, Map<String, Read> read) {
        switch (used) {
            case Reason.OfFact fact ->
                read.put(
                        fact.fact() + " " + fact.of(),
                        new Read(
                                Kind.FACT,
                                fact.fact(),
                                fact.label(),
                                fact.value().orElse(new Text("chưa biết", "not known")),
                                Optional.empty(),
                                fact.assumed()
                                        ? Optional.empty()
                                        : Optional.of(fact.provenance().recording())));
            case Reason.OfParameter figure ->
                read.put(
                        figure.parameter() + figure.row(),
                        new Read(
                                Kind.FIGURE,
                                figure.parameter(),
                                figure.label(),
                                figure.value(),
                                Optional.of(figure.basis()),
                                Optional.empty()));
            case Reason.OfOutcome ignored -> {
                // The other programme has a delta of its own.
            }
        }
    }
}
