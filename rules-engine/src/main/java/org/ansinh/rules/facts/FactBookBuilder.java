package org.ansinh.rules.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.pack.CanIgnoreReturnValue;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.RelationDefinition;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/** Gathers facts in any order, refusing what no dictionary knows and two values that claim the same days. */
public final class FactBookBuilder {

    private static final int KINDS = SubjectKind.values().length;

    private final LawPack pack;
    private final List<List<SubjectId>> subjects = new ArrayList<>();
    private final List<Map<Integer, Integer>> places = new ArrayList<>();
    private final Map<String, FactDefinition> factsById = new HashMap<>();
    private final Map<String, Integer> programmes = new HashMap<>();
    private final int[] factCounts = new int[KINDS];
    private final Dated.Collector[] facts = new Dated.Collector[KINDS];
    private final Dated.Collector[] decisions = new Dated.Collector[KINDS];
    private final Dated.Collector[] links;

    FactBookBuilder(LawPack pack) {
        this.pack = pack;
        for (int kind = 0; kind < KINDS; kind++) {
            subjects.add(new ArrayList<>());
            places.add(new HashMap<>());
            facts[kind] = new Dated.Collector();
            decisions[kind] = new Dated.Collector();
        }
        for (var fact : pack.dictionary().facts()) {
            factsById.put(fact.id(), fact);
            factCounts[fact.subject().ordinal()]++;
        }
        for (var programme : pack.programmes().keySet()) {
            programmes.put(programme, programmes.size());
        }
        links = new Dated.Collector[Link.FIXED + pack.dictionary().relations().size()];
        for (int i = 0; i < links.length; i++) {
            links[i] = new Dated.Collector();
        }
    }

    /** Makes a subject known even if nothing else is said of it; returns its place within its kind. */
    @CanIgnoreReturnValue
    public int subject(SubjectId subject) {
        var known = places.get(subject.kind().ordinal());
        var place = known.get(subject.number());
        if (place != null) {
            return place;
        }
        var list = subjects.get(subject.kind().ordinal());
        list.add(subject);
        known.put(subject.number(), list.size() - 1);
        return list.size() - 1;
    }

    /** A value in the words of the dictionary: {@code true}, {@code 500000}, {@code 1950-08-20}, {@code severe}. */
    @CanIgnoreReturnValue
    public FactBookBuilder fact(SubjectId subject, String factId, DateRange days, String value, Provenance provenance) {
        var fact = factsById.get(factId);
        if (fact == null) {
            throw unknown("fact", factId);
        }
        return fact(subject, fact, days, pack.dictionary().carried(fact.type(), value), provenance);
    }

    /** A value as carried: see {@link org.ansinh.rules.pack.ValueType}. */
    @CanIgnoreReturnValue
    public FactBookBuilder fact(
            SubjectId subject, FactDefinition fact, DateRange days, long value, Provenance provenance) {
        if (fact.subject() != subject.kind()) {
            throw new IllegalArgumentException("%s is a fact of a %s and cannot be said of %s."
                    .formatted(fact.id(), fact.subject().word(), subject));
        }
        return factAt(fact, subject(subject), dayOf(days.from()), dayOf(days.to()), value, provenance);
    }

    /** The same without objects: {@code place} is what {@link #subject} returned, days are epoch days. */
    @CanIgnoreReturnValue
    public FactBookBuilder factAt(
            FactDefinition fact, int place, int fromDay, int toDay, long value, Provenance provenance) {
        if (value < fact.range().min() || value > fact.range().max()) {
            throw new IllegalArgumentException("%s of %s cannot be %s; the dictionary allows %s to %s."
                    .formatted(
                            fact.id(),
                            subjects.get(fact.subject().ordinal()).get(place),
                            pack.dictionary().written(fact.type(), value),
                            pack.dictionary().written(fact.type(), fact.range().min()),
                            pack.dictionary().written(fact.type(), fact.range().max())));
        }
        int kind = fact.subject().ordinal();
        facts[kind].add(place * factCounts[kind] + fact.index(), fromDay, toDay, value, provenance);
        return this;
    }

    @CanIgnoreReturnValue
    public FactBookBuilder residence(SubjectId person, SubjectId household, DateRange days) {
        int from = dayOf(days.from());
        int to = dayOf(days.to());
        int resident = subject(person);
        int home = subject(household);
        links[Link.RESIDENCE.slot()].add(resident, from, to, home, Provenance.UNSTATED);
        links[Link.MEMBERS.slot()].add(home, from, to, resident, Provenance.UNSTATED);
        return this;
    }

    @CanIgnoreReturnValue
    public FactBookBuilder village(SubjectId household, SubjectId village, DateRange days) {
        links[Link.VILLAGE.slot()].add(
                subject(household), dayOf(days.from()), dayOf(days.to()), subject(village), Provenance.UNSTATED);
        return this;
    }

