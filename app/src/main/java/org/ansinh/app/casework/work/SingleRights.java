package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.casework.store.MissedRows;
import org.ansinh.app.casework.store.MissedRows.Happened;
import org.ansinh.app.casework.store.MissedRows.Single;
import org.ansinh.app.determination.WhatIfDesk;
import org.ansinh.app.determination.WhatIfDesk.Known;
import org.ansinh.app.jobs.Progress;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rights that the run of a month does not show, asked of the law person by person: those that a birthday will give, and those of something that happened before. */
@Component
class SingleRights {

    /** People whose facts are read together. */
    private static final int AT_ONCE = 200;

    /** How far back is looked for what happened and was never claimed; the law itself says when it is too late. */
    private static final int MONTHS_BACK = 24;

    private final MissedRows rows;
    private final RightsToCome coming;
    private final WhatIfDesk determination;
    private final TransactionTemplate transaction;

    SingleRights(
            MissedRows rows, RightsToCome coming, WhatIfDesk determination, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.coming = coming;
        this.determination = determination;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Single> toCome(LocalDate today, Progress progress) {
        var found = new ArrayList<Single>();
        for (var programme : coming.on(today)) {
            var people = reading(() -> rows.born(programme.births()));
            progress.begin(programme.programme(), people.size());
            for (int i = 0; i < people.size(); i += AT_ONCE) {
                var some = people.subList(i, Math.min(people.size(), i + AT_ONCE));
                var known = known(some);
                some.forEach(it -> known.of(SubjectId.person(it), programme.programme(), programme.days())
                        .flatMap(outcome -> begins(it, outcome, today))
                        .ifPresent(found::add));
                progress.advance(some.size());
            }
        }
        return found;
    }

    /** The day on which somebody who has nothing today gets something. */
    private static Optional<Single> begins(int person, ProgrammeOutcome outcome, LocalDate today) {
        var spans = outcome.standing().spans();
        if (spans.isEmpty() || spans.getFirst().value().decidable() > 0) {
            return Optional.empty();
        }
        return spans.stream()
                .filter(it -> it.days().from().isAfter(today) && it.value().decidable() > 0)
                .findFirst()
                .map(it -> new Single(
                        person,
                        outcome.programme(),
                        "birthday",
                        String.join(",", it.value().provisions()),
                        it.value().decidable(),
                        outcome.restsOnUnverifiedLaw(),
                        it.days().from()));
    }

    /** What a signature today would owe for something that happened. */
    List<Single> happened(Programme programme, LocalDate today) {
        var fact = fact(programme);
        if (fact.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Single>();
        var all = reading(() -> rows.happened(fact.get().id(), today.minusMonths(MONTHS_BACK)));
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            var some = all.subList(i, Math.min(all.size(), i + AT_ONCE));
            var known = known(some.stream().map(Happened::person).toList());
            some.forEach(it -> owed(it, programme.id(), known, today).ifPresent(found::add));
        }
        return found;
    }

    private static Optional<FactDefinition> fact(Programme programme) {
        return programme
                .owing()
                .event()
                .filter(it -> programme.subject() == SubjectKind.PERSON)
                .flatMap(it -> switch (it.happens()) {
                    case Owing.OnDayOf(var fact) -> Optional.of(fact);
                    case Owing.OnEach(var fact) -> Optional.of(fact);
                    case Owing.OnFigure _, Owing.OnYearDay _ -> Optional.<FactDefinition>empty();
                })
                .filter(it -> it.subject() == SubjectKind.PERSON);
    }

    private static Optional<Single> owed(Happened it, String programme, Known known, LocalDate today) {
        var person = SubjectId.person(it.person());
        var days = new DateRange(
                YearMonth.from(it.day()).atDay(1), YearMonth.from(today).atEndOfMonth());
        var fresh = known.ifSigned(person, programme, days, today).stream()
                .filter(line -> line.signed().filter(today::equals).isPresent())
                .toList();
        long amount = fresh.stream().mapToLong(OwedLine::amount).sum();
        return amount == 0
                ? Optional.empty()
                : known.of(person, programme, new DateRange(today, today))
                        .map(outcome -> new Single(
                                it.person(),
                                programme,
                                "event",
                                fresh.stream()
                                        .flatMap(line -> line.provisions().stream())
                                        .distinct()
                                        .collect(Collectors.joining(",")),
                                amount,
                                outcome.restsOnUnverifiedLaw(),
                                it.day()));
    }

    private Known known(Collection<Integer> people) {
        return determination.known(
                people.stream().map(SubjectId::person).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private <T> T reading(Supplier<T> work) {
        return Acting.as(Actor.DETERMINER, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
