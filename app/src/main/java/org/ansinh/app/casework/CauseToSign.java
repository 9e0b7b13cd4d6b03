package org.ansinh.app.casework;

/**
 * Drafts with the same cause, as one line of the list to sign.
 *
 * @param own how many of them the reader drafted and therefore cannot sign
 * @param unverified how many rest on law that no jurist has released
 */
public record CauseToSign(
        String programme,
        String communeCode,
        String causeKey,
        String cause,
        String kind,
        long number,
        long monthly,
        long own,
        long unverified) {

    /** How many the reader may sign. */
    public long ready() {
        return number - own - unverified;
    }
}
