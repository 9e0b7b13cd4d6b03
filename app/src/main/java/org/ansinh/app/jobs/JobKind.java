package org.ansinh.app.jobs;

/** A kind of long work, brought by a room as a bean. Runs as the worker in a thread of its own; after a crash it runs again from its beginning, so it must be safe to repeat. */
public interface JobKind {
    /** Stays the same for ever: it stands in the database. */
    String name();

    /**
     * @param order what was asked for, as the room itself wrote it
     * @return a few words about the outcome, or where to see it
     */
    String run(String order, Progress progress);
}
