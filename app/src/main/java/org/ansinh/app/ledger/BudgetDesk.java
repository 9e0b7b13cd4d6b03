package org.ansinh.app.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/** Budgets: what decisions allot, what lists hold and take. A budget warns; it stops nobody's right. */
public interface BudgetDesk {

    /** Where a budget's money comes from, in the order of offices. */
    List<String> SOURCES = List.of("central", "province", "commune");

    List<Budget> budgets(int year);

    /** A programme's budget in a commune, all sources together. */
    Budget budget(int year, String programme, String commune);

    List<Allotment> allotments(int year);

    Optional<Allotment> allotment(long id);

    /** The communes of the area, by code. */
    List<String> communes();

    /** Recorded under {@code onceKey} once; sent again it is found. Empty when it went well. */
    Optional<BrokenRule> allot(String onceKey, NewAllotment allotment);

    /**
     * @param source one of {@link #SOURCES}; {@code none}: taken by lists without a budget; empty: all together
     * @param free below zero: more was taken than allotted
     * @param lastMonth what lists, drafts too, took in the last month in which they took anything
     */
    record Budget(
            String programme,
            String commune,
            String source,
            long allotted,
            long committed,
            long used,
            long free,
            long lastMonth) {

        public Budget plus(Budget other) {
            return new Budget(
                    programme,
                    commune,
                    "",
                    Math.addExact(allotted, other.allotted),
                    Math.addExact(committed, other.committed),
                    Math.addExact(used, other.used),
                    Math.addExact(free, other.free),
                    Math.addExact(lastMonth, other.lastMonth));
        }

        /** How it stands, with so many months of the year to come. */
        public Warning warning(int monthsToCome) {
            if (allotted == 0) {
                return committed + used == 0 ? Warning.FINE : Warning.NOTHING_ALLOTTED;
            }
            if (free < 0) {
                return Warning.OVERSPENT;
            }
            return lastMonth > 0 && free < Math.multiplyExact(lastMonth, (long) monthsToCome)
                    ? Warning.WILL_NOT_LAST
                    : Warning.FINE;
        }

        /** For how many more months like the last one there is money. */
        public long monthsLeft() {
            return lastMonth <= 0 ? 0 : Math.max(0, free / lastMonth);
        }
    }

    enum Warning {
        FINE,
        /** At the pace of the last month there is not enough for the rest of the year. */
        WILL_NOT_LAST,
        OVERSPENT,
        /** Lists take money for which no decision has allotted anything. */
        NOTHING_ALLOTTED
    }

    record NewAllotment(
            int year,
            String source,
            String number,
            LocalDate signedOn,
            String office,
            String signer,
            List<AllottedLine> lines) {}

    /** @param amount below zero where a decision takes back */
    record AllottedLine(String programme, String commune, long amount) {}

    record Allotment(
            long id,
            int year,
            String source,
            String number,
            LocalDate signedOn,
            String office,
            String signer,
            List<AllottedLine> lines,
            String recordedBy) {}
}
