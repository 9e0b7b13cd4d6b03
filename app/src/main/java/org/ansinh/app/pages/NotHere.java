package org.ansinh.app.pages;

import java.util.List;

/** What an address names is not there, or not for whoever asks: answered with 404 and a sentence that says what may have become of it and where to go on. */
public final class NotHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final List<String> values;

    /** @param key the text of the sentence */
    public NotHere(String key, String... values) {
        super(key + " " + List.of(values));
        this.key = key;
        this.values = List.of(values);
    }

    public String key() {
        return key;
    }

    public List<String> values() {
        return values;
    }
}
