package org.ansinh.app.pages;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What an address or a form asked for does not exist or makes no sense: answered with 400 and a sentence that names it. */
public final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String MISSING = "error.400.missing";
    private static final String VALUE = "error.400.value";

    private final String key;
    private final List<String> values;

    public NotUnderstood(String field, String value) {
        this(
                "%s cannot be '%s'.".formatted(field, value),
                field.isEmpty() ? "error.400.text" : value.isEmpty() ? MISSING : VALUE,
                List.of(field, value));
    }

    private NotUnderstood(String message, String key, List<String> values) {
        super(message);
        this.key = key;
        this.values = List.copyOf(values);
    }

    /** What was given, where it is one of the words that are known. */
    public static String unlessOneOf(Collection<String> known, String field, String given) {
        if (!known.contains(given)) {
            throw new NotUnderstood(field, given);
        }
        return given;
    }

    public static NotUnderstood missing(String field) {
        return new NotUnderstood(field, "");
    }

    /** With a sentence of its own. */
    public static NotUnderstood because(String key, String... values) {
        return new NotUnderstood(key + " " + List.of(values), key, List.of(values));
    }

    /** The name of the field in the address or form, where the sentence is about one. */
    public Optional<String> field() {
        return key.equals(MISSING) || key.equals(VALUE) ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** The text that says what is wrong and what to do. */
    public String key() {
        return key;
    }

    public List<String> values() {
        return values;
    }
}
