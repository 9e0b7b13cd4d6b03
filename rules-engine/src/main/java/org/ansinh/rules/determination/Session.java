package org.ansinh.rules.determination;

import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.FactDefinition;
import org.jspecify.annotations.Nullable;

/** One thread's working room over one book of facts. A programme never leads back to itself, so one run each is enough. */
final class Session {

    private final CompiledLaw law;
    private final FactBook book;
    private final @Nullable ProgrammeRun[] runs;
    private final EventDays events;
    private final ToldFacts told;
    private final boolean asIfDecided;
    private @Nullable Supposed supposed;

    /** One value of one subject that is taken to be so, whatever the book says. */
    record Supposed(FactDefinition fact, int place, long value) {
        boolean isOf(FactDefinition asked, int of) {
            return place == of && fact == asked;
        }
    }

    Session(CompiledLaw law, FactBook book) {
        this(law, book, false);
    }

    /** {@code asIfDecided}: whatever is met counts as decided on its first day. */
    Session(CompiledLaw law, FactBook book, boolean asIfDecided) {
        this.law = law;
        this.asIfDecided = asIfDecided;
        this.book = book;
        this.events = new EventDays(book);
        this.told = new ToldFacts(book, law.words());
        this.runs = new @Nullable ProgrammeRun[law.programmes().size()];
    }

    boolean isAsIfDecided() {
        return asIfDecided;
    }

    /** The decisions by which money falls due in a month. */
    Signatures signatures(CompiledProgramme programme, int place, YearMonth month, Optional<Decision> also) {
        return asIfDecided
                ? new AsIfDecided(this).of(programme, place, month)
                : Signatures.of(book, programme.programme().subject(), place, programme.index(), also);
    }

    CompiledLaw law() {
        return law;
    }

    FactBook book() {
        return book;
    }

    ProgrammeRun run(int programme) {
        var known = runs[programme];
        if (known == null) {
            known = new ProgrammeRun(this, law.programmes().get(programme), law.variables());
            runs[programme] = known;
        }
        return known;
    }

    @Nullable
    Supposed supposed() {
        return supposed;
    }

    /** Answers a question as if one fact were otherwise. */
    <T> T supposing(Supposed otherwise, Supplier<T> question) {
        supposed = otherwise;
        try {
            return question.get();
        } finally {
            supposed = null;
        }
    }

    EventDays events() {
        return events;
    }

    ToldFacts told() {
        return told;
    }

    Words words() {
        return law.words();
    }
}
