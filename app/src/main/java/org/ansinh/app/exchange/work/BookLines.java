package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.casework.DecisionInForce.SignedPaper;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.timeline.DateRange;

/** What the rows of a file say of decisions, payees and months paid: told to the other rooms once the register knows whom they are about. */
final class BookLines {

    final List<Decided> decided = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();
    final List<Paid> paid = new ArrayList<>();
    final List<Payee> payees = new ArrayList<>();

    /** Whom a row is about, as its own words and as a reference into the load. */
    record About(int line, RowReading row, SubjectRef subject, String programme) {
        boolean household() {
            return subject.kind() == SubjectRef.Kind.HOUSEHOLD;
        }
    }

    /** A decision in force. */
    record Decided(About about, SignedPaper paper, LocalDate from, long level) {}

    /**
     * A decision with a last day: its number, when it was signed and for which days it holds.
     *
     * @param inForce its last day has not come; it stands in the book of decisions too
     */
    record Ended(About about, String number, LocalDate signed, DateRange days, boolean inForce) {}

    /** Paid up to that day, the last of a month. */
    record Paid(About about, LocalDate through) {}

    /** Who gets the money. */
    record Payee(
            About about,
            Optional<SubjectRef> payee,
            String channel,
            Optional<AccountReading.Account> account,
            DateRange days,
            String source) {}

    boolean isEmpty() {
        return decided.isEmpty() && ended.isEmpty() && paid.isEmpty() && payees.isEmpty();
    }

    Set<SubjectRef> subjects() {
        var all = new LinkedHashSet<SubjectRef>();
        decided.forEach(it -> all.add(it.about().subject()));
        ended.forEach(it -> all.add(it.about().subject()));
        paid.forEach(it -> all.add(it.about().subject()));
        payees.forEach(it -> {
            all.add(it.about().subject());
            it.payee().ifPresent(all::add);
        });
        return all;
    }
}
