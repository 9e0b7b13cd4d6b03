package org.ansinh.app.access;

/** A transaction was asked for in a thread in which nobody acts. */
public final class NobodyActs extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NobodyActs() {
        super("Nobody acts in this thread, so a transaction has no role to take."
                + " Wrap the work in Acting.as(Actor.officer(id) | Actor.WORKER | Actor.DETERMINER, …).");
    }
}
