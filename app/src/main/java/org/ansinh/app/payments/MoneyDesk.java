package org.ansinh.app.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The money of one person or household: what lists hold for them, and what became of it. Everything holds for the area and purposes of whoever acts. */
public interface MoneyDesk {

    /** Where the money of a line is. */
    enum Where {
        /** On a draft, which another officer may still change. */
        DRAFTED,
        /** On an approved list, and not handed to whoever pays. */
        APPROVED,
        /** Handed to whoever pays, who has not told yet. */
        ON_ITS_WAY,
        PAID,
        RETURNED,
        NOT_COLLECTED,
        /** Approved; a death or a move was recorded, and what the law still owes is being worked out. */
        HELD,
        /** Approved, and not owed any more when it was to leave. */
        NOT_SENT
    }

    /**
     * A line of a list.
     *
     * @param forMonth the month it is for; of a quarter its last
     * @param withheld what the list keeps back of it for a signed recovery
     * @param listMonth the month of the list
     * @param key of the instruction it left with, as statements name it; empty before
     * @param on when it was paid or came back
     * @param document the paper that says so
     */
    record Line(
            String programme,
            YearMonth forMonth,
            long amount,
            long withheld,
            long payrollId,
            YearMonth listMonth,
            String channel,
            Where where,
            String key,
            Optional<LocalDate> on,
            String document) {}

    /** The newest months first. */
    List<Line> of(boolean household, int subjectId, int most);
}
