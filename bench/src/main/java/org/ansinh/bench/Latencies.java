package org.ansinh.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long answers took, gathered from many threads. */
final class Latencies {

    private static final int WHOLE = 100;

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long took) {
        nanos.add(took);
    }

    int count() {
        return nanos.size();
    }

    /** Milliseconds that so many of a hundred took at most; 0 where there was none. */
    BigDecimal percentile(int percent) {
        var sorted = new ArrayList<>(nanos);
        if (sorted.isEmpty()) {
            return BigDecimal.ZERO;
        }
        sorted.sort(null);
        var at = Math.max(0, (sorted.size() * percent + WHOLE - 1) / WHOLE - 1);
        return BigDecimal.valueOf(sorted.get(at)).divide(BigDecimal.valueOf(1_000_000), 1, RoundingMode.HALF_UP);
    }
}
