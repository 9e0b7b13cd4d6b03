package org.ansinh.app.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Everything money of one case: who takes it, each month on each list with what became of it, what was claimed back, when payment rested, which
 * commune pays.
 *
 * @param paidBefore the month through which the office before this system had paid; none where it did not
 */
public record CaseMoney(
        Optional<YearMonth> paidBefore,
        List<Payee> payees,
        List<Month> months,
        List<RecoveryDesk.Recovery> recoveries,
        List<SuspensionDesk.Suspension> suspensions,
        List<TransferDesk.Transfer> transfers) {

    /**
     * Who is paid, on which days, and the paper that says so.
     *
     * @param account its last four figures
     */
    public record Payee(
            String name, String channel, String account, LocalDate from, Optional<LocalDate> to, String source) {}

    /** An act of an officer at a moment. */
    public record Act(String officer, Instant at) {}

    /** What somebody reported of a line, and the paper that says so. */
    public record Outcome(String what, LocalDate on, String document, String reportedBy) {}

    /**
     * A month on a list.
     *
     * @param withheld what the list keeps back of it for a signed recovery
     * @param key of the instruction it left with; empty before
     * @param released who let the money go; none before
     * @param handedOver when its file was given to whoever pays; none before, or where it left otherwise
     * @param outcomes in order; empty while nobody has reported any
     */
    public record Month(
            YearMonth forMonth,
            long amount,
            long withheld,
            String payee,
            String channel,
            ListOfIt list,
            String key,
            Optional<Act> released,
            Optional<Instant> handedOver,
            List<Outcome> outcomes) {}

    /** The list it stands on. */
    public record ListOfIt(long number, YearMonth month, int round, Act prepared, Optional<Act> approved) {}

    public long paid() {
        return months.stream()
                .filter(it -> !it.outcomes().isEmpty()
                        && it.outcomes().getLast().what().equals("paid"))
                .mapToLong(Month::amount)
                .sum();
    }

    public long listed() {
        return months.stream().mapToLong(Month::amount).sum();
    }

    public boolean isEmpty() {
        return paidBefore.isEmpty()
                && payees.isEmpty()
                && months.isEmpty()
                && recoveries.isEmpty()
                && suspensions.isEmpty()
                && transfers.isEmpty();
    }
}
