package org.ansinh.rules.kernels;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ansinh.rules.pack.CanIgnoreReturnValue;

/** What a stage rests on and which planes it fills, so that it is left out where nothing of it changed. */
final class Rests {

    private final BitSet reads = new BitSet();
    private final BitSet writes = new BitSet();
    private final List<ProgrammePlan.Way> ways = new ArrayList<>();
    private boolean always;

    @CanIgnoreReturnValue
    Rests on(int... sources) {
        for (int source : sources) {
            if (source >= 0) {
                reads.set(source);
            }
        }
        return this;
    }

    @CanIgnoreReturnValue
    Rests filling(int... slots) {
        for (int slot : slots) {
            if (slot >= 0) {
                writes.set(slot);
            }
        }
        return this;
    }

    /** It also rests on which of some provisions are in force. */
    @CanIgnoreReturnValue
    Rests onDaysOf(List<ProgrammePlan.Way> some) {
        ways.addAll(some);
        return this;
    }

    /** It reads what nobody keeps account of. */
    @CanIgnoreReturnValue
    Rests always() {
        always = true;
        return this;
    }

    boolean isStale(BitSet changed, int before, int now) {
        if (always || reads.intersects(changed)) {
            return true;
        }
        for (int i = 0; i < ways.size(); i++) {
            if (ways.get(i).isInForce(before) != ways.get(i).isInForce(now)) {
                return true;
            }
        }
        return false;
    }

    BitSet writes() {
        return writes;
    }
}
