package org.ansinh.app.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.TakenOver;
import org.ansinh.timeline.DateRange;

/** The face of this room. Whoever asks acts in their own area; the database holds them to it. */
public interface PaymentDesk {

    /** Draws a list from what signed decisions owe; asked twice it answers with the same draft. */
    ListResult prepare(YearMonth month, String programme, String communeCode);

    /** By another officer than the one who prepared; from then on nothing on it changes. */
    ListResult approve(long payrollId);

    /** Throws a draft away; an approved list stays. */
    ListResult discard(long payrollId);

    List<Payroll> lists(YearMonth month);

    Optional<Payroll> list(long payrollId);

    List<Line> lines(long payrollId, int offset, int limit);

    List<VillageTotal> villages(long payrollId);

    /** Owed by decisions, not payable yet: it rests on law nobody has confirmed. */
    List<Withheld> blocked(YearMonth month, String programme, String communeCode);

    /** Listed more than is owed by the newest determination: proposals, never deductions. */
    List<Withheld> overpaid(String programme, String communeCode);

    /**
     * Payees that an earlier register states; what stands here already is left as it is. The worker may, and an officer with the authority to sign what another
     * officer brought.
     */
    TakenOver takeOver(Optional<OfficerId> broughtBy, List<PayeeLine> payees);

    /** What taking them over would come to, for whoever looks before another officer accepts; nothing is taken. */
    TakenOver wouldTakeOver(List<PayeeLine> payees);

    /** How it went. */
    sealed interface ListResult {
        record Done(long payrollId) implements ListResult {}

        /** The database refused: not this officer, not this area, or not twice. */
        record Refused(BrokenRule rule) implements ListResult {}
    }

    /** A list of a month. */
    record Payroll(
            long payrollId,
            YearMonth month,
            String programme,
            String communeCode,
            int round,
            boolean approved,
            String preparedBy,
            Instant preparedAt,
            Optional<String> approvedBy,
            Optional<Instant> approvedAt,
            long lines,
            long amount) {}

    /** One line: for whom, to whom, for which month. */
    record Line(
            boolean household,
            int subjectId,
            String beneficiary,
            int birthYear,
            Optional<String> personalNumber,
            String payee,
            String village,
            YearMonth forMonth,
            int sequence,
            long amount,
            String channel,
            Optional<String> bank,
            Optional<String> account) {}

    /** A village's part of a list. */
    record VillageTotal(String village, long lines, long amount) {}

    /** Money that is not on a list, and whose. */
    record Withheld(boolean household, int subjectId, String name, YearMonth forMonth, long amount) {}

    /** Who is paid for whom; the days are those for which it was stated. */
    record PayeeLine(
            String programme,
            boolean household,
            int subjectId,
            int payeeId,
            String channel,
            Optional<String> bank,
            Optional<String> account,
            DateRange days,
            String source) {
        public static DateRange since(LocalDate day) {
            return DateRange.startingOn(day);
        }
    }
}
