package org.ansinh.rules.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;

/**
 * What is known of some connected people, households and villages. Immutable; made by {@link FactBookBuilder}.
 *
 * <p>Inside, every subject has a place (0, 1, 2… within its kind) and days are epoch days; the methods that end in
 * {@code At} speak that language and make no objects, because a whole province is read through them.
 */
public final class FactBook {

    /** Returned by look-ups when nothing changes any more. */
    public static final int FOREVER = (int) DateRange.LAST_DAY.toEpochDay();

    private final LawPack pack;
    private final List<List<SubjectId>> subjects;
    private final List<Map<Integer, Integer>> places;
    private final Dated[] facts;
    private final int[] factCounts;
    private final Dated[] decisions;
    private final Dated[] links;
    private final int programmes;

    FactBook(FactBookBuilder from) {
        this.pack = from.pack();
        this.subjects = from.subjects();
        this.places = from.places();
        this.factCounts = from.factCounts();
        this.facts = from.sortedFacts();
        this.decisions = from.sortedDecisions();
        this.links = from.sortedLinks();
        this.programmes = pack.programmes().size();
    }

    public static FactBookBuilder of(LawPack pack) {
        return new FactBookBuilder(pack);
    }

    public LawPack pack() {
        return pack;
    }

    public List<SubjectId> people() {
        return subjects(SubjectKind.PERSON);
    }

    public List<SubjectId> households() {
        return subjects(SubjectKind.HOUSEHOLD);
    }

    public List<SubjectId> subjects(SubjectKind kind) {
        return List.copyOf(subjects.get(kind.ordinal()));
    }

    public boolean knows(SubjectId subject) {
        return places.get(subject.kind().ordinal()).containsKey(subject.number());
    }

    /** Every value of one fact of one subject, in words, with its days. */
    public Timeline<String> words(SubjectId subject, String factId) {
        var fact = pack.dictionary().fact(factId).orElseThrow(() -> FactBookBuilder.unknown("fact", factId));
        var spans = new ArrayList<Timeline.Span<String>>();
        int place = placeOf(subject);
        var column = facts[subject.kind().ordinal()];
        int key = key(subject.kind(), place, fact.index());
        for (int i = column.begin(key); i < column.end(key); i++) {
            var days = new DateRange(LocalDate.ofEpochDay(column.from(i)), LocalDate.ofEpochDay(column.to(i)));
            spans.add(new Timeline.Span<>(days, pack.dictionary().written(fact.type(), column.value(i))));
        }
        return Timeline.of(spans);
    }

    public int placeOf(SubjectId subject) {
        return Optional.ofNullable(places.get(subject.kind().ordinal()).get(subject.number()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The fact book does not hold %s; add it to the builder before asking about it."
                                .formatted(subject)));
    }

    public SubjectId subjectAt(SubjectKind kind, int place) {
        return subjects.get(kind.ordinal()).get(place);
    }

    public int countOf(SubjectKind kind) {
        return subjects.get(kind.ordinal()).size();
    }

    /** The entry of a fact on a day, or the complement of the next one; see {@link #valueAt} and {@link #changesAt}. */
    public int factAt(FactDefinition fact, int place, int day) {
        return facts[fact.subject().ordinal()].find(key(fact.subject(), place, fact.index()), day);
    }

    public long valueAt(FactDefinition fact, int entry) {
        return facts[fact.subject().ordinal()].value(entry);
    }

    /** The last day on which what {@link #factAt} returned still holds. */
    public int changesAt(FactDefinition fact, int place, int entry) {
        var column = facts[fact.subject().ordinal()];
        return lastDay(column, key(fact.subject(), place, fact.index()), entry);
    }

    /** Every entry of a fact of one subject, oldest first: {@code factBegin} to {@code factEnd - 1}. */
    public int factBegin(FactDefinition fact, int place) {
        return facts[fact.subject().ordinal()].begin(key(fact.subject(), place, fact.index()));
    }

    public int factEnd(FactDefinition fact, int place) {
        return facts[fact.subject().ordinal()].end(key(fact.subject(), place, fact.index()));
    }

    public int factFrom(FactDefinition fact, int entry) {
        return facts[fact.subject().ordinal()].from(entry);
    }

    public int factTo(FactDefinition fact, int entry) {
        return facts[fact.subject().ordinal()].to(entry);
    }

    public Provenance provenanceAt(FactDefinition fact, int entry) {
        return facts[fact.subject().ordinal()].provenance(entry);
    }

    /** Links of one sort from one place; see {@link Link}. */
    public int linkBegin(Link link, int place) {
        return links[link.slot()].begin(place);
    }

    public int linkEnd(Link link, int place) {
        return links[link.slot()].end(place);
    }

    public int linkFrom(Link link, int entry) {
        return links[link.slot()].from(entry);
    }

    public int linkTo(Link link, int entry) {
        return links[link.slot()].to(entry);
    }

    public int linkTarget(Link link, int entry) {
        return (int) links[link.slot()].value(entry);
    }

    /** The only link of a sort that can hold on a day (residence, village), or the complement of the next one. */
    public int linkAt(Link link, int place, int day) {
        return links[link.slot()].find(place, day);
    }

    public int linkChangesAt(Link link, int place, int entry) {
        return lastDay(links[link.slot()], place, entry);
    }

    /** The facts (by their {@code index}) of which anything is said of the subject at a place. */
    public void eachFact(SubjectKind kind, int place, IntConsumer fact) {
        facts[kind.ordinal()].each(place, factCounts[kind.ordinal()], fact);
    }

    /** The programmes (by their places in the pack) in which the subject at a place has a decision. */
    public void eachDecision(SubjectKind kind, int place, IntConsumer programme) {
        decisions[kind.ordinal()].each(place, programmes, programme);
    }

    /** The relations that bind a person to anybody. */
    public void eachRelation(int person, Consumer<Link> relation) {
        for (int slot = Link.FIXED; slot < links.length; slot++) {
            if (links[slot].begin(person) < links[slot].end(person)) {
                relation.accept(new Link(slot));
            }
        }
    }

    /** Which facts of a kind of subject (by their {@code index}) are said of anybody. */
    public boolean[] toldFacts(SubjectKind kind) {
        return facts[kind.ordinal()].used(countOf(kind), factCounts[kind.ordinal()]);
    }

    /** In which programmes (by their places in the pack) anybody has a decision. */
    public boolean[] decidedProgrammes(SubjectKind kind) {
        return decisions[kind.ordinal()].used(countOf(kind), programmes);
    }

    public int decisionBegin(SubjectKind kind, int place, int programme) {
        return decisions[kind.ordinal()].begin(decisionKey(place, programme));
    }

    public int decisionEnd(SubjectKind kind, int place, int programme) {
        return decisions[kind.ordinal()].end(decisionKey(place, programme));
    }

    public int decisionFrom(SubjectKind kind, int entry) {
        return decisions[kind.ordinal()].from(entry);
    }

    public int decisionTo(SubjectKind kind, int entry) {
        return decisions[kind.ordinal()].to(entry);
    }

    public int decisionSigned(SubjectKind kind, int entry) {
        return (int) decisions[kind.ordinal()].value(entry);
    }

    private int decisionKey(int place, int programme) {
        return place * programmes + programme;
    }

    private int key(SubjectKind kind, int place, int factIndex) {
        return place * factCounts[kind.ordinal()] + factIndex;
    }

    private static int lastDay(Dated column, int key, int entry) {
        if (entry >= 0) {
            return column.to(entry);
        }
        return ~entry < column.end(key) ? column.from(~entry) - 1 : FOREVER;
    }
}
