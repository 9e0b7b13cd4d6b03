package org.ansinh.app.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ansinh.app.territory.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * On which days offices work: the table of holidays with the working days that were swapped since (hoán đổi ngày làm việc), which an administrator enters from the
 * decision. Deadlines of the law are counted in these days.
 */
public interface OfficeDays {

    /** What a day becomes. */
    enum Kind {
        WORKED,
        OFF,
        /** What was entered is taken back. */
        AS_BEFORE
    }

    /** A day that was swapped, and by whom. */
    record Swapped(
            LocalDate day,
            Kind kind,
            String document,
            @Nullable String enteredBy,
            Instant enteredAt) {}

    /** Everything that is known today. */
    WorkingDays calendar();

    /** What holds of each swapped day, the latest first. */
    List<Swapped> swapped();

    /** Administrators only; leaves its entry in the audit. */
    void swap(LocalDate day, Kind kind, String document);
}
