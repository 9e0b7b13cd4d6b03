package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.SubjectKind;

/** The signed decisions of a subject in one programme, and the one that is only supposed, if any. */
record Signatures(List<Signature> all) {

    /** Days as epoch days; {@code from} equals {@code signed} when the decision names no other first day. */
    record Signature(int signed, int from, int to) {}

    static Signatures of(FactBook book, SubjectKind kind, int place, int programme, Optional<Decision> supposed) {
        int begin = book.decisionBegin(kind, place, programme);
        int end = book.decisionEnd(kind, place, programme);
        if (begin == end && supposed.isEmpty()) {
            return NONE;
        }
        var all = new ArrayList<Signature>();
        for (int i = begin; i < end; i++) {
            all.add(new Signature(book.decisionSigned(kind, i), book.decisionFrom(kind, i), book.decisionTo(kind, i)));
        }
        supposed.ifPresent(it -> all.add(new Signature(
                day(it.signed()), day(it.inForce().from()), day(it.inForce().to()))));
        return new Signatures(all);
    }

    private static final Signatures NONE = new Signatures(List.of());

    private static int day(LocalDate day) {
        return (int) day.toEpochDay();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
