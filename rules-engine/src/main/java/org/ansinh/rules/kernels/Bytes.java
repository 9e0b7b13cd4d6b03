package org.ansinh.rules.kernels;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Spreads bits over bytes, eight at once. */
final class Bytes {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Bytes() {}

    static void spread(long[] plane, int rows, byte[] into, int from) {
        int whole = rows & ~7;
        for (int row = 0; row < whole; row += 8) {
            EIGHT.set(into, from + row, spread(plane[row >> 6] >>> row & 0xff));
        }
        for (int row = whole; row < rows; row++) {
            into[from + row] = (byte) (plane[row >> 6] >>> row & 1);
        }
    }

    /** Bit k of eight becomes byte k: copied to every byte, each byte keeps its own bit, and any bit becomes a 1. */
    private static long spread(long eight) {
        long own = eight * 0x0101010101010101L & 0x8040201008040201L;
        return own + 0x7f7f7f7f7f7f7f7fL >>> 7 & 0x0101010101010101L;
    }
}
