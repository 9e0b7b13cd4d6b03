package org.ansinh.rules.delta;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Exclusive;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.Table;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.ansinh.timeline.Timeline.Span;

/** What one law says that another does not: by figure, provision and day. */
public final class PackDiff {

    private final LawPack before;
    private final LawPack after;
    private final List<Change> changes = new ArrayList<>();

    private PackDiff(LawPack before, LawPack after) {
        this.before = before;
        this.after = after;
    }

    /** One difference: of what, on which days, from what to what; empty where one side says nothing. */
    public record Change(What what, String id, DateRange days, String before, String after) {

        @Override
        public String toString() {
            var when = days.equals(DateRange.always())
                    ? ""
                    : days.isOpenEnded() ? " from " + days.from() : " from " + days.from() + " to " + days.to();
            return "%s %s%s: %s".formatted(what.word(), id, when, said());
        }

        private String said() {
            if (before.isEmpty()) {
                return "new: " + after;
            }
            return after.isEmpty() ? "gone: " + before : before + " → " + after;
        }
    }

    /** Of what something may differ. */
    public enum What {
        INSTRUMENT,
        FACT,
        PARAMETER,
        TABLE,
        PROGRAMME,
        PROVISION,
        RULE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public static List<Change> between(LawPack before, LawPack after) {
        var diff = new PackDiff(before, after);
        diff.named(
                What.INSTRUMENT, LawPack::instruments, it -> it.title().in(Language.EN) + ", in force " + it.inForce());
        diff.facts();
        diff.figures(What.PARAMETER, LawPack::parameters, PackDiff::values);
        diff.figures(What.TABLE, LawPack::tables, PackDiff::rows);
        diff.named(What.PROGRAMME, LawPack::programmes, PackDiff::programme);
        diff.provisions();
        diff.exclusive();
        return List.copyOf(diff.changes);
    }

    private void add(What what, String id, DateRange days, Optional<String> was, Optional<String> is) {
        if (!was.equals(is)) {
            changes.add(new Change(what, id, days, was.orElse(""), is.orElse("")));
        }
    }

