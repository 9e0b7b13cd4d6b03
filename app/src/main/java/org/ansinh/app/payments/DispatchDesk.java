package org.ansinh.app.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/** Money on its way out: what approved lists hold becomes instructions to a bank, the post or a cash day; another officer releases them, and they leave as files. */
public interface DispatchDesk {

    /** What of approved lists of a month nobody has instructed yet. */
    List<Waiting> waiting(YearMonth month);

    /** Instructions for all that waits on these lists for a channel; asked twice, the second time there is nothing. */
    Sent prepare(String channel, List<Long> lists);

    /** Throws away what nobody has released. */
    Sent withdraw(long dispatchId);

    /** Releases it: its files are made and its money is with whoever hands it out, in one transaction. */
    Sent release(long dispatchId);

    /** The newest first. */
    List<Dispatch> latest(int atMost);

    Optional<Dispatch> find(long dispatchId);

    List<Instruction> instructions(long dispatchId, int offset, int limit);

    List<PaymentFile> files(long dispatchId);

    /** A file as it was made when it was released; from now on it counts as handed over. */
    Optional<byte[]> handOver(long dispatchId, int number);

    /** From which amount on somebody who neither prepared nor approved the lists must release. */
    long thirdOfficerFrom();

    Sent setThirdOfficer(long fromAmount);

    /** How it went. */
    sealed interface Sent {
        record Done(long dispatchId) implements Sent {}

        /** Everything is instructed or reported already. */
        record Nothing() implements Sent {}

        record Refused(BrokenRule rule) implements Sent {}

        /** Instructions that no bank could carry out; nothing was released. */
        record Wrong(List<Flaw> flaws) implements Sent {}
    }

    /**
     * What is wrong with an instruction.
     *
     * @param what a word of {@code payments.flaw.}
     */
    record Flaw(String key, String payee, String what, String value) {}

    /** Who pays: the office's account. */
    record Payer(String name, String bank, String account) {}

    /** Of one list, what is to go one way. */
    record Waiting(
            long payrollId,
            String programme,
            String communeCode,
            int round,
            String channel,
            long instructions,
            long amount) {}

    /** The instructions of a dispatch by where they are. */
    record Standing(long waiting, long onWay, long paid, long paidAmount, long back, long backAmount) {}

    record Dispatch(
            long dispatchId,
            String channel,
            boolean released,
            List<String> communes,
            long instructions,
            long amount,
            String preparedBy,
            Instant preparedAt,
            Optional<String> releasedBy,
            Optional<Instant> releasedAt,
            Standing standing) {}

    /** Where an instruction is. */
    enum State {
        DRAFTED,
        RELEASED,
        SENT,
        ACCEPTED,
        PAID,
        RETURNED,
        NOT_COLLECTED
    }

    /** @param reason what whoever pays said last, in their words */
    record Instruction(
            String key,
            boolean household,
            int subjectId,
            String payee,
            String beneficiary,
            String village,
            String communeCode,
            Optional<String> bank,
            Optional<String> account,
            Optional<String> holder,
            List<YearMonth> months,
            long amount,
            State state,
            Optional<LocalDate> since,
            Optional<String> reason) {}

    record PaymentFile(
            int number,
            String name,
            String digest,
            long instructions,
            long amount,
            Optional<Instant> handedOver,
            Optional<String> by) {}
}
