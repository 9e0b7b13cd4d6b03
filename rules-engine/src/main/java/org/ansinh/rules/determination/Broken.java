package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.SubjectKind;

/**
 * By what is said of somebody, what silence does not answer any more. There is a bit for each step, two for each provision
 * (not met on any day; told the same on every day) and one for each programme, set where it has to be asked.
 */
final class Broken {

    private final Sayings sayings;
    private final int firstWay;
    private final int programmes;
    private final long[] always;
    private final int[][] by;

    Broken(CompiledLaw law, Sayings sayings) {
        this.sayings = sayings;
        this.firstWay = words(law.shared());
        this.programmes = law.programmes().size();
        this.by = new int[sayings.count()][0];
        this.always = new long[firstWay + 2 * programmes + words(programmes)];
        Arrays.fill(always, -1L);
    }

    private static int words(int bits) {
        return (bits + Long.SIZE - 1) / Long.SIZE;
    }

    void step(int place, Optional<BitSet> asked) {
        breaks(place, asked);
    }

    void notMet(int programme, int way, Optional<BitSet> asked) {
        breaks(notMet(programme) * Long.SIZE + way, asked);
    }

    void told(int programme, int way, Optional<BitSet> asked) {
        breaks(told(programme) * Long.SIZE + way, asked);
    }

    void whole(int programme, Optional<BitSet> asked) {
        breaks(whole(programme), asked);
    }

    private void breaks(int bit, Optional<BitSet> asked) {
        asked.ifPresent(it -> {
            always[bit / Long.SIZE] &= ~(1L << bit);
            it.stream().forEach(saying -> {
                by[saying] = Arrays.copyOf(by[saying], by[saying].length + 1);
                by[saying][by[saying].length - 1] = bit;
            });
        });
    }

    /** The word whose bits are the provisions of a programme. */
    int notMet(int programme) {
        return firstWay + programme;
    }

    int told(int programme) {
        return firstWay + programmes + programme;
    }

    int whole(int programme) {
        return (firstWay + 2 * programmes) * Long.SIZE + programme;
    }

    long[] everything() {
        var open = new long[always.length];
        Arrays.fill(open, -1L);
        return open;
    }

    /** Sets the bits of what has to be asked of somebody of whom a book says what it says. */
    void hear(FactBook book, SubjectKind kind, int place, long[] open) {
        System.arraycopy(always, 0, open, 0, open.length);
        sayings.each(book, kind, place, it -> {
            for (int bit : by[it]) {
                open[bit / Long.SIZE] |= 1L << bit;
            }
        });
    }
}