    private static <T> Set<String> names(Map<String, T> before, Map<String, T> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    private <T> void named(What what, Function<LawPack, Map<String, T>> of, Function<T, String> words) {
        var old = of.apply(before);
        var now = of.apply(after);
        for (var name : names(old, now)) {
            add(
                    what,
                    name,
                    DateRange.always(),
                    Optional.ofNullable(old.get(name)).map(words),
                    Optional.ofNullable(now.get(name)).map(words));
        }
    }

    private void facts() {
        var old = new java.util.LinkedHashMap<String, String>();
        var now = new java.util.LinkedHashMap<String, String>();
        before.dictionary().facts().forEach(it -> old.put(it.id(), fact(before, it)));
        after.dictionary().facts().forEach(it -> now.put(it.id(), fact(after, it)));
        before.dictionary()
                .definitions()
                .forEach(it -> old.put(it.id(), it.means().text()));
        after.dictionary()
                .definitions()
                .forEach(it -> now.put(it.id(), it.means().text()));
        for (var name : names(old, now)) {
            add(
                    What.FACT,
                    name,
                    DateRange.always(),
                    Optional.ofNullable(old.get(name)),
                    Optional.ofNullable(now.get(name)));
        }
    }

    private static String fact(LawPack pack, FactDefinition fact) {
        var absent = fact.whenAbsent().value();
        return "%s%s, absent means %s"
                .formatted(
                        fact.type().kind().name().toLowerCase(java.util.Locale.ROOT),
                        fact.type().enumeration().map(it -> " " + it).orElse(""),
                        absent.isPresent() ? pack.dictionary().written(fact.type(), absent.getAsLong()) : "ask");
    }

    /** What holds on which days, compared day by day. */
    private <T> void figures(What what, Function<LawPack, Map<String, T>> of, Function<T, Timeline<String>> said) {
        var old = of.apply(before);
        var now = of.apply(after);
        for (var name : names(old, now)) {
            timelines(
                    what,
                    name,
                    Optional.ofNullable(old.get(name)).map(said).orElse(Timeline.empty()),
                    Optional.ofNullable(now.get(name)).map(said).orElse(Timeline.empty()));
        }
    }

    private void timelines(What what, String id, Timeline<String> was, Timeline<String> is) {
        var filled = new ArrayList<Span<List<String>>>();
        var cuts = new java.util.TreeSet<>(was.breakpoints());
        cuts.addAll(is.breakpoints());
        for (var from : cuts) {
            var next = cuts.higher(from);
            var days = next == null ? DateRange.startingOn(from) : new DateRange(from, next.minusDays(1));
            var both = List.of(was.on(from).orElse(""), is.on(from).orElse(""));
            if (!both.get(0).equals(both.get(1))) {
                filled.add(new Span<>(days, both));
            }
        }
        Timeline.of(filled)
                .spans()
                .forEach(it -> changes.add(new Change(
                        what, id, it.days(), it.value().get(0), it.value().get(1))));
    }

    private static Timeline<String> values(Parameter parameter) {
        return Timeline.of(parameter.values().stream()
                .map(it -> new Span<>(it.days(), said(it.written(), it.basis().cited(Language.EN), it.certainty())))
                .toList());
    }

    private static Timeline<String> rows(Table table) {
        return Timeline.of(table.versions().stream()
                .map(it -> new Span<>(
                        it.days(),
                        said(
                                it.rows().stream()
                                        .map(row -> row.key() + ": " + row.written())
                                        .collect(java.util.stream.Collectors.joining(", ")),
                                it.basis().cited(Language.EN),
                                it.certainty())))
                .toList());
    }

    private static String said(String value, String cited, Certainty certainty) {
        return "%s (%s%s)".formatted(value, cited, certainty.isUnverified() ? ", " + certainty.word() : "");
    }

    private static String programme(Programme programme) {
        return "%s, %s, %s, paid to %s"
                .formatted(
                        programme.label().in(Language.EN),
                        programme.terms(),
                        programme.period().name().toLowerCase(java.util.Locale.ROOT),
                        programme.payee().word());
    }

    private void provisions() {
        for (var name : names(before.programmes(), after.programmes())) {
            var old = byId(before.programme(name));
            var now = byId(after.programme(name));
            for (var id : names(old, now)) {
                timelines(
                        What.PROVISION,
                        name + "." + id,
                        Optional.ofNullable(old.get(id)).orElse(Timeline.empty()),
                        Optional.ofNullable(now.get(id)).orElse(Timeline.empty()));
            }
        }
    }

    private static Map<String, Timeline<String>> byId(Optional<Programme> programme) {
        var provisions = new java.util.LinkedHashMap<String, Timeline<String>>();
        programme.stream()
                .flatMap(it -> it.provisions().stream())
                .forEach(it -> provisions.put(it.id(), Timeline.always(it.days(), rule(it))));
        return provisions;
    }

    private static String rule(Provision provision) {
        var conditions = provision.conditions().stream()
                .map((ConditionRule it) -> it.when().text())
                .collect(java.util.stream.Collectors.joining(" && "));
        var starts = provision.start().stream()
                .map(it -> it.kind().name().toLowerCase(java.util.Locale.ROOT)
                        + it.fact().map(fact -> " " + fact).orElse(""))
                .toList();
        return said(
                "when %s%s, start %s, stop %s"
                        .formatted(
                                conditions,
                                provision.amount().map(it -> ": " + it.text()).orElse(""),
                                starts,
                                provision.stop().kind().name().toLowerCase(java.util.Locale.ROOT)),
                provision.basis().cited(Language.EN),
                provision.certainty());
    }

    private void exclusive() {
        var old = new java.util.LinkedHashMap<String, String>();
        var now = new java.util.LinkedHashMap<String, String>();
        before.exclusive().forEach(it -> old.put(it.id(), rule(it)));
        after.exclusive().forEach(it -> now.put(it.id(), rule(it)));
        for (var name : names(old, now)) {
            add(
                    What.RULE,
                    name,
                    DateRange.always(),
                    Optional.ofNullable(old.get(name)),
                    Optional.ofNullable(now.get(name)));
        }
    }

    private static String rule(Exclusive rule) {
        var days = rule.days().equals(DateRange.always()) ? "" : " on " + rule.days();
        return "%s of %s per %s%s"
                .formatted(
                        rule.keep().name().toLowerCase(java.util.Locale.ROOT),
                        rule.programmes(),
                        rule.per().name().toLowerCase(java.util.Locale.ROOT),
                        days);
    }
}
