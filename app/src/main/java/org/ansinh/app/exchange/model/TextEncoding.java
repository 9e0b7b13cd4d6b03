package org.ansinh.app.exchange.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansinh.app.exchange.FileRefused;

/** In which letters a text file is written. What is neither UTF-8 nor UTF-16 is refused by its name, never guessed at. */
final class TextEncoding {

    private static final int SAMPLE = 64 * 1024;

    private TextEncoding() {}

    static Charset of(Path file) throws IOException {
        byte[] start;
        try (var bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(SAMPLE);
        }
        if (marked(start, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (marked(start, 0xFF, 0xFE) || zeros(start, 1) > start.length / 8) {
            return StandardCharsets.UTF_16LE;
        }
        if (marked(start, 0xFE, 0xFF) || zeros(start, 0) > start.length / 8) {
            return StandardCharsets.UTF_16BE;
        }
        if (zeros(start, 0) + zeros(start, 1) > 0) {
            throw new FileRefused("not_a_table", "");
        }
        if (!isUtf8(file)) {
            var shown = new String(start, Charset.forName("windows-1252"));
            throw new FileRefused(OldFont.of(shown).map(OldFont::key).orElse("unknown_letters"), "");
        }
        return StandardCharsets.UTF_8;
    }

    static int markLength(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            var start = bytes.readNBytes(3);
            if (marked(start, 0xEF, 0xBB, 0xBF)) {
                return 3;
            }
            return marked(start, 0xFF, 0xFE) || marked(start, 0xFE, 0xFF) ? 2 : 0;
        }
    }

    private static boolean marked(byte[] start, int... mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] start, int parity) {
        int found = 0;
        for (int i = parity; i < start.length; i += 2) {
            if (start[i] == 0) {
                found++;
            }
        }
        return found;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate(SAMPLE);
        var in = ByteBuffer.allocate(SAMPLE);
        try (var bytes = Files.newByteChannel(file)) {
            boolean ended = false;
            while (!ended) {
                ended = bytes.read(in) < 0;
                in.flip();
                out.clear();
                if (decoder.decode(in, out, ended).isError()) {
                    return false;
                }
                in.compact();
            }
        }
        return true;
    }
}
