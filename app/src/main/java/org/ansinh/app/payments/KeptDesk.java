package org.ansinh.app.payments;

import java.time.YearMonth;
import java.util.List;

/** Money that was approved and is not sent, or not yet, because of what was told or recorded afterwards: a death, a move. */
public interface KeptDesk {

    List<Kept> ofList(long payrollId);

    /** Of the lists that a dispatch pays from. */
    List<Kept> ofDispatch(long dispatchId);

    enum Cause {
        /** A death was told and nobody has found out. */
        TOLD_DEAD,
        /** A death or a move was recorded; what the law still owes is being worked out. */
        HELD,
        /** The law does not owe the month any more; if the record was a mistake it goes on the next list. */
        NOT_SENT
    }

    /**
     * A line of an approved list.
     *
     * @param document what the register knows, in words; empty while nothing was settled
     */
    record Kept(
            long payrollId,
            boolean household,
            int subjectId,
            String name,
            YearMonth month,
            long amount,
            Cause cause,
            String document) {}
}
