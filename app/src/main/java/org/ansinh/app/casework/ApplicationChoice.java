package org.ansinh.app.casework;

import java.util.Optional;
import org.ansinh.app.casework.ApplicationDesk.Bucket;

/**
 * Which files: open ones in a state of urgency, of a programme, of one ground, in a commune.
 *
 * @param bucket none for all that are open
 * @param provisions ids in the pack, comma between
 * @param mine only what is the work of whoever asks
 * @param words written on the folder, on the receipt of the one-stop office, or the number of the register: then files that have ended are found too
 */
public record ApplicationChoice(
        Optional<Bucket> bucket,
        Optional<String> programme,
        Optional<String> provisions,
        Optional<String> commune,
        boolean mine,
        Optional<String> words) {

    public static ApplicationChoice of(Bucket bucket) {
        return of(Optional.of(bucket), false);
    }

    public static ApplicationChoice of(Optional<Bucket> bucket, boolean mine) {
        return new ApplicationChoice(
                bucket, Optional.empty(), Optional.empty(), Optional.empty(), mine, Optional.empty());
    }
}
