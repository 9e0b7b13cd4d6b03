package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A paper attached to a file.
 *
 * @param paper which paper it is, in the words of the law or of whoever attached it
 * @param givenName as the file was called where it came from
 * @param digest SHA-256 of its bytes
 */
public record Attachment(
        long id,
        String paper,
        String givenName,
        PaperType type,
        int size,
        String digest,
        LocalDate attachedOn,
        String attachedBy,
        Optional<TakenAway> takenAway) {

    /** It was attached in error, or another one stands in its place; it is kept, and marked. */
    public record TakenAway(LocalDate on, String by, String because) {}

    public boolean isThere() {
        return takenAway.isEmpty();
    }
}
