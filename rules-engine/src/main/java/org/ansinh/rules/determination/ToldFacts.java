package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;

/** Facts as reasons tell them: many conditions rest on one fact of somebody, and all tell it by the same object. */
final class ToldFacts {

    private final FactBook book;
    private final Words words;
    private final Map<Key, Reason.OfFact> told = new HashMap<>();

    private record Key(FactDefinition fact, int place, int entry, long value) {
        @Override
        public int hashCode() {
            return (fact.index() * 31 + place) * 31 + entry + Long.hashCode(value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key(var otherFact, var otherPlace, var otherEntry, var otherValue)
                    && fact == otherFact
                    && place == otherPlace
                    && entry == otherEntry
                    && value == otherValue;
        }
    }

    ToldFacts(FactBook book, Words words) {
        this.book = book;
        this.words = words;
    }

    /** {@code entry} is negative where nobody has said anything, {@code place} where there is nobody. */
    Reason.OfFact of(FactDefinition fact, int place, int entry, long value) {
        return told.computeIfAbsent(
                new Key(fact, place, Math.max(entry, -1), value), it -> tell(fact, place, entry, value));
    }

    private Reason.OfFact tell(FactDefinition fact, int place, int entry, long value) {
        var subject = place == Scene.NOBODY
                ? Optional.<SubjectId>empty()
                : Optional.of(book.subjectAt(fact.subject(), place));
        var shown = value == Form.UNKNOWN ? Optional.<Text>empty() : Optional.of(words.shown(fact.type(), value));
        var from = entry >= 0 ? book.provenanceAt(fact, entry) : Provenance.UNSTATED;
        var during = entry < 0
                ? Optional.<DateRange>empty()
                : Optional.of(new DateRange(
                        LocalDate.ofEpochDay(book.factFrom(fact, entry)),
                        LocalDate.ofEpochDay(book.factTo(fact, entry))));
        return new Reason.OfFact(fact.id(), subject, fact.label(), shown, during, from, entry < 0);
    }
}
