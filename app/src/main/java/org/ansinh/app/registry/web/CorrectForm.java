package org.ansinh.app.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.FilesDesk.KnownFact;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.web.Field.Shape;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Component;

/** A fact said before: its value or days put right, or taken back altogether. The address names the fact and its first day. */
@Component
class CorrectForm implements ChangeForm {

    private static final String VALUE = "value";
    private static final String RETRACT = "retract";

    private final FactFields facts;
    private final FormWords words;

    CorrectForm(FactFields facts, FormWords words) {
        this.facts = facts;
        this.words = words;
    }

    @Override
    public String kind() {
        return "correct";
    }

    @Override
    public boolean isFor(Subject subject) {
        return !(subject instanceof Subject.OfMove);
    }

    /** Reached from the line of the fact itself. */
    @Override
    public boolean isOffered(Subject subject) {
        return false;
    }

    /** The fact as it stands, and what the dictionary says of it. */
    private record Wanted(KnownFact known, FactDefinition definition) {}

    private Optional<Wanted> wanted(Asked asked) {
        var fact = asked.entries().text("fact");
        var first = asked.entries().text("first");
        return asked.subject().facts().stream()
                .filter(it -> it.fact().equals(fact)
                        && it.since().toString().equals(first)
                        && it.instance().isEmpty())
                .findFirst()
                .flatMap(it -> facts.definition(fact)
                        .filter(FactFields::isStateable)
                        .map(definition -> new Wanted(it, definition)));
    }

    @Override
    public List<Field> fields(Asked asked) {
        var wanted = wanted(asked);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var it = wanted.get();
        var filled = new Asked(asked.subject(), asked.entries().orElse(asKnown(it, asked)), asked.locale());
        return List.of(
                words.field(
                        "correction",
                        Shape.RADIOS,
                        filled,
                        words.options("registry.field.correction.", List.of(VALUE, RETRACT), asked.locale())),
                facts.field(it.definition(), filled),
                words.field("from_known", Shape.DAY, filled),
                words.field("until", Shape.DAY, filled));
    }

    private Entries asKnown(Wanted it, Asked asked) {
        var writing = new Writing(asked.locale());
        var known = new TreeMap<String, List<String>>();
        known.put("correction", List.of(VALUE));
        known.put(it.definition().id(), List.of(facts.typed(it.definition(), it.known(), asked.locale())));
        known.put(
                "from_known",
                isSinceEver(it.known())
                        ? List.of()
                        : List.of(writing.day(it.known().since())));
        var until = it.known().until();
        known.put("until", until == null ? List.of() : List.of(writing.day(until)));
        return new Entries(known);
    }

    private static boolean isSinceEver(KnownFact known) {
        return known.since().equals(DateRange.FIRST_DAY);
    }

    @Override
    public List<String> carried() {
        return List.of("fact", "first");
    }

    @Override
    public List<String> sources(Asked asked) {
        return wanted(asked).map(it -> it.definition().statedBy()).orElse(List.of("commune_officer"));
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var wanted = wanted(asked);
        if (wanted.isEmpty()) {
            var reader = new FormReader(asked.entries());
            reader.wrong("correction", "registry.wrong.fact_gone");
            return reader.nothing();
        }
        var reader = new FormReader(asked.entries().orElse(asKnown(wanted.get(), asked)));
        var what = reader.neededChoice("correction", List.of(VALUE, RETRACT));
        return what.isEmpty()
                ? reader.nothing()
                : reader.says(changes(wanted.get(), what.get().equals(RETRACT), reader, asked));
    }

    private List<Change> changes(Wanted it, boolean retract, FormReader reader, Asked asked) {
        var of = asked.subject().kind();
        int id = asked.subject().id();
        var fact = it.definition().id();
        var known = it.known();
        var end = known.until();
        var before = new DateRange(known.since(), end == null ? DateRange.LAST_DAY : end);
        if (retract) {
            return List.of(new Change.Retracted(of, id, fact, "", before));
        }
        var from = reader.day("from_known")
                .or(() -> isSinceEver(known) && reader.isFine() ? Optional.of(DateRange.FIRST_DAY) : Optional.empty());
        if (from.isEmpty() && reader.isFine()) {
            reader.wrong("from_known", "registry.wrong.missing_day");
        }
        var until = reader.day("until");
        var days = FactForm.days(from, until, reader);
        var value = facts.value(it.definition(), reader, asked.locale());
        if (days.isEmpty() || value.isEmpty()) {
            return List.of();
        }
        var changes = new ArrayList<Change>();
        changes.add(new Change.Stated(of, id, fact, "", days.get(), value.get()));
        left(before, days.get()).forEach(gone -> changes.add(new Change.Retracted(of, id, fact, "", gone)));
        return changes;
    }

    /** Days of before that are not in the days said now: there the fact no longer holds. */
    private static List<DateRange> left(DateRange before, DateRange now) {
        if (before.overlapWith(now).isEmpty()) {
            return List.of(before);
        }
        var left = new ArrayList<DateRange>();
        if (before.from().isBefore(now.from())) {
            left.add(new DateRange(before.from(), now.from().minusDays(1)));
        }
        if (before.to().isAfter(now.to())) {
            left.add(new DateRange(now.to().plusDays(1), before.to()));
        }
        return left;
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return refusal.why().equals("fact_before_birth") ? "from_known" : refusal.field();
    }

    /** Where the line of a fact leads. */
    static String href(String subject, String fact, LocalDate since) {
        return "/changes/correct?%s&fact=%s&first=%s".formatted(subject, fact, since);
    }
}
