package org.ansinh.app.reporting;

import java.time.YearMonth;
import java.util.Optional;

/** One place on the page of figures: it says what is counted, so that the list behind it asks for the same. */
public record Cell(
        YearMonth month, Measure measure, Optional<String> programme, Dimension dimension, Optional<String> value) {

    public Cell {
        if (measure.isOfProgramme() && programme.isEmpty()) {
            throw new IllegalArgumentException("A figure of %s is of one programme; name it.".formatted(measure));
        }
    }

    public Cell of(Dimension other, String otherValue) {
        return new Cell(month, measure, programme, other, Optional.of(otherValue));
    }
}
