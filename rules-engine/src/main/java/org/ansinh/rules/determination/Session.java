package org.ansinh.rules.determination;

import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.FactDefinition;
import org.jspecify.annotations.Nullable;

/**
 * One thread's working room over one book of facts. A programme never leads back to itself, so one run each is enough;
 * where few are asked about, each of them has runs of their own, so that what was worked out of one is not forgotten over
 * another.
 */
final class Session {

    private final CompiledLaw law;
    private final FactBook book;
    private final @Nullable ProgrammeRun[] runs;
    private final EventDays events;
    private final ToldFacts told;
    private final Keeping keeping;
    private final Telling telling = new Telling();
    private final Minds memory;
    private Minds minds;
    private @Nullable Supposed supposed;

    /** How a session is used: of whom it remembers what it worked out, and what counts as decided. */
    enum Keeping {
        /** Everybody in a book, one after the other: only of whom was asked last. */
        THE_LAST,
        /** The same, and whatever is met counts as decided on its first day. */
        THE_LAST_AS_IF_DECIDED,
        /** A few: of each of them. */
        EACH
    }

    /** One value of one subject that is taken to be so, whatever the book says. */
    record Supposed(FactDefinition fact, int place, long value) {
        boolean isOf(FactDefinition asked, int of) {
            return place == of && fact == asked;
        }
    }

    Session(CompiledLaw law, FactBook book, Keeping keeping) {
        this.law = law;
        this.keeping = keeping;
        this.book = book;
        this.events = new EventDays(book);
        this.told = new ToldFacts(book, law.words());
        this.memory = new Minds(law, book, isOfEach(), false);
        this.minds = memory;
        this.runs = new @Nullable ProgrammeRun[law.programmes().size()];
    }

    /** Whether it remembers each of whom it was asked. */
    boolean isOfEach() {
        return keeping == Keeping.EACH;
    }

    boolean isAsIfDecided() {
        return keeping == Keeping.THE_LAST_AS_IF_DECIDED;
    }

    /** The decisions by which money falls due in a month. */
    Signatures signatures(CompiledProgramme programme, int place, YearMonth month, Optional<Decision> also) {
        return isAsIfDecided()
                ? new AsIfDecided(this).of(programme, place, month)
                : Signatures.of(book, programme.programme().subject(), place, programme.index(), also);
    }

    CompiledLaw law() {
        return law;
    }

    FactBook book() {
        return book;
    }

    /** The run of a programme for the subject at a place. */
    ProgrammeRun run(int programme, int place) {
        if (isOfEach()) {
            var kind = law.programmes().get(programme).programme().subject();
            return memory.of(kind, place).run(programme, this, place);
        }
        var last = runs[programme];
        if (last == null) {
            last = new ProgrammeRun(this, law.programmes().get(programme), place);
            runs[programme] = last;
        }
        return last;
    }

    @Nullable
    Supposed supposed() {
        return supposed;
    }

    /** Answers a question as if one fact were otherwise. */
    <T> T supposing(Supposed otherwise, Supplier<T> question) {
        supposed = otherwise;
        minds = new Minds(law, book, false, true);
        try {
            return question.get();
        } finally {
            supposed = null;
            minds = memory;
        }
    }

    /** Room for what is told, one thing after the other. */
    Telling telling() {
        return telling;
    }

    /** What is remembered; as long as something is supposed, nothing that was found without it. */
    Minds minds() {
        return minds;
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
