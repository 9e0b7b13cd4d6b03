package org.ansinh.app.casework.work;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.casework.PaperType;

/** What a file is, told by how its bytes begin and by nothing else: a name is written by whoever sends it. */
final class ToldByContent {

    /** So much of the beginning is enough to tell. */
    static final int BEGINNING = 512;

    private static final int BRANDS = 8;
    private static final int BRAND = 4;

    /** The kinds of this container that are still photos in HEVC; others are films or another format. */
    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    /** Something that is often sent by mistake, or on purpose, in place of a photo: how it begins and its word in the texts. */
    private record Sign(String word, int at, byte[] bytes) {}

    private static final List<Sign> OTHERS = List.of(
            sign("office", 0, 'P', 'K', 3, 4),
            sign("old_office", 0, 0xD0, 0xCF, 0x11, 0xE0),
            sign("program", 0, 'M', 'Z'),
            sign("program", 0, 0x7F, 'E', 'L', 'F'),
            sign("gif", 0, 'G', 'I', 'F', '8'),
            sign("webp", BRANDS, 'W', 'E', 'B', 'P'),
            sign("tiff", 0, 'I', 'I', '*', 0),
            sign("tiff", 0, 'M', 'M', 0, '*'),
            sign("bmp", 0, 'B', 'M'),
            sign("rar", 0, 'R', 'a', 'r', '!'),
            sign("film", BRAND, 'f', 't', 'y', 'p'));

    private ToldByContent() {}

    private static Sign sign(String word, int at, int... bytes) {
        var wanted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            wanted[i] = (byte) bytes[i];
        }
        return new Sign(word, at, wanted);
    }

    /** One of the types that are kept; empty where it is none of them. */
    static Optional<PaperType> type(byte[] beginning) {
        if (begins(beginning, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(PaperType.JPEG);
        }
        if (begins(beginning, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of(PaperType.PNG);
        }
        if (begins(beginning, 0, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PaperType.PDF);
        }
        return isHeic(beginning) ? Optional.of(PaperType.HEIC) : Optional.empty();
    }

    private static boolean isHeic(byte[] beginning) {
        if (beginning.length < BRANDS + BRAND || !begins(beginning, BRAND, 'f', 't', 'y', 'p')) {
            return false;
        }
        return HEIC.contains(new String(beginning, BRANDS, BRAND, StandardCharsets.ISO_8859_1));
    }

    /** What it is, as a word of the texts; {@code unknown} where nobody can tell. */
    static String word(byte[] beginning) {
        return type(beginning)
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .or(() -> OTHERS.stream()
                        .filter(it -> begins(beginning, it.at(), it.bytes()))
                        .map(Sign::word)
                        .findFirst())
                .orElseGet(() -> isPage(beginning) ? "web_page" : "unknown");
    }

    private static boolean isPage(byte[] beginning) {
        var text = new String(beginning, StandardCharsets.UTF_8).stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html")
                || text.startsWith("<html")
                || text.startsWith("<svg")
                || text.startsWith("<?xml");
    }

    private static boolean begins(byte[] bytes, int at, int... wanted) {
        return begins(bytes, at, sign("", at, wanted).bytes());
    }

    private static boolean begins(byte[] bytes, int at, byte[] wanted) {
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
