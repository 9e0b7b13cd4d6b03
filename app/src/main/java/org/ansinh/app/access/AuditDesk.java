package org.ansinh.app.access;

import java.util.List;

/** Every read of a person's file leaves an entry, as whoever acts; entries are never changed. Call inside the transaction that reads. */
public interface AuditDesk {
    /** What was done with one person's file. */
    enum Reading {
        OPEN_PERSON,
        API_PERSON,
        PRINT_PERSON,
        /** An exact number was asked for and the answer was only: registered in another commune. */
        OTHER_COMMUNE
    }

    void read(Reading reading, int personId);

    /** @param words as they were typed */
    void searched(String words, List<Integer> shown);

    /**
     * @param query what was exported, in words that allow asking again
     * @param digest of the bytes that were handed out
     */
    void exported(String query, long rows, String digest);
}
