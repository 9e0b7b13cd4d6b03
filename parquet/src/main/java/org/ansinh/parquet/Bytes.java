package org.ansinh.parquet;

import java.util.Arrays;

/** Bytes that grow, least significant first. */
final class Bytes {

    private byte[] bytes = new byte[1 << 12];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    void one(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void four(int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            one(value >>> shift);
        }
    }

    void eight(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            one((int) (value >>> shift));
        }
    }

    void all(byte[] some) {
        room(some.length);
        System.arraycopy(some, 0, bytes, size, some.length);
        size += some.length;
    }

    /** Seven bits a byte, the highest bit telling that there is more. */
    void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            one((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        one((int) rest);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
