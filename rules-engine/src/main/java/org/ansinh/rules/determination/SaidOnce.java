package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Things that are written down once, in the order in which they are first spoken of, and referred to by their place. */
final class SaidOnce<T> {

    private final List<T> all = new ArrayList<>();
    private final Map<T, Integer> places = new HashMap<>();
    private final Map<T, Integer> seen = new IdentityHashMap<>();

    int place(T it) {
        return seen.computeIfAbsent(it, this::placeOfEqual);
    }

    private int placeOfEqual(T it) {
        return places.computeIfAbsent(it, first -> {
            all.add(first);
            return all.size() - 1;
        });
    }

    int[] places(List<? extends T> some) {
        return some.stream().mapToInt(this::place).toArray();
    }

    List<T> all() {
        return List.copyOf(all);
    }
}
