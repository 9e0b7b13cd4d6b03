package org.ansinh.app.payments.work;

import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.OwedDesk;
import org.ansinh.app.payments.store.HeldPartRows;
import org.ansinh.app.payments.store.HeldPartRows.Part;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database holds somebody's part of an approved list from the moment a death or a move is recorded. Here the law is asked what it still owes, and the part is settled: as the
 * house, for whoever lives elsewhere now is in nobody's area who pays from the list.
 */
@Component
class HeldParts {

    private static final Locale OFFICE = Locale.of("vi");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private final HeldPartRows rows;
    private final OwedDesk owed;
    private final MessageSource texts;
    private final TransactionTemplate transaction;
    private final TransactionTemplate own;

    HeldParts(HeldPartRows rows, OwedDesk owed, MessageSource texts, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.owed = owed;
        this.texts = texts;
        this.transaction = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Before these lists are instructed. */
    void settleFor(List<Long> lists) {
        if (isAnyHeld(lists, 0)) {
            settleAll();
        }
    }

    /** Before a dispatch is released. */
    void settleFor(long dispatchId) {
        if (isAnyHeld(List.of(), dispatchId)) {
            settleAll();
        }
    }

    private boolean isAnyHeld(List<Long> lists, long dispatchId) {
        return Objects.requireNonNull(transaction.execute(status -> rows.isAnyHeld(lists, dispatchId)));
    }

    /** How many lines are not sent. */
    int settleAll() {
        return Acting.as(Actor.WORKER, () -> {
            var parts = Objects.requireNonNull(own.execute(status -> rows.parts()));
            var asked = new HashSet<String>();
            int unsent = 0;
            for (var it : parts) {
                if (asked.add(it.home() + it.month())) {
                    owed.bringUpToDate(it.home(), it.month());
                }
                unsent += Objects.requireNonNull(own.execute(status -> rows.settle(it, words(it))));
            }
            return unsent;
        });
    }

    /** What the register knows; a paper of the office, in its language. */
    private String words(Part it) {
        if (it.payeeDied()) {
            return texts.getMessage("payments.kept.payee-died", null, OFFICE);
        }
        return it.diedOn()
                .map(day -> texts.getMessage("payments.kept.died", new Object[] {DAY.format(day)}, OFFICE))
                .orElseGet(() -> texts.getMessage(
                        it.home().equals(it.listed()) ? "payments.kept.changed" : "payments.kept.moved", null, OFFICE));
    }
}
