package org.ansinh.rules.pack;

/** One thing wrong with a pack: where, what, and what was expected. */
public record Problem(Place place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
