package org.ansinh.app.registry;

import java.time.LocalDate;
import java.util.Collection;
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
}
