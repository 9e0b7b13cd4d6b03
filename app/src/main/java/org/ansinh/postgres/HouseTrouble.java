package org.ansinh.postgres;

import org.jspecify.annotations.Nullable;

/** Something about the machine or the database that a person must put right; the message says, in Vietnamese and English, what is wrong and what to do. */
public final class HouseTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * @param key of the sentence in {@code messages/house_vi.properties}
     */
    public HouseTrouble(String key, @Nullable Object... details) {
        super(Sentences.both(key, details));
        this.key = key;
    }

    /** Which sentence it is; the operator's guide is ordered by it. */
    public String key() {
        return key;
    }

    public HouseTrouble because(Throwable cause) {
        initCause(cause);
        return this;
    }
}
