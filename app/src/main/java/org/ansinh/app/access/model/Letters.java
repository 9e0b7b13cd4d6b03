package org.ansinh.app.access.model;

/** Bytes as letters and digits that nobody mistakes for one another (RFC 4648, without padding). */
public final class Letters {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Letters() {}

    public static String of(byte[] bytes) {
        var text = new StringBuilder();
        int waiting = 0;
        int bits = 0;
        for (byte each : bytes) {
            waiting = waiting << Byte.SIZE | each & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(waiting >> bits & 0x1f));
            }
            waiting &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(waiting << BITS - bits & 0x1f));
        }
        return text.toString();
    }
}
