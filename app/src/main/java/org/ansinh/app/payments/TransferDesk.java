package org.ansinh.app.payments;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.payments.SuspensionDesk.About;
import org.ansinh.app.payments.SuspensionDesk.Act;
import org.ansinh.app.payments.SuspensionDesk.Ground;

/**
 * Somebody who receives moves to another commune: the old one decides through which month it pays, the new one that it goes on from the next. Rights and levels stay; only who
 * pays changes.
 */
public interface TransferDesk {

    /** What the law says of a move in a programme today; empty where the officer has to state the ground. */
    List<Ground> grounds(String programme, Locale locale);

    /**
     * What the old commune drafts.
     *
     * @param lastMonth the last that it pays
     * @param ground a rule of the law pack; empty where there is none
     */
    record NewTransfer(About about, String toCommune, YearMonth lastMonth, String ground, String cause) {}

    Drafted draft(NewTransfer transfer);

    /** How it went. */
    sealed interface Drafted {
        record Done(long transferId) implements Drafted {}

        record Refused(BrokenRule rule) implements Drafted {}
    }

    /** Signs what is drafted: that the old commune ends its payment, or that the new one goes on. */
    Optional<BrokenRule> sign(long transferId);

    Optional<BrokenRule> sendBack(long transferId, String because);

    /** The new commune drafts that it goes on. */
    Optional<BrokenRule> receive(long transferId, String because);

    /** From and to the area: what waits for a signature first, then what waits to be received. */
    List<Transfer> all();

    Optional<Transfer> find(long transferId);

    /** Until when the new commune must have decided on a file sent on a day; empty where the law names no term. */
    Optional<LocalDate> dueOn(String programme, LocalDate sent);

    enum State {
        DRAFT,
        RETURNED,
        SENT,
        RECEIPT_DRAFTED,
        RECEIVED
    }

    /**
     * A transfer; {@code about} names the old commune.
     *
     * @param leaves whether the old commune is of the area
     * @param arrives whether the new one is
     * @param dueOn until when the new commune must have decided; empty where the law names no term
     */
    record Transfer(
            long transferId,
            About about,
            String name,
            String toCommune,
            YearMonth lastMonth,
            String ground,
            String cause,
            State state,
            Steps steps,
            boolean leaves,
            boolean arrives,
            Optional<LocalDate> dueOn) {}

    record Steps(
            Act drafted,
            Optional<Act> signed,
            Optional<Act> receiptDrafted,
            Optional<Act> received,
            Optional<Act> returned) {}
}
