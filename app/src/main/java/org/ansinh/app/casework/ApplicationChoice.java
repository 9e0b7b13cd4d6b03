package org.ansinh.app.casework;

import java.util.Optional;
import org.ansinh.app.casework.ApplicationDesk.Bucket;

/**
 * Which files: open ones in a state of urgency, of a programme, of one ground, in a commune.
 *
 * @param bucket none for all that are open
 * @param provisions ids in the pack, comma between
 * @param mine only what is the work of whoever asks
 */
public record ApplicationChoice(
        Optional<Bucket> bucket,
        Optional<String> programme,
        Optional<String> provisions,
        Optional<String> commune,
        boolean mine) {

    public static ApplicationChoice of(Bucket bucket) {
        return new ApplicationChoice(Optional.of(bucket), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}
