package org.ansinh.app.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.web.Field.Shape;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.ValueType;
import org.ansinh.timeline.DateRange;

/** Facts of the dictionary on one form, for the same days: a certificate, the class of a household, a school, or any other fact named in the address. */
final class FactForm implements ChangeForm {

    /** The address names the fact. */
    static final String FACT = "fact";

    private final String kind;
    private final SubjectRef.Kind of;
    private final List<String> facts;
    private final boolean ends;
    private final FactFields fields;
    private final FormWords words;

    /** @param ends whether the form asks for a last day */
    FactForm(String kind, SubjectRef.Kind of, List<String> facts, boolean ends, FactFields fields, FormWords words) {
        this.kind = kind;
        this.of = of;
        this.facts = List.copyOf(facts);
        this.ends = ends;
        this.fields = fields;
        this.words = words;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean isFor(Subject subject) {
        return !(subject instanceof Subject.OfMove) && subject.kind() == of;
    }

    private List<FactDefinition> definitions(Asked asked) {
        var named = facts.isEmpty() ? List.of(asked.entries().text(FACT)) : facts;
        return named.stream()
                .flatMap(it -> fields.definition(it).stream())
                .filter(FactFields::isStateable)
                .filter(it -> it.subject().word().charAt(0) == of.letter())
                .toList();
    }

    @Override
    public List<Field> fields(Asked asked) {
        var told = definitions(asked);
        if (told.isEmpty()) {
            return links(asked);
        }
        var all = new ArrayList<Field>();
        told.forEach(it -> all.add(fields.field(it, asked)));
        all.add(words.field(from(told), Shape.DAY, asked));
        if (ends) {
            all.add(words.field("until", Shape.DAY, asked));
        }
        return all;
    }

    /** What may be stated, under the programmes that ask for it. */
    private List<Field> links(Asked asked) {
        var groups = new LinkedHashMap<String, Map<String, String>>();
        fields.stateable(of, asked.locale()).forEach((group, told) -> {
            var links = new LinkedHashMap<String, String>();
            told.forEach((id, label) -> links.put(
                    "/changes/%s?%s&fact=%s".formatted(kind, asked.subject().address(), id), label));
            groups.put(group, links);
        });
        return groups.entrySet().stream()
                .map(it -> words.labelled("which_fact", Shape.LINKS, it.getKey(), asked, it.getValue()))
                .toList();
    }

    @Override
    public List<String> carried() {
        return facts.isEmpty() ? List.of(FACT) : List.of();
    }

    /** A paper with a day of its own holds from that day, unless another is given. */
    private static String from(List<FactDefinition> told) {
        return ownDay(told).isPresent() ? "from_or_own" : "from";
    }

    private static Optional<FactDefinition> ownDay(List<FactDefinition> told) {
        return told.size() < 2
                ? Optional.empty()
                : told.stream()
                        .filter(it -> it.type().kind() == ValueType.Kind.DAY)
                        .findFirst();
    }

    @Override
    public List<String> sources(Asked asked) {
        var voices = new LinkedHashSet<String>();
        definitions(asked).forEach(it -> voices.addAll(it.statedBy()));
        return voices.isEmpty() ? List.of("commune_officer") : List.copyOf(voices);
    }

    @Override
    public FormReader.Reading read(Asked asked) {
        var reader = new FormReader(asked.entries());
        var told = definitions(asked);
        if (told.isEmpty()) {
            reader.wrong("which_fact", "registry.wrong.not_chosen");
            return reader.nothing();
        }
        var own = ownDay(told).filter(it -> !asked.entries().has("from_or_own"));
        var from = own.isPresent() ? reader.day(own.get().id()) : reader.neededDay(from(told));
        var until = ends ? reader.day("until") : Optional.<LocalDate>empty();
        var days = days(from, until, reader);
        var changes = new ArrayList<Change>();
        for (var fact : told) {
            fields.value(fact, reader, asked.locale())
                    .ifPresent(value -> days.ifPresent(it ->
                            changes.add(new Change.Stated(of, asked.subject().id(), fact.id(), "", it, value))));
        }
        return reader.says(changes);
    }

    static Optional<DateRange> days(Optional<LocalDate> from, Optional<LocalDate> until, FormReader reader) {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            reader.wrong("until", "registry.wrong.until_before_from", until.get(), from.get());
            return Optional.empty();
        }
        return from.map(it -> new DateRange(it, until.orElse(DateRange.LAST_DAY)));
    }

    @Override
    public String fieldOf(Refusal refusal) {
        return refusal.why().equals("fact_before_birth") ? "from" : refusal.field();
    }
}
