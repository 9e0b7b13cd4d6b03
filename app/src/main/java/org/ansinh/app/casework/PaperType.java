package org.ansinh.app.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a paper that is attached to a file may be: a photo, or a PDF. */
public enum PaperType {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    /** As telephones of one maker take photos. */
    HEIC("image/heic", "heic", "heif"),
    PDF("application/pdf", "pdf");

    private final String mediaType;
    private final List<String> endings;

    PaperType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** How the name of such a file ends, without the dot. */
    public String ending() {
        return endings.getFirst();
    }

    public boolean fits(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(it -> small.endsWith("." + it));
    }

    public static PaperType of(String mediaType) {
        return Arrays.stream(values())
                .filter(it -> it.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No paper is kept as " + mediaType));
    }

    /** Which of them a name claims to be. */
    public static Optional<PaperType> claimed(String name) {
        return Arrays.stream(values()).filter(it -> it.fits(name)).findFirst();
    }
}
