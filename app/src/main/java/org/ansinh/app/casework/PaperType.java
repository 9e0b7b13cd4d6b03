package org.ansinh.app.casework;

import java.util.Arrays;
import java.util.Locale;

/** What a paper that is attached to a file may be: a photo, or a PDF. */
public enum PaperType {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png", "png"),
    /** As telephones of one maker take photos. */
    HEIC("image/heic", "heic", "heif"),
    PDF("application/pdf", "pdf", "pdf");

    private final String mediaType;
    private final String ending;
    private final String otherEnding;

    PaperType(String mediaType, String ending, String otherEnding) {
        this.mediaType = mediaType;
        this.ending = ending;
        this.otherEnding = otherEnding;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How the name of such a file ends, without the dot. */
    public String ending() {
        return ending;
    }

    /** Whether a name claims to be one. */
    public boolean fits(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return small.endsWith("." + ending) || small.endsWith("." + otherEnding);
    }

    public static PaperType of(String mediaType) {
        return Arrays.stream(values())
                .filter(it -> it.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No paper is kept as " + mediaType));
    }
}
