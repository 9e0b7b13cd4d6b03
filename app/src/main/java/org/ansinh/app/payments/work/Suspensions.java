package org.ansinh.app.payments.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.payments.SuspensionDesk;
import org.ansinh.app.payments.store.SuspensionRows;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.Handling;
import org.ansinh.rules.pack.Handling.Does;
import org.ansinh.rules.pack.Language;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The causes and how long they must have lasted are read off the law pack. */
@Service
class Suspensions implements SuspensionDesk {

    /** Rules about money that nobody fetched are called so: docs/guide/pack.md. */
    static final String NOT_FETCHED = "not_fetched";

    private static final ZoneId HOUSE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SuspensionRows rows;
    private final LawbookDesk lawbook;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Suspensions(SuspensionRows rows, LawbookDesk lawbook, Clock clock, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.lawbook = lawbook;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Ground> grounds(String programme, Locale locale) {
        return told(handling(programme, Does.SUSPEND), locale);
    }

    @Override
    public Optional<Ground> stopDue(Suspension it, Locale locale) {
        var today = LocalDate.now(clock);
        var since = it.signed().map(act -> LocalDate.ofInstant(act.at(), HOUSE));
        return it.state() == State.IN_FORCE
                ? told(
                                handling(it.about().programme(), Does.STOP)
                                        .filter(rule -> rule.follows().equals(Optional.of(it.ground())))
                                        .filter(rule -> since.flatMap(day ->
                                                        rule.afterMonths().map(day::plusMonths))
                                                .filter(day -> !day.isAfter(today))
                                                .isPresent()),
                                locale)
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public List<Ground> recoveries(String programme, Locale locale) {
        return told(handling(programme, Does.RECOVER), locale);
    }

    static List<Ground> told(Stream<Handling> rules, Locale locale) {
        var language = Language.of(locale);
        return rules.map(it -> new Ground(
                        it.id(),
                        it.says().in(language),
                        it.basis().cited(language),
                        it.afterMonths(),
                        it.certainty() == Certainty.CONFIRMED))
                .toList();
    }

    private Stream<Handling> handling(String programme, Does does) {
        var today = LocalDate.now(clock);
        return lawbook.current().pack().handlingOf(programme).stream()
                .filter(it -> it.does() == does && it.days().includes(today));
    }

    /** The rule that money nobody fetched brings about is the one that counts months in the programme. */
    @Override
    @Transactional(readOnly = true)
    public List<NotFetched> notFetched(String programme, String communeCode, YearMonth through) {
        return handling(programme, Does.SUSPEND)
                .filter(it -> it.id().startsWith(NOT_FETCHED))
                .flatMap(it -> it.afterMonths().stream()
                        .flatMap(months -> rows.notFetched(programme, communeCode, through, months, it.id()).stream()))
                .toList();
    }

    @Override
    public Drafted draft(About about, String ground, String cause) {
        if (handling(about.programme(), Does.SUSPEND).noneMatch(it -> it.id().equals(ground))) {
            throw new NotUnderstood("ground", ground);
        }
        try {
            long id = transaction.execute(status -> rows.draft(about, ground, cause));
            return new Drafted.Done(id);
        } catch (DataAccessException refused) {
            return new Drafted.Refused(BrokenRule.orThrow(refused));
        }
    }

    @Override
    public Optional<BrokenRule> sign(long suspensionId) {
        return act(() -> rows.sign(suspensionId));
    }

    @Override
    public Optional<BrokenRule> sendBack(long suspensionId, String because) {
        return act(() -> rows.sendBack(suspensionId, because));
    }

    @Override
    public Optional<BrokenRule> resume(long suspensionId, String because) {
        return act(() -> rows.resume(suspensionId, because));
    }

    private Optional<BrokenRule> act(Runnable work) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> work.run()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Suspension> latest(int atMost) {
        return rows.latest(atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Suspension> find(long suspensionId) {
        return rows.find(suspensionId);
    }
}
