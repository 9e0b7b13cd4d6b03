package org.ansinh.app.exchange;

/** A file that cannot be read as a whole; {@code exchange.file.WHY} says what to do about it. */
public final class FileRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String detail;

    public FileRefused(String why, String detail) {
        super("%s (%s)".formatted(why, detail));
        this.why = why;
        this.detail = detail;
    }

    public String why() {
        return why;
    }

    public String detail() {
        return detail;
    }
}
