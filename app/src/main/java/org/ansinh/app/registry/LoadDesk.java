package org.ansinh.app.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes rows into the register: one transaction, everything that can be taken or, at an error, nothing. */
public interface LoadDesk {

    LoadResult load(Consumer<RegisterLoad> rows);

    /** The same with everything undone at the end: what would be new, refused and repaired. */
    LoadResult preview(Consumer<RegisterLoad> rows);

    /**
     * Who the subjects of the rows just taken in turned out to be, for whoever records something of their own about them in the same transaction. Refused ones and
     * those outside the area of whoever acts are left out.
     */
    Map<SubjectRef, Loaded> loaded(Collection<SubjectRef> subjects);

    /** A person by name or a household by code, of the register. */
    record Loaded(int number, String name, Optional<LocalDate> born, String commune) {}

    /**
     * Fills an empty register with more than one transaction should carry, stage after stage. The parts of a stage are taken on several connections at once, each in a
     * transaction of its own; what was broken off goes on with the parts that are missing, and until it is finished nothing else can be recorded.
     */
    LoadResult fill(Filling filling);

    /**
     * @param name by which it is found again
     * @param papers everything the parts rest on, in the order in which it was recorded, each with a key of its own by which it is sent once
     */
    record Filling(String name, List<Paper> papers, List<List<Part>> stages) {}

    /**
     * Rows that name no person of another part, and households of their own or of an earlier stage. Told by a thread of its own.
     *
     * @param later people of an earlier stage are spoken of again: what was heard of them later; such parts come after all others
     */
    record Part(String name, Consumer<RegisterLoad> rows, boolean later) {

        public Part(String name, Consumer<RegisterLoad> rows) {
            this(name, rows, false);
        }
    }
}
