package org.ansinh.app.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a tree of reasons as a page shows it.
 *
 * @param answer met, not met or undetermined
 * @param says the condition or provision in the reader's language
 * @param used the facts and figures it rests on, in words; may be empty
 * @param citation where the law says so; empty where the line only gathers others
 * @param certainty of the law's text: anything but {@code confirmed} is shown as unverified
 */
public record ReasonLine(
        TimeBar.Kind answer,
        String says,
        @Nullable String used,
        @Nullable String citation,
        @Nullable String certainty,
        List<ReasonLine> because) {

    public ReasonLine {
        because = List.copyOf(because);
    }

    public boolean isUnverified() {
        return certainty != null && !"confirmed".equals(certainty);
    }
}
