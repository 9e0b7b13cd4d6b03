package org.ansinh.app.registry;

import java.util.Optional;
import org.ansinh.timeline.DateRange;

/**
 * A household as a row gives it.
 *
 * @param line the row's number in its file, for refusals
 * @param key how the source calls it; a second load finds it again by source and key
 * @param stands the days for which it is said to stand in that village
 */
public record HouseholdLine(
        int line,
        String source,
        String key,
        String code,
        Optional<Integer> village,
        String commune,
        DateRange stands,
        boolean demo) {}
