package org.ansinh.rules.determination;

import org.jspecify.annotations.Nullable;

/**
 * Words of the law that reasons cite. They are the same for everybody, so they are one object: compared by being the same
 * and written as JSON once, however many answers cite them.
 */
public final class Cited<T extends Record> {

    private final T words;
    private final int hash;
    private final Json.Fields<T> fields;

    // Whoever comes second writes the same.
    private char @Nullable [] json;

    private Cited(T words, Json.Fields<T> fields) {
        this.words = words;
        this.hash = words.hashCode();
        this.fields = fields;
    }

    static <T extends Record> Cited<T> of(T words, Json.Fields<T> fields) {
        return new Cited<>(words, fields);
    }

    public T words() {
        return words;
    }

    /** Nobody writes into it. */
    char[] json() {
        var known = json;
        if (known == null) {
            known = Json.of(words, fields).toCharArray();
            json = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Cited<?> it && hash == it.hash && words.equals(it.words);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
