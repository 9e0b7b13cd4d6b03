package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** Figures of law that depend on a key: an injury rate, a kind of school. Each dated version has rows of its own. */
public record Table(
        String id,
        Text label,
        ValueType type,
        ValueType by,
        Optional<String> unit,
        List<Version> versions,
        Optional<LocalDate> confirmedThrough,
        Place place) {

    /** Beyond every key: the end of a row that has none. Far enough from the ends of a {@code long} to be scaled. */
    static final long NO_END = 1L << 48;

    /** The rows that hold on some days, in the order of their keys, and what holds where no row does. */
    public record Version(
            DateRange days,
            List<Row> rows,
            Optional<Row> otherwise,
            Basis basis,
            Certainty certainty,
            Optional<LocalDate> inForce) {

        /** The row for a key in the table's own scale times {@code factor}. */
        public Optional<Row> rowFor(long key, long factor) {
            for (var row : rows) {
                if (row.holdsFor(key, factor)) {
                    return Optional.of(row);
                }
            }
            return otherwise;
        }
    }

    /**
     * One row: from {@code low} to {@code high} inclusive, or up to but not including it when {@code open}. A row that is
     * more or less certain than its version says so itself and is {@code own}.
     */
    public record Row(
            long low,
            long high,
            boolean open,
            String key,
            long value,
            String written,
            Basis basis,
            Certainty certainty,
            boolean own) {

        public boolean holdsFor(long key, long factor) {
            return key >= low * factor && (open ? key < high * factor : key <= high * factor);
        }
    }

    public Optional<Version> on(LocalDate day) {
        return versions.stream().filter(it -> it.days().includes(day)).findFirst();
    }
}
