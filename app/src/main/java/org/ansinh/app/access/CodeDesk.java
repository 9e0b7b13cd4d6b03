package org.ansinh.app.access;

import java.util.List;
import java.util.Optional;

/** One-time codes at sign-in: where an officer sets them up, once, with a phone. */
public interface CodeDesk {
    /** What the phone is to know, not yet in force. */
    record Offer(byte[] secret, String letters, String address) {}

    /** Whether nobody signs in here without a code. */
    boolean areRequired();

    boolean isSetUp(OfficerId officer);

    Offer offer(String login);

    /**
     * Puts the offer in force, if the phone shows the right code.
     *
     * @return the recovery codes, shown this once; nothing when the code was wrong
     */
    Optional<List<String>> setUp(OfficerId officer, Offer offer, String typed);
}
