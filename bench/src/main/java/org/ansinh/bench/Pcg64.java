package org.ansinh.bench;

/**
 * The random numbers of numpy's default generator, bit for bit: PCG64 (XSL-RR, 128 bits of state) seeded through a seed
 * sequence. So a population made here is the one that other engines are measured on.
 */
final class Pcg64 {

    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;

    private long high;
    private long low;
    private final long stepHigh;
    private final long stepLow;

    Pcg64(int... seed) {
        var words = new SeedWords(seed).longs(4);
        stepHigh = words[2] << 1 | words[3] >>> 63;
        stepLow = words[3] << 1 | 1;
        step();
        add(words[0], words[1]);
        step();
    }

    private void step() {
        long productHigh =
                Math.unsignedMultiplyHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        low *= MULTIPLIER_LOW;
        high = productHigh;
        add(stepHigh, stepLow);
    }

    private void add(long moreHigh, long moreLow) {
        long sum = low + moreLow;
        high += moreHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
    }

    long next() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /** From 0 to below 1, of 53 bits. */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** numpy's seed sequence: spreads some numbers over as many words as are wanted. */
    private record SeedWords(int[] pool) {

        private static final int SIZE = 4;

        SeedWords {
            pool = mixed(pool);
        }

        private static int[] mixed(int[] entropy) {
            var pool = new int[SIZE];
            int[] constant = {0x43b0d7e5};
            for (int i = 0; i < SIZE; i++) {
                pool[i] = hash(i < entropy.length ? entropy[i] : 0, constant, 0x931e8875);
            }
            for (int from = 0; from < SIZE; from++) {
                for (int to = 0; to < SIZE; to++) {
                    if (from != to) {
                        int mixed = 0xca01f9dd * pool[to] - 0x4973f715 * hash(pool[from], constant, 0x931e8875);
                        pool[to] = mixed ^ mixed >>> 16;
                    }
                }
            }
            return pool;
        }

        private static int hash(int value, int[] constant, int multiplier) {
            int hashed = value ^ constant[0];
            constant[0] *= multiplier;
            hashed *= constant[0];
            return hashed ^ hashed >>> 16;
        }

        long[] longs(int count) {
            var longs = new long[count];
            int[] constant = {0x8b51f9dd};
            for (int i = 0; i < 2 * count; i++) {
                long word = Integer.toUnsignedLong(hash(pool[i % SIZE], constant, 0x58f38ded));
                longs[i / 2] |= word << 32 * (i % 2);
            }
            return longs;
        }
    }
}
