package org.ansinh.app.casework;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What to draft: everybody who waits for a programme, those of one cause, or the subjects named.
 *
 * @param communeCode one commune; none for all of the area
 * @param provisions the cause; none for all of them
 * @param subjects numbers of people or households; empty for everybody of the cause
 */
public record DraftOrder(
        YearMonth month,
        String programme,
        Optional<String> communeCode,
        Optional<String> provisions,
        List<Integer> subjects) {
    public DraftOrder {
        subjects = List.copyOf(subjects);
    }
}
