package org.ansinh.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Digests what COPY writes and counts its rows: one line each, whatever stands in them. */
final class RowsGoingOut extends FilterOutputStream {
    private final MessageDigest digest;
    private final Watcher watcher;

    RowsGoingOut(OutputStream out, MessageDigest digest, Watcher watcher) {
        super(out);
        this.digest = digest;
        this.watcher = watcher;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        digest.update(bytes, from, length);
        watcher.moved(lines(bytes, from, length));
    }

    static long lines(byte[] bytes, int from, int length) {
        long lines = 0;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
