package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** A figure of law with all its dated values, oldest first; gaps are days on which the law names none. */
public record Parameter(
        String id,
        Text label,
        ValueType type,
        Optional<String> unit,
        List<DatedValue> values,
        Optional<LocalDate> confirmedThrough,
        Place place) {

    /** One value and the days for which it holds; {@code value} is scaled by the parameter's type. */
    public record DatedValue(
            DateRange days,
            long value,
            String written,
            Basis basis,
            Certainty certainty,
            Optional<LocalDate> inForce) {}

    /** The same figure with other values. */
    public Parameter with(List<DatedValue> otherValues) {
        return new Parameter(id, label, type, unit, List.copyOf(otherValues), confirmedThrough, place);
    }

    public Optional<DatedValue> on(LocalDate day) {
        return values.stream().filter(it -> it.days().includes(day)).findFirst();
    }
}
