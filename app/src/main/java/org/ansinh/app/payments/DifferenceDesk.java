package org.ansinh.app.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What a list has more or less than the one before, and why. Written when the list is drawn, frozen when it is approved. */
public interface DifferenceDesk {

    /** Empty for a list of another area. */
    Optional<Compared> compared(long payrollId);

    List<CauseTotal> causes(long payrollId);

    /** Everybody who differs, of one cause or of each, by cause and name. */
    List<Change> changes(long payrollId, Optional<String> cause, int offset, int limit);

    /**
     * Both sides as sums: before + up − down = after.
     *
     * @param month the month this list is put beside (of a quarter: its last)
     * @param beforeUs the part of "before" that the office before this house paid, by the level signed then
     * @param same people or households with the same amount as before
     */
    record Compared(YearMonth month, int listsBefore, long before, long beforeUs, long after, long same) {}

    /** A cause with what it makes of the list. */
    record CauseTotal(String cause, long lines, long up, long down) {}

    /**
     * One line of the difference.
     *
     * @param name empty for somebody who is in another area now
     * @param decision the number of the decision that is the ground
     * @param place a commune's code: from where, or to where
     * @param facts fact ids that changed, comma between; none for whoever sees no reasons
     * @param months for arrears: which
     */
    record Change(
            boolean household,
            int subjectId,
            String name,
            String village,
            String cause,
            long before,
            long after,
            Optional<String> decision,
            Optional<LocalDate> day,
            Optional<String> place,
            String facts,
            List<YearMonth> months) {

        public long up() {
            return Math.max(after - before, 0);
        }

        public long down() {
            return Math.max(before - after, 0);
        }
    }
}
