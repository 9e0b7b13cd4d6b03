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

    /**
     * Works out what decisions of the commune owe through the month, from what is known now, and draws the list of what no list holds yet. Asked twice it
     * answers with the same draft.
     */
    ListResult prepare(YearMonth month, String programme, String communeCode);

    /** By another officer than the one who prepared, and only while the list is what is owed now; from then on nothing on it changes. */
    ListResult approve(long payrollId);

    /** Throws a draft away; an approved list stays. */
    ListResult discard(long payrollId);

    List<Payroll> lists(YearMonth month);

    Optional<Payroll> list(long payrollId);

    List<Line> lines(long payrollId, int offset, int limit);

    /** The same money as sums: one for each beneficiary, payee and channel, as it is paid out. */
    List<Payout> payouts(long payrollId);

    List<VillageTotal> villages(long payrollId);

    /** What is beside the list of a month, whose it is and why it is not on it. */
    List<Withheld> withheld(YearMonth month, String programme, String communeCode);

    /** Where a programme, or each of them, stands in each commune of the area, as last worked out. */
    List<CommuneStanding> overview(YearMonth month, Optional<String> programme);

    /** Where in the area nobody has worked out yet what decisions owe through a month; empty when every commune was. */
    Optional<ToOpen> toOpen(YearMonth month);

    /** The communes of the area, by code. */
    List<String> communes();

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

        /** Nothing is owed that no list holds; there is no list. */
        record Nothing() implements ListResult {}

        /** The database refused: not this officer, not this area, or not twice. */
        record Refused(BrokenRule rule) implements ListResult {}
    }

    /**
     * A list of a month; officers by name.
     *
     * @param withheld what it keeps back for signed recoveries, beside its amount
     */
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
            long amount,
            long withheld) {}

    /**
     * One line: for whom, to whom, for which month (of a quarter: its last).
     *
     * @param withheld what is kept back of the month for a signed recovery, beside its amount
     * @param together all that stands on this list for the same beneficiary
     */
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
            long withheld,
            long together,
            Channel channel) {}

    /**
     * How money reaches its payee.
     *
     * @param holder whose account it is, in capitals without marks as banks write it; empty where nobody has said
     */
    record Channel(String id, Optional<String> bank, Optional<String> account, Optional<String> holder) {}

    /**
     * What one payee receives for one beneficiary.
     *
     * @param arrears the part of the amount that is for earlier months than the list's
     * @param receipt the code by which the paper can be checked; empty in a draft
     */
    record Payout(Line first, List<YearMonth> months, long amount, long arrears, String receipt) {}

    /** A village's part of a list. */
    record VillageTotal(String village, long lines, long amount) {}

    /** Why money is not on the list. */
    enum Cause {
        /** Nobody has worked out what the decision owes; the list is not approved. */
        NOT_WORKED_OUT,
        /** Taken over without the month through which it was paid. */
        PAID_UNKNOWN,
        /** The book of decisions does not hold the decision. */
        LEVEL_UNKNOWN,
        /** Something must be asked before the month has its whole answer. */
        ASK,
        /** Rests on law that no jurist has released. */
        UNVERIFIED,
        /** The law gives more than was signed: a proposal to adjust the decision. */
        ABOVE_LEVEL,
        /** Payment rests by a signed decision; it is owed and comes when payment goes on. */
        SUSPENDED,
        /** A death was told that the register does not know; money is held until it is recorded or was a mistake. */
        TOLD_DEAD,
        /** Somebody else receives than whose right it is, and nobody has stated who. */
        NO_PAYEE,
        /** Transferred away, and the new commune has not signed that it goes on; nothing is lost. */
        NOT_RECEIVED,
        /** Listed more than is owed: a proposal, never a deduction. */
        OVERPAID
    }

    /**
     * Money beside the list, and whose.
     *
     * @param missing fact ids to ask, comma between
     */
    record Withheld(
            Cause cause,
            boolean household,
            int subjectId,
            String name,
            YearMonth forMonth,
            long amount,
            String missing) {}

    /**
     * A commune in one programme.
     *
     * @param workedOutAt when the answers were worked out
     * @param open owed and on no list yet
     * @param unknown for how many people and months something must be stated or asked first
     */
    record CommuneStanding(
            String programme,
            String communeCode,
            Instant workedOutAt,
            long openLines,
            long open,
            long unverified,
            long aboveLevel,
            long unknown,
            long overpaid) {}

    /**
     * Communes that were not worked out.
     *
     * @param subjects people and households with a decision there
     * @param underWay whether the house is at it by itself
     */
    record ToOpen(long communes, long subjects, boolean underWay) {}

    /**
     * Who is paid for whom; the days are those for which it was stated.
     *
     * @param holder whose account it is, as banks write it: {@link LatinName}
     */
    record PayeeLine(
            String programme,
            boolean household,
            int subjectId,
            int payeeId,
            String channel,
            Optional<String> bank,
            Optional<String> account,
            Optional<String> holder,
            DateRange days,
            String source) {
        public static DateRange since(LocalDate day) {
            return DateRange.startingOn(day);
        }
    }
}
