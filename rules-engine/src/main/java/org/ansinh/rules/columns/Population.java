package org.ansinh.rules.columns;

import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.FactBook;

/** Everybody, as columns, from a first day through a last. Immutable; may be read by many threads. */
public record Population(Needs needs, List<Block> blocks, int firstDay, int lastDay, Optional<FactBook> book) {

    public Population {
        blocks = List.copyOf(blocks);
    }
}
