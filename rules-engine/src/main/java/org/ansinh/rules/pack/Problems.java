package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers everything that is wrong, so that a jurist mends a pack in one round and not in twenty. Files are read by several threads. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public synchronized void add(Place place, String message) {
        var problem = new Problem(place, message);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public synchronized int count() {
        return found.size();
    }

    public synchronized boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order in which one reads the files. */
    public synchronized List<Problem> sorted() {
        return found.stream()
                .sorted(Comparator.comparing((Problem it) -> it.place().file())
                        .thenComparing(it -> it.place().line())
                        .thenComparing(it -> it.place().column()))
                .toList();
    }
}
