package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A room above brings what waits in it for whoever acts; it stands on the work of the day beside the files. Only what they have the right to do, and nothing where nothing waits. */
public interface DayWork {

    List<Waiting> waiting();

    /**
     * Alike things that wait.
     *
     * @param what its words are {@code today.work.WHAT}
     * @param amount đồng; 0 where it is not about an amount
     * @param since since when the first of them waits, where that is known
     * @param late whether a term of the law has passed
     */
    record Waiting(String what, long number, long amount, Optional<LocalDate> since, boolean late, String href) {}
}
