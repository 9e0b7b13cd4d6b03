package org.ansinh.app.payments.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ansinh.app.casework.DayWork;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.payments.store.MoneyWaitingRows;
import org.ansinh.app.payments.store.MoneyWaitingRows.Waits;
import org.ansinh.rules.pack.Handling;
import org.ansinh.rules.pack.Handling.Does;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recoveries and suspensions on the work of the day; which months count is read off the law pack. */
@Service
class MoneyWork implements DayWork {

    private final MoneyWaitingRows rows;
    private final Tallies tallies;
    private final LawbookDesk lawbook;
    private final Clock clock;

    MoneyWork(MoneyWaitingRows rows, Tallies tallies, LawbookDesk lawbook, Clock clock) {
        this.rows = rows;
        this.tallies = tallies;
        this.lawbook = lawbook;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        var month = YearMonth.now(clock);
        if (rows.mayDraft()) {
            // sums that were overtaken are counted once, and not again by whoever opens the page next
            tallies.bringUpToDate(month, Optional.empty());
        }
        var notFetched = new LinkedHashMap<String, Integer>();
        each(it -> it.does() == Does.SUSPEND && it.id().startsWith(Suspensions.NOT_FETCHED))
                .forEach((rule, months) -> rule.programmes().forEach(it -> notFetched.put(it, months)));
        var lasted = new LinkedHashMap<String, Integer>();
        each(it -> it.does() == Does.STOP)
                .forEach((rule, months) -> rule.follows().ifPresent(it -> lasted.put(it, months)));
        return rows.waiting(month, notFetched, lasted).stream()
                .map(it -> new Waiting(it.what(), it.number(), it.amount(), it.since(), false, href(it, month)))
                .toList();
    }

    /** Rules in force today that say how long something must have lasted, and how many months. */
    private Map<Handling, Integer> each(Predicate<Handling> asked) {
        var today = LocalDate.now(clock);
        var pack = lawbook.current().pack();
        var found = new LinkedHashMap<Handling, Integer>();
        pack.programmes().keySet().stream()
                .flatMap(it -> pack.handlingOf(it).stream())
                .distinct()
                .filter(it -> it.days().includes(today))
                .filter(asked)
                .forEach(it -> it.afterMonths().ifPresent(months -> found.put(it, months)));
        return found;
    }

    private static String href(Waits it, YearMonth month) {
        return switch (it.what()) {
            case "recovery_to_sign" -> "/recoveries";
            case "overpaid", "not_fetched" ->
                it.places() == 1
                        ? "/payments/standing?month=%s&programme=%s&commune=%s"
                                .formatted(month, it.programme(), it.commune())
                        : "/payments?month=" + month;
            default -> "/suspensions";
        };
    }
}
