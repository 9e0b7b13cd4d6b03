package org.ansinh.app.registry;

import java.util.function.Consumer;

/** Takes rows into the register: one transaction, everything that can be taken or, at an error, nothing. */
public interface LoadDesk {

    LoadResult load(Consumer<RegisterLoad> rows);

    /** The same with everything undone at the end: what would be new, refused and repaired. */
    LoadResult preview(Consumer<RegisterLoad> rows);
}