    /** {@code relation("person.raises", mother, child, days)}. */
    @CanIgnoreReturnValue
    public FactBookBuilder relation(String relationId, SubjectId from, SubjectId to, DateRange days) {
        var relation = pack.dictionary().relation(relationId).orElseThrow(() -> unknown("relation", relationId));
        if (relation.inverseOf().isPresent()) {
            return relation(relation.inverseOf().get(), to, from, days);
        }
        bond(relation, subject(from), days, subject(to));
        pack.dictionary().relations().stream()
                .filter(it -> it.inverseOf().equals(Optional.of(relationId)))
                .forEach(it -> bond(it, subject(to), days, subject(from)));
        return this;
    }

    private void bond(RelationDefinition relation, int from, DateRange days, int to) {
        links[Link.of(relation).slot()].add(from, dayOf(days.from()), dayOf(days.to()), to, Provenance.UNSTATED);
    }

    @CanIgnoreReturnValue
    public FactBookBuilder decision(SubjectId subject, String programme, Decision decision) {
        var index = programmes.get(programme);
        if (index == null) {
            throw unknown("programme", programme);
        }
        decisions[subject.kind().ordinal()].add(
                subject(subject) * programmes.size() + index,
                dayOf(decision.inForce().from()),
                dayOf(decision.inForce().to()),
                decision.signed().toEpochDay(),
                Provenance.UNSTATED);
        return this;
    }

    public FactBook build() {
        return new FactBook(this);
    }

    LawPack pack() {
        return pack;
    }

    List<List<SubjectId>> subjects() {
        return subjects.stream().map(List::copyOf).toList();
    }

    List<Map<Integer, Integer>> places() {
        return places.stream()
                .map(HashMap::new)
                .<Map<Integer, Integer>>map(it -> it)
                .toList();
    }

    int[] factCounts() {
        return factCounts.clone();
    }

    Dated[] sortedFacts() {
        var sorted = new Dated[KINDS];
        for (var kind : SubjectKind.values()) {
            int k = kind.ordinal();
            sorted[k] = facts[k].sorted(subjects.get(k).size() * factCounts[k]);
            refuseOverlaps(kind, sorted[k]);
        }
        return sorted;
    }

    private void refuseOverlaps(SubjectKind kind, Dated column) {
        int count = factCounts[kind.ordinal()];
        for (int key = 0; key < subjects.get(kind.ordinal()).size() * count; key++) {
            for (int i = column.begin(key) + 1; i < column.end(key); i++) {
                if (column.from(i) <= column.to(i - 1)) {
                    var subject = subjects.get(kind.ordinal()).get(key / count);
                    throw new IllegalArgumentException(
                            "Two values of %s of %s claim %s; say which one wins before building a fact book."
                                    .formatted(
                                            factName(kind, key % count),
                                            subject,
                                            java.time.LocalDate.ofEpochDay(column.from(i))));
                }
            }
        }
    }

    private String factName(SubjectKind kind, int index) {
        return pack.dictionary().facts().stream()
                .filter(it -> it.subject() == kind && it.index() == index)
                .findFirst()
                .map(FactDefinition::id)
                .orElseThrow();
    }

    Dated[] sortedDecisions() {
        var sorted = new Dated[KINDS];
        for (int k = 0; k < KINDS; k++) {
            sorted[k] = decisions[k].sorted(subjects.get(k).size() * programmes.size());
        }
        return sorted;
    }

    Dated[] sortedLinks() {
        var sorted = new Dated[links.length];
        for (int i = 0; i < links.length; i++) {
            var kind =
                    i == Link.MEMBERS.slot() || i == Link.VILLAGE.slot() ? SubjectKind.HOUSEHOLD : SubjectKind.PERSON;
            sorted[i] = links[i].sorted(subjects.get(kind.ordinal()).size());
            refuseCrowds(kind, sorted[i]);
        }
        return sorted;
    }

    private void refuseCrowds(SubjectKind kind, Dated links) {
        for (int place = 0; place < subjects.get(kind.ordinal()).size(); place++) {
            if (links.end(place) - links.begin(place) > Link.MOST) {
                throw new IllegalArgumentException("%s is bound to more than %d others; the register must be wrong."
                        .formatted(subjects.get(kind.ordinal()).get(place), Link.MOST));
            }
        }
    }

    static IllegalArgumentException unknown(String what, String name) {
        return new IllegalArgumentException("The pack knows no %s named %s.".formatted(what, name));
    }

    private static int dayOf(java.time.LocalDate day) {
        return (int) day.toEpochDay();
    }
}
