package org.ansinh.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Digests what COPY reads and counts its rows. */
final class RowsComingIn extends FilterInputStream {
    private final MessageDigest digest;
    private final Watcher watcher;

    RowsComingIn(InputStream in, MessageDigest digest, Watcher watcher) {
        super(in);
        this.digest = digest;
        this.watcher = watcher;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        if (read > 0) {
            digest.update(bytes, from, read);
            watcher.moved(RowsGoingOut.lines(bytes, from, read));
        }
        return read;
    }
}
