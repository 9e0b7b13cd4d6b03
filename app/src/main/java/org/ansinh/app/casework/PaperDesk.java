package org.ansinh.app.casework;

import java.nio.file.Path;

/** Looks at a photo or a scan that somebody sends, before any room keeps it: what it is by its bytes, and whether it is harmless. */
public interface PaperDesk {

    /** How large one paper may be, in bytes: what the office has set. */
    long mostBytes();

    /**
     * A paper that may be kept.
     *
     * @param name as the file was called where it came from, without its path
     * @param digest SHA-256 of its bytes
     */
    record Judged(String name, PaperType type, long size, String digest) {}

    /** @throws PaperRefused where it is too large, not what its name says, nothing that is kept, or not at rest */
    Judged judged(String givenName, Path content);
}
