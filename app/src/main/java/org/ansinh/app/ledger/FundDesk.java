package org.ansinh.app.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/** Money raised from society: what each fund was raised for is all that it is spent on, never more than it holds, and by two officers. */
public interface FundDesk {

    List<Fund> funds();

    Optional<Fund> fund(int id);

    List<Act> acts(int fund);

    Optional<BrokenRule> open(NewFund fund);

    /** Income is in the book at once; spending waits for another officer. Recorded under {@code onceKey} once. */
    Optional<BrokenRule> record(String onceKey, NewAct act);

    Optional<BrokenRule> approve(long act);

    /** @param waiting prepared to be spent, and not approved yet */
    record Fund(
            int id,
            String name,
            String commune,
            String document,
            List<Purpose> purposes,
            long raised,
            long spent,
            long waiting) {
        public long left() {
            return Math.subtractExact(raised, spent);
        }
    }

    record Purpose(int number, String words, long spent) {}

    record NewFund(String name, String commune, String document, List<String> purposes) {}

    /**
     * @param purpose what money is spent on; none for income
     * @param whom who gave it, or who receives it
     */
    record NewAct(
            int fund, Optional<Integer> purpose, long amount, String whom, LocalDate happenedOn, String document) {}

    /** @param corrected posted back: it counts no more */
    record Act(
            long id,
            Optional<String> purpose,
            long amount,
            String whom,
            LocalDate happenedOn,
            String document,
            String preparedBy,
            Optional<String> approvedBy,
            boolean corrected) {
        public boolean isWaiting() {
            return purpose.isPresent() && approvedBy.isEmpty();
        }
    }
}
