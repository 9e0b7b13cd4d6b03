package org.ansinh.app.reporting;

import java.time.YearMonth;
import java.util.Optional;

/**
 * One place on the page of figures: it says what is counted, so that the list behind it asks for the same.
 *
 * @param programme none: all of them, each by itself
 */
public record Cell(
        YearMonth month, Measure measure, Optional<String> programme, Dimension dimension, Optional<String> value) {

    public Cell of(Dimension other, String otherValue) {
        return new Cell(month, measure, programme, other, Optional.of(otherValue));
    }
}
