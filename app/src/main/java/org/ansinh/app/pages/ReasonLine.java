package org.ansinh.app.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tree of reasons as a page shows it.
 *
 * @param answer met, not met or undetermined
 * @param says the condition or provision in the reader's language
 * @param used the facts and figures it rests on, in words; may be empty
 * @param law where the law says so; empty where the line only gathers others
 */
public record ReasonLine(
        TimeBar.Kind answer,
        String says,
        @Nullable String used,
        @Nullable Law law,
        List<ReasonLine> because) {

    /**
     * Where the law says so.
     *
     * @param certainty of the law's text: anything but {@code confirmed} is shown as unverified, until somebody answers for it
     * @param released who answers for it, since when and on what paper, in words
     */
    public record Law(
            String citation, String certainty, @Nullable String released) {

        public boolean isUnverified() {
            return !"confirmed".equals(certainty) && released == null;
        }
    }

    public ReasonLine {
        because = List.copyOf(because);
    }
}
