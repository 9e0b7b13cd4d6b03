package org.ansinh.app.casework;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What to draft: everybody of a commune who waits for a programme, those of one cause, or the subjects named.
 *
 * @param provisions the cause; none for all of them
 * @param subjects numbers of people or households; empty for everybody of the cause
 */
public record DraftOrder(
        YearMonth month, String programme, String communeCode, Optional<String> provisions, List<Integer> subjects) {
    public DraftOrder {
        subjects = List.copyOf(subjects);
    }
}
