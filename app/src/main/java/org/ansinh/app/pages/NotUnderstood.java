package org.ansinh.app.pages;

import java.util.List;

/** What an address or a form asked for does not exist or makes no sense: answered with 400 and a sentence that names it. */
public final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final List<String> values;

    public NotUnderstood(String field, String value) {
        this(
                "%s cannot be '%s'.".formatted(field, value),
                field.isEmpty() ? "error.400.text" : value.isEmpty() ? "error.400.missing" : "error.400.value",
                List.of(field, value));
    }

    private NotUnderstood(String message, String key, List<String> values) {
        super(message);
        this.key = key;
        this.values = List.copyOf(values);
    }

    public static NotUnderstood missing(String field) {
        return new NotUnderstood(field, "");
    }

    /** With a sentence of its own. */
    public static NotUnderstood because(String key, String... values) {
        return new NotUnderstood(key + " " + List.of(values), key, List.of(values));
    }

    /** The text that says what is wrong and what to do. */
    public String key() {
        return key;
    }

    public List<String> values() {
        return values;
    }
}
