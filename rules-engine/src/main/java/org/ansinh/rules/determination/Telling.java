package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.List;

/**
 * Gathers what was read and decided a value, while the value is worked out. Whoever asks several parts takes back what was
 * gathered of those that turn out not to decide.
 */
final class Telling {

    private static final int FIRST_ROOM = 16;

    private Reason.Used[] told = new Reason.Used[FIRST_ROOM];
    private int many;

    /** Begins anew. */
    void clear() {
        many = 0;
    }

    void add(Reason.Used used) {
        if (many == told.length) {
            told = Arrays.copyOf(told, 2 * many);
        }
        told[many++] = used;
    }

    /** How much was gathered so far; goes to {@link #takeBack}. */
    int mark() {
        return many;
    }

    /** Takes back what was gathered since one mark and before another. */
    void takeBack(int from, int to) {
        System.arraycopy(told, to, told, from, many - to);
        many -= to - from;
    }

    void addAll(List<Reason.Used> some) {
        for (int i = 0; i < some.size(); i++) {
            add(some.get(i));
        }
    }

    /** What was gathered since a mark, in the order in which it was read, facts and figures once. */
    List<Reason.Used> since(int mark) {
        int n = mark;
        for (int i = mark; i < many; i++) {
            var one = told[i];
            if (one instanceof Reason.OfOutcome || !isAmong(one, mark, n)) {
                told[n++] = one;
            }
        }
        many = n;
        return switch (n - mark) {
            case 0 -> List.of();
            case 1 -> List.of(told[mark]);
            case 2 -> List.of(told[mark], told[mark + 1]);
            default -> List.of(Arrays.copyOfRange(told, mark, n));
        };
    }

    /** What is equal is one object: figures are told by the law, facts by {@link ToldFacts}. */
    private boolean isAmong(Reason.Used one, int from, int to) {
        for (int i = from; i < to; i++) {
            if (told[i] == one) {
                return true;
            }
        }
        return false;
    }
}
