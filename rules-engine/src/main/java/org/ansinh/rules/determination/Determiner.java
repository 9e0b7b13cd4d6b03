package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.timeline.DateRange;

/** {@code entitlement = determine(law, facts, days)}: pure, the same input gives the same output for ever. */
public final class Determiner {

    private final LawPack pack;

    private Determiner(LawPack pack) {
        this.pack = pack;
    }

    public static Determiner of(LawPack pack) {
        return new Determiner(pack);
    }

    /** Every programme for people (or for households, when the subject is one), with reasons. */
    public Determination determine(FactBook facts, SubjectId subject, DateRange days) {
        return new Determination(pack.hash(), subject, days, List.of());
    }

    /** One programme, with reasons. */
    public ProgrammeOutcome determine(FactBook facts, SubjectId subject, String programme, DateRange days) {
        return determine(facts, subject, days)
                .of(programme)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The pack has no programme %s for %s.".formatted(programme, subject)));
    }

    /** What would be owed if a decision were signed on that day, beside those there are. */
    public List<OwedLine> owedIfSigned(
            FactBook facts, SubjectId subject, String programme, DateRange days, LocalDate signed) {
        return List.of();
    }

    /** Facts whose absence may leave an answer open; a plain outcome's {@code missing} is a set of their places. */
    public List<FactDefinition> askedFacts() {
        return pack.dictionary().facts().stream()
                .filter(it -> it.whenAbsent().asks())
                .toList();
    }

    /** Programmes in the order of the pack; a plain outcome's {@code programme} is a place in it. */
    public List<String> programmes() {
        return List.copyOf(pack.programmes().keySet());
    }

    /** Everybody in a book for one month, without reasons: every person and household, every programme. */
    public void everybody(FactBook facts, YearMonth month, OutcomeSink sink) {}
}
