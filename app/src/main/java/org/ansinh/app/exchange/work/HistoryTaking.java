package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.exchange.work.BookLines.About;
import org.ansinh.app.exchange.work.BookLines.Ended;
import org.ansinh.app.exchange.work.BookLines.Paid;
import org.ansinh.app.exchange.work.BookTaking.Circumstances;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was decided and paid before this system and is over: facts of the past. */
@Component
class HistoryTaking {

    private static final LoadResult.Counts NOTHING = new LoadResult.Counts(0, 0, 0, 0, 0, 0, 0);

    private final LoadDesk register;
    private final RegisterRows rows;

    HistoryTaking(LoadDesk register, RegisterRows rows) {
        this.register = register;
        this.rows = rows;
    }

    /** How much was new, and what was not taken. */
    record Outcome(LoadResult.Counts added, long decisions, List<RowRefusal> refusals) {}

    /** Months paid only ever move forward, or what was paid once would be owed again. */
    Outcome paid(List<Paid> paid, String document, Circumstances in) {
        var refusals = new ArrayList<RowRefusal>();
        var newest = new HashMap<String, Paid>();
        for (var it : paid) {
            if (BookTaking.found(it.about(), in, refusals).isPresent()) {
                newest.merge(key(it.about(), in), it, (a, b) -> a.through().isBefore(b.through()) ? b : a);
            }
        }
        var before = new HashMap<String, LocalDate>();
        for (var kind : List.of(SubjectRef.Kind.PERSON, SubjectRef.Kind.HOUSEHOLD)) {
            var subjects = numbers(newest.values().stream().map(Paid::about).toList(), kind, in);
            before.putAll(rows.paidThrough(kind.letter(), subjects));
        }
        newest.entrySet().removeIf(it -> isKnown(it.getValue(), before.get(it.getKey()), refusals));
        if (newest.isEmpty()) {
            return new Outcome(NOTHING, 0, refusals);
        }
        var added = register.load(load -> {
                    int paper = load.paper(paper(document));
                    newest.values()
                            .forEach(it -> tell(
                                    load,
                                    paper,
                                    it.about(),
                                    ".paid_through",
                                    DateRange.always(),
                                    it.through(),
                                    document,
                                    in));
                })
                .added();
        return new Outcome(added, 0, refusals);
    }

    private static boolean isKnown(Paid it, @Nullable LocalDate known, List<RowRefusal> refusals) {
        if (known == null || it.through().isAfter(known)) {
            return false;
        }
        if (it.through().isBefore(known)) {
            refusals.add(
                    it.about().row().refusal(Column.PAID_THROUGH, "paid_further_already", WrittenDay.written(known)));
        }
        return true;
    }

    /** Decisions that have ended; like those in force they are told by whoever may sign. */
    Outcome ended(List<Ended> ended, String document, Circumstances in) {
        var refusals = new ArrayList<RowRefusal>();
        var fresh = new ArrayList<Ended>();
        for (var it : ended) {
            var who = BookTaking.found(it.about(), in, refusals);
            var born = who.flatMap(known -> known.born());
            if (born.isPresent() && it.days().from().isBefore(born.get())) {
                refusals.add(
                        it.about().row().refusal(Column.FROM, "fact_before_birth", WrittenDay.written(born.get())));
            } else if (who.isPresent()
                    && !rows.wasDecided(
                            it.about().subject().kind().letter(),
                            who.get().number(),
                            it.about().programme(),
                            it.signed(),
                            it.days())) {
                fresh.add(it);
            }
        }
        long over = fresh.stream().filter(it -> !it.inForce()).count();
        if (fresh.isEmpty() || in.look()) {
            return new Outcome(NOTHING, over, refusals);
        }
        var added = register.load(load -> {
                    int paper = load.paper(paper(document));
                    fresh.forEach(
                            it -> tell(load, paper, it.about(), ".decision", it.days(), it.signed(), it.number(), in));
                })
                .added();
        return new Outcome(added, over, refusals);
    }

    private static Paper paper(String document) {
        return new Paper("import", Optional.of(document), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void tell(
            RegisterLoad load,
            int paper,
            About about,
            String fact,
            DateRange days,
            LocalDate value,
            String source,
            Circumstances in) {
        var number = number(about, in);
        var subject = about.household() ? load.knownHousehold(number) : load.knownPerson(number);
        load.fact(
                paper,
                about.line(),
                subject,
                (about.household() ? "household" : "person") + fact,
                about.programme(),
                days,
                FactValue.day(value),
                source);
    }

    private static List<Integer> numbers(Collection<About> abouts, SubjectRef.Kind kind, Circumstances in) {
        return abouts.stream()
                .filter(it -> it.subject().kind() == kind)
                .map(it -> number(it, in))
                .toList();
    }

    private static int number(About about, Circumstances in) {
        return Objects.requireNonNull(in.known().get(about.subject())).number();
    }

    private static String key(About about, Circumstances in) {
        return RegisterRows.paidKey(about.subject().kind().letter(), number(about, in), about.programme());
    }
}
