package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Things that are written down once, in the order in which they are first spoken of, and referred to by their place. */
final class SaidOnce<T> {

    private static final int FIRST_ROOM = 64;

    private final ToIntFunction<T> hash;
    private final List<T> all = new ArrayList<>();

    // Most things come again as the same object: those are found without being compared. Half of the room stays free.
    private @Nullable Object[] seen = new @Nullable Object[FIRST_ROOM];
    private int[] seenAt = new int[FIRST_ROOM];
    private int many;

    // Places by hash, from 1; there are never more of them than things that were seen.
    private int[] places = new int[FIRST_ROOM];

    /** {@code hash} looks only at what is at hand: to look into everything that a thing is made of costs more than to compare it. */
    SaidOnce(ToIntFunction<T> hash) {
        this.hash = hash;
    }

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
        places = new int[seen.length];
        for (int place = 0; place < all.size(); place++) {
            int slot = start(all.get(place));
            while (places[slot] != 0) {
                slot = slot + 1 & places.length - 1;
            }
            places[slot] = place + 1;
        }
    }

    private int start(T it) {
        int spread = hash.applyAsInt(it) * 0x9E3779B9;
        return (spread ^ spread >>> 16) & places.length - 1;
    }

    private int placeOfEqual(T it) {
        int slot = start(it);
        for (; places[slot] != 0; slot = slot + 1 & places.length - 1) {
            if (all.get(places[slot] - 1).equals(it)) {
                return places[slot] - 1;
            }
        }
        all.add(it);
        places[slot] = all.size();
        return all.size() - 1;
    }

    int[] places(List<? extends T> some) {
        var places = new int[some.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(some.get(i));
        }
        return places;
    }

    /** Grows as more is spoken of. */
    List<T> all() {
        return Collections.unmodifiableList(all);
    }
}
