package org.ansinh.app.exchange.work;

import java.util.ArrayList;
import java.util.List;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.work.BookTaking.Circumstances;
import org.ansinh.app.registry.LoadResult;
import org.springframework.stereotype.Component;

/**
 * What a file says of decisions, payees and months paid, once the register knows whom it speaks of. Whoever brings the file states the months paid; decisions and payees
 * are only judged then, and taken when another officer accepts.
 */
@Component
class TakingOver {

    private final BookTaking book;
    private final HistoryTaking history;

    TakingOver(BookTaking book, HistoryTaking history) {
        this.book = book;
        this.history = history;
    }

    /** How much was new, what was not taken, and what ends because of it. */
    record Outcome(
            LoadResult.Counts added, long decisions, long payees, List<RowRefusal> refusals, List<Notice> notices) {}

    Outcome take(BookLines lines, String document, Circumstances in) {
        var refusals = new ArrayList<RowRefusal>();
        // The last day of a decision first: the book of decisions leaves a decision as it is known already.
        var ended = history.ended(lines.ended, document, in);
        var taken = book.take(lines, in);
        var paid = in.look() ? history.paid(lines.paid, document, in) : history.paid(List.of(), document, in);
        refusals.addAll(taken.refusals());
        refusals.addAll(ended.refusals());
        refusals.addAll(paid.refusals());
        return new Outcome(
                paid.added(), taken.decisions() + ended.decisions(), taken.payees(), refusals, taken.notices());
    }
}
