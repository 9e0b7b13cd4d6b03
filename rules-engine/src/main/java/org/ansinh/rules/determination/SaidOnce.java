package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things that are written down once, in the order in which they are first spoken of, and referred to by their place. */
final class SaidOnce<T> {

    private static final int FIRST_ROOM = 128;

    private final List<T> all = new ArrayList<>();
    private final Map<T, Integer> places = new HashMap<>();

    // Most things come again as the same object: those are found without being compared. Half of the room stays free.
    private @Nullable Object[] seen = new @Nullable Object[FIRST_ROOM];
    private int[] seenAt = new int[FIRST_ROOM];
    private int many;

    int place(T it) {
        int slot = slot(it);
        if (seen[slot] == null) {
            if (2 * many >= seen.length) {
                grow();
                slot = slot(it);
            }
            seen[slot] = it;
            seenAt[slot] = placeOfEqual(it);
            many++;
        }
        return seenAt[slot];
    }

    /** Where the very object is, or would be. */
    private int slot(Object it) {
        int last = seen.length - 1;
        int slot = System.identityHashCode(it) & last;
        while (seen[slot] != null && seen[slot] != it) {
            slot = slot + 1 & last;
        }
        return slot;
    }

    private void grow() {
        var before = seen;
        var beforeAt = seenAt;
        seen = new @Nullable Object[2 * before.length];
        seenAt = new int[2 * before.length];
        for (int i = 0; i < before.length; i++) {
            var it = before[i];
            if (it != null) {
                int slot = slot(it);
                seen[slot] = it;
                seenAt[slot] = beforeAt[i];
            }
        }
    }

    private int placeOfEqual(T it) {
        var known = places.putIfAbsent(it, all.size());
        if (known != null) {
            return known;
        }
        all.add(it);
        return all.size() - 1;
    }

    int[] places(List<? extends T> some) {
        var places = new int[some.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(some.get(i));
        }
        return places;
    }

    List<T> all() {
        return List.copyOf(all);
    }
}
