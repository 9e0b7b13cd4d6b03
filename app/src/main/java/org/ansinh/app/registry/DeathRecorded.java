package org.ansinh.app.registry;

import java.util.List;

/**
 * Somebody's death stands in the register: whoever buries them, or lived of them, may have a right from that day on. Told once it is recorded,
 * or within the transaction that brings a file: whoever listens waits for the commit.
 */
public record DeathRecorded(List<Integer> people) {
    public DeathRecorded {
        people = List.copyOf(people);
    }
}
