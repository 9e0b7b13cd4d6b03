package org.ansinh.app.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/** The book, to be read: accounts, entries, periods. It is written by what happens to lists, budgets and funds. Whoever reads does so in their own area. */
public interface LedgerDesk {

    /** The accounts that were ever moved up to the month, with what the month moved. */
    List<Balance> balances(YearMonth month, Slice slice);

    /** One of them; empty where it is of another area or was not moved yet. */
    Optional<Balance> balance(int account, YearMonth month);

    List<AccountEntry> entries(int account, YearMonth month);

    Optional<Entry> entry(long id);

    List<Sum> sums(long entry);

    /** Leaves an entry in the audit: whose money was looked at. */
    List<Movement> movements(long entry, int offset, int limit);

    /** Months that are closed, the last first. */
    List<ClosedMonth> closed();

    /** Nothing is posted into a closed month; what must be corrected is corrected in the open one. Empty when it went well. */
    Optional<BrokenRule> close(YearMonth month);

    /** Posts an entry that was made by hand back, into the open month, under its name. */
    Optional<BrokenRule> correct(long entry, String because);

    /** A part of the book; nothing said is all of it. */
    record Slice(Optional<String> accountClass, Optional<String> programme, Optional<String> commune) {}

    /**
     * @param kind its class: the text {@code ledger.class.KIND}
     * @param side {@code budget}, {@code money} or {@code fund}
     */
    record Account(
            int id,
            String kind,
            String side,
            Optional<String> programme,
            Optional<String> commune,
            Optional<Integer> year,
            Optional<String> source,
            Optional<String> provider) {}

    /** @param before debit less credit, of all months before */
    record Balance(Account account, long before, long debit, long credit) {
        public long after() {
            return Math.subtractExact(Math.addExact(before, debit), credit);
        }
    }

    /** An entry as one account sees it. */
    record AccountEntry(
            long id,
            String kind,
            LocalDate on,
            LocalDate happenedOn,
            String sourceKind,
            long sourceId,
            Optional<String> document,
            long debit,
            long credit) {}

    record Entry(
            long id,
            String key,
            String kind,
            LocalDate on,
            LocalDate happenedOn,
            Optional<String> programme,
            Optional<String> commune,
            String sourceKind,
            long sourceId,
            Optional<String> document,
            Optional<Long> corrects,
            Optional<Long> correctedBy,
            int lines,
            long total,
            String postedBy,
            Instant postedAt) {}

    /** What an entry moves between two accounts. */
    record Sum(Account debit, Account credit, long lines, long amount) {}

    /** One movement; of somebody, if it is of a person's or household's money. */
    record Movement(int line, int debit, int credit, long amount, Optional<Whose> whose) {}

    record Whose(boolean household, int subjectId, String name, YearMonth forMonth) {}

    record ClosedMonth(YearMonth month, String closedBy, Instant closedAt) {}
}
