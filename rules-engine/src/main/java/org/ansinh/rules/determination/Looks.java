package org.ansinh.rules.determination;

import org.ansinh.rules.facts.FactBook;

/** Programmes looked at for one subject on one day, by their own conditions and without reasons; one thread's own. */
public final class Looks {

    private final Session session;

    Looks(CompiledLaw law, FactBook book) {
        this.session = new Session(law, book, Session.Keeping.THE_LAST);
    }

    /** One look: provisions met and open as bits, each with its amount (the most it can be, where nobody knows). */
    public record Look(long met, long open, long[] amounts) {}

    /** The array in a look is used again by the next one. */
    public Look at(int programme, int place, int day) {
        var run = session.run(programme, place);
        run.evaluate(place, day);
        return new Look(run.met(), run.open(), run.amounts());
    }
}
