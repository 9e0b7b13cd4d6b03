package org.ansinh.app.registry;

/** A person, household or village within one load; {@link RegisterLoad} hands them out. */
public record SubjectRef(Kind kind, int ref) {

    /** Whom or what a fact is about, with the letter its columns use. */
    public enum Kind {
        PERSON('p'),
        HOUSEHOLD('h'),
        VILLAGE('v');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        public char letter() {
            return letter;
        }
    }
}
