package org.ansinh.rules.determination;

import java.util.List;
import org.ansinh.rules.facts.FactBook;

/** One thread's working room over one book of facts. A programme never leads back to itself, so one run each is enough. */
final class Session {

    private final CompiledLaw law;
    private final FactBook book;
    private final List<ProgrammeRun> runs;
    private final EventDays events;

    Session(CompiledLaw law, FactBook book) {
        this.law = law;
        this.book = book;
        this.events = new EventDays(book);
        this.runs = law.programmes().stream()
                .map(it -> new ProgrammeRun(this, it, law.variables()))
                .toList();
    }

    CompiledLaw law() {
        return law;
    }

    FactBook book() {
        return book;
    }

    ProgrammeRun run(int programme) {
        return runs.get(programme);
    }

    EventDays events() {
        return events;
    }

    Words words() {
        return law.words();
    }
}
