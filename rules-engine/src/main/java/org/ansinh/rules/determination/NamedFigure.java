package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Table;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;

/** A figure of law that a form names: a parameter or a table, read as of the day or, inside {@code on(…)}, of another one. */
record NamedFigure(String id, Text label, boolean ofAnotherDay, List<Value> values) {

    /** What may be released by itself: a dated value, a version of a table, or a row with a certainty of its own. */
    record Value(String what, DateRange days, Basis basis, Certainty certainty) {}

    /** Every figure a form names, wherever it stands in it. */
    static Set<NamedFigure> in(Form form) {
        var found = new LinkedHashSet<NamedFigure>();
        gather(form, false, found);
        return found;
    }

    /** The rules of a programme as a whole that say how sure they are: its levels and its calendar. */
    static Set<NamedFigure> of(Programme programme) {
        var found = new LinkedHashSet<NamedFigure>();
        var owing = programme.owing();
        var levels = new ArrayList<Value>();
        for (int i = 0; i < owing.levels().size(); i++) {
            var rule = owing.levels().get(i);
            var to = i + 1 < owing.levels().size()
                    ? owing.levels().get(i + 1).from().minusDays(1)
                    : DateRange.LAST_DAY;
            if (rule.certainty().isPresent() && rule.basis().isPresent()) {
                levels.add(new Value(
                        programme.id() + ".level_on@" + rule.from(),
                        new DateRange(rule.from(), to),
                        rule.basis().get(),
                        rule.certainty().get()));
            }
        }
        found.add(new NamedFigure(programme.id() + ".level_on", programme.label(), false, List.copyOf(levels)));
        owing.calendar()
                .ifPresent(it -> found.add(new NamedFigure(
                        "calendar." + it.id(),
                        it.label(),
                        false,
                        List.of(new Value("calendar." + it.id(), DateRange.always(), it.basis(), it.certainty())))));
        return found;
    }

    private static void gather(Form form, boolean ofAnotherDay, Set<NamedFigure> found) {
        switch (form) {
            case Form.Figure figure -> found.add(of(figure.parameter(), ofAnotherDay));
            case Form.Lookup lookup -> {
                found.add(of(lookup.table(), ofAnotherDay));
                gather(lookup.key(), ofAnotherDay, found);
            }
            case Form.On on -> {
                gather(on.day(), ofAnotherDay, found);
                gather(on.of(), true, found);
            }
            default -> Forms.parts(form).forEach(it -> gather(it, ofAnotherDay, found));
        }
    }

    /** A figure by itself, read as of the day. */
    static NamedFigure of(Parameter parameter) {
        return of(parameter, false);
    }

    private static NamedFigure of(Parameter parameter, boolean ofAnotherDay) {
        return new NamedFigure(
                parameter.id(),
                parameter.label(),
                ofAnotherDay,
                parameter.values().stream()
                        .map(it -> new Value(
                                parameter.id() + "@" + it.days().from(), it.days(), it.basis(), it.certainty()))
                        .toList());
    }

    private static NamedFigure of(Table table, boolean ofAnotherDay) {
        var values = new ArrayList<Value>();
        for (var version : table.versions()) {
            var what = table.id() + "@" + version.days().from();
            values.add(new Value(what, version.days(), version.basis(), version.certainty()));
            version.rows().stream()
                    .filter(Table.Row::own)
                    .map(it -> new Value(what + "#" + it.key(), version.days(), it.basis(), it.certainty()))
                    .forEach(values::add);
        }
        return new NamedFigure(table.id(), table.label(), ofAnotherDay, List.copyOf(values));
    }

    /** Whether a value may have been read on some days; of another day, any that had begun by then. */
    boolean isReadOn(Value value, DateRange days) {
        return ofAnotherDay
                ? !value.days().from().isAfter(days.to())
                : value.days().overlapWith(days).isPresent();
    }

    boolean isUnverifiedOn(LocalDate day) {
        var days = new DateRange(day, day);
        return values.stream().anyMatch(it -> it.certainty().isUnverified() && isReadOn(it, days));
    }

    /** The first of the days on which it has no value. */
    Optional<LocalDate> firstGap(DateRange needed) {
        var day = needed.from();
        for (var value : values) {
            if (value.days().includes(day)) {
                if (!value.days().to().isBefore(needed.to())) {
                    return Optional.empty();
                }
                day = value.days().to().plusDays(1);
            }
        }
        return Optional.of(day);
    }
}
