package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/** Facts as reasons tell them: many conditions rest on one fact of somebody, and all tell it by the same object. */
final class ToldFacts {

    private static final int FIRST_ROOM = 64;

    private final FactBook book;
    private final Words words;
    private final Map<SubjectKind, Map<Integer, OfSubject>> subjects = new EnumMap<>(SubjectKind.class);
    private final @Nullable OfSubject[] last = new @Nullable OfSubject[SubjectKind.values().length];

    /** What was told of each fact. */
    private static final class OfSubject {
        private final int place;
        private @Nullable Told[] told = new @Nullable Told[FIRST_ROOM];

        private OfSubject(int place) {
            this.place = place;
        }

        private @Nullable Told of(int fact) {
            return fact < told.length ? told[fact] : null;
        }

        private void keep(int fact, Told it) {
            if (fact >= told.length) {
                told = Arrays.copyOf(told, Math.max(fact + 1, told.length * 2));
            }
            told[fact] = it;
        }
    }

    /** One way of telling a fact, and those before it. */
    private record Told(
            Reason.OfFact fact,
            boolean isOwn,
            int entry,
            long value,
            @Nullable Told before) {}

    ToldFacts(FactBook book, Words words) {
        this.book = book;
        this.words = words;
    }

    /** {@code entry} is negative where nobody has said anything. */
    Reason.OfFact of(FactStep step, Scene scene, int entry, long value) {
        var subject = subject(step.fact().subject(), scene.place(step.of()));
        boolean isOwn = step.of().variable() == 0;
        int said = Math.max(entry, -1);
        var last = subject.of(step.fact().index());
        for (var known = last; known != null; known = known.before()) {
            if (known.entry() == said && known.value() == value && known.isOwn() == isOwn) {
                return known.fact();
            }
        }
        var told = tell(step, scene.another(step.of()), entry, value);
        subject.keep(step.fact().index(), new Told(told, isOwn, said, value, last));
        return told;
    }

    private OfSubject subject(SubjectKind kind, int place) {
        var known = last[kind.ordinal()];
        if (known == null || known.place != place) {
            known = subjects.computeIfAbsent(kind, it -> new HashMap<>()).computeIfAbsent(place, OfSubject::new);
            last[kind.ordinal()] = known;
        }
        return known;
    }

    private Reason.OfFact tell(FactStep step, Optional<SubjectId> subject, int entry, long value) {
        FactDefinition fact = step.fact();
        var shown = value == Form.UNKNOWN ? Optional.<Text>empty() : Optional.of(words.shown(fact.type(), value));
        var from = entry >= 0 ? book.provenanceAt(fact, entry) : Provenance.UNSTATED;
        var during = entry < 0
                ? Optional.<DateRange>empty()
                : Optional.of(new DateRange(
                        LocalDate.ofEpochDay(book.factFrom(fact, entry)),
                        LocalDate.ofEpochDay(book.factTo(fact, entry))));
        return new Reason.OfFact(step.law(), subject, shown, during, from, entry < 0);
    }
}
