package org.ansinh.postgres;

/** Something about the database that a person must put right; the message says what to do. */
public final class DatabaseTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseTrouble(String message) {
        super(message);
    }

    public DatabaseTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
