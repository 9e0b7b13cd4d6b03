package org.ansinh.app.casework;

/** A paper that is not taken in: {@code files.paper.refused.WHY} says why and what to do, {@code files.paper.is.WHAT} what the file really is. */
public final class PaperRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String what;

    public PaperRefused(String why, String what) {
        super("%s (%s)".formatted(why, what));
        this.why = why;
        this.what = what;
    }

    public PaperRefused(String why) {
        this(why, "");
    }

    public String why() {
        return why;
    }

    /** A word of the texts; empty where there is nothing to tell. */
    public String what() {
        return what;
    }
}
