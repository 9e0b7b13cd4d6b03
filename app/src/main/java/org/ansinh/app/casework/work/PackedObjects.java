package org.ansinh.app.casework.work;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How large the objects that a PDF keeps packed become when they are unpacked. Whoever reads a PDF has to unpack them; a few kilobytes can be made to fill all memory, so they
 * are measured before anybody reads. Pictures and pages are not unpacked by looking through, and not measured.
 */
final class PackedObjects {

    /** The objects of a scan of a hundred pages take less than one. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int DICTIONARY = 1024;
    private static final int PIECE = 1 << 16;

    /** Packed objects, tables of objects, and names written so that one cannot see what they are. */
    private static final Pattern PACKED = Pattern.compile("/ObjStm|/XRef|/\\w*#");

    private final byte[] bytes;
    private long unpacked;

    private PackedObjects(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean areTooLarge(Path file) throws IOException {
        return new PackedObjects(Files.readAllBytes(file)).areTooLarge();
    }

    private boolean areTooLarge() {
        // letters and bytes are the same in this character set, so that places in the text are places in the file
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 1)) {
            if (!text.startsWith("end", Math.max(0, at - 3))
                    && PACKED.matcher(text.substring(Math.max(0, at - DICTIONARY), at))
                            .find()
                    && unpack(at)) {
                return true;
            }
        }
        return false;
    }

    /** What is packed otherwise than usual, or is nothing packed at all, adds nothing: the reader refuses it later. */
    private boolean unpack(int at) {
        int begins = at + "stream".length();
        while (begins < bytes.length && (bytes[begins] == '\r' || bytes[begins] == '\n')) {
            begins++;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, begins, bytes.length - begins);
            var piece = new byte[PIECE];
            for (int got = inflater.inflate(piece); got > 0 && unpacked <= MOST_BYTES; got = inflater.inflate(piece)) {
                unpacked += got;
            }
        } catch (DataFormatException nothingPacked) {
            return unpacked > MOST_BYTES;
        } finally {
            inflater.end();
        }
        return unpacked > MOST_BYTES;
    }
}
