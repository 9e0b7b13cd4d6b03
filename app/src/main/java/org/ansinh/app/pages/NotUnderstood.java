package org.ansinh.app.pages;

/** What an address or a form asked for does not exist or makes no sense: answered with 400 and a sentence that names it. */
public final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;

    public NotUnderstood(String field, String value) {
        super("%s cannot be '%s'.".formatted(field, value));
        this.field = field;
        this.value = value;
    }

    public static NotUnderstood missing(String field) {
        return new NotUnderstood(field, "");
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }
}
