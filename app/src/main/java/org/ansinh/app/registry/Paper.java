package org.ansinh.app.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What rows rest on: it becomes one recording, unless everything in it is known already.
 *
 * @param act what is done, by its key: {@code load}, {@code death}, {@code move}…
 * @param document the paper's number or name
 * @param receivedOn the day it came to the office
 * @param onceKey the same paper sent twice is recorded once
 * @param source who says so, where rows have no source of their own
 * @param saidAt when it was recorded; a history loaded afterwards says so, otherwise now
 */
public record Paper(
        String act,
        Optional<String> document,
        Optional<LocalDate> receivedOn,
        Optional<String> onceKey,
        Optional<Instant> saidAt,
        Optional<String> source) {

    public Paper(
            String act,
            Optional<String> document,
            Optional<LocalDate> receivedOn,
            Optional<String> onceKey,
            Optional<Instant> saidAt) {
        this(act, document, receivedOn, onceKey, saidAt, Optional.empty());
    }

    public static Paper of(String act, String onceKey) {
        return new Paper(act, Optional.empty(), Optional.empty(), Optional.of(onceKey), Optional.empty());
    }

    public static Paper of(String act) {
        return new Paper(act, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Paper saidAt(Instant moment) {
        return new Paper(act, document, receivedOn, onceKey, Optional.of(moment), source);
    }

    public Paper withoutOnceKey() {
        return new Paper(act, document, receivedOn, Optional.empty(), saidAt, source);
    }
}
