package org.ansinh.app.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What became of the lines of an approved list: paid, not collected, returned. What came back is owed again and goes on the next list, with its month named. */
public interface OutcomeDesk {

    /** Lines of a village (none: those without one), each with what became of it. */
    List<Line> lines(long payrollId, Optional<Integer> village);

    Totals totals(long payrollId);

    List<Village> villages(long payrollId);

    List<Report> reports(long payrollId);

    /** Reports the lines with these keys; those that stand reported already are left as they are, so that sending twice is once. */
    PaymentDesk.ListResult report(long payrollId, NewReport report, List<String> keys);

    enum Outcome {
        PAID,
        /** The payee did not come. */
        NOT_COLLECTED,
        /** The bank or the post sent it back, perhaps after it had said paid. */
        RETURNED,
        /** A death or a move was recorded before it left, and the law does not owe it any more: the house says so, nobody by hand. */
        NOT_SENT
    }

    /** @param outcome empty while nobody has reported it */
    record Line(
            String key,
            boolean household,
            int subjectId,
            String beneficiary,
            String payee,
            YearMonth forMonth,
            String channel,
            long amount,
            Optional<Outcome> outcome) {}

    /** Lines and their money by what became of them. */
    record Totals(long openLines, long open, long paidLines, long paid, long backLines, long back) {}

    /** @param open lines that nobody has reported */
    record Village(Optional<Integer> id, String name, long lines, long open) {}

    /** @param paper the signature list, the statement, the minutes that say so */
    record NewReport(Outcome outcome, LocalDate happenedOn, String paper) {}

    record Report(
            int number,
            Outcome outcome,
            LocalDate happenedOn,
            String paper,
            long lines,
            long amount,
            String reportedBy,
            Instant reportedAt) {}
}
