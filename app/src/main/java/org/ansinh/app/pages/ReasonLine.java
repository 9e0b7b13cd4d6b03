package org.ansinh.app.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tree of reasons as a page shows it.
 *
 * @param answer met, not met or undetermined
 * @param says the condition or provision in the reader's language
 * @param used the facts and figures it rests on; may be empty
 * @param law where the law says so; empty where the line only gathers others
 */
public record ReasonLine(
        TimeBar.Kind answer,
        String says,
        List<Used> used,
        @Nullable Law law,
        List<ReasonLine> because) {

    /** A fact or a figure in words, and the paper that says so, as whoever recorded it called it. */
    public record Used(String says, @Nullable String paper) {}

    /**
     * Where the law says so.
     *
     * @param certainty of the law's text: anything but {@code confirmed} is shown as unverified, until somebody answers for it
     */
    public record Law(
            String citation, String certainty, @Nullable Released released) {

        public boolean isUnverified() {
            return !"confirmed".equals(certainty) && released == null;
        }
    }

    /**
     * Somebody answers for it.
     *
     * @param says who, and since when, in words
     * @param because the paper, in the words of whoever released it
     */
    public record Released(String says, String because) {}

    public ReasonLine {
        used = List.copyOf(used);
        because = List.copyOf(because);
    }
}
