package org.ansinh.app.determination.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.determination.WhatIfDesk.Known;
import org.ansinh.app.determination.web.Difference.AnswerBy;
import org.ansinh.app.determination.web.Difference.IfSigned;
import org.ansinh.app.determination.web.Difference.Payment;
import org.ansinh.app.determination.web.Difference.Side;
import org.ansinh.app.determination.web.Difference.Stretch;
import org.ansinh.app.pages.TimeBar.Kind;
import org.ansinh.app.territory.WorkingDays;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.OwedPeriod;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** Lays the answers of before and after side by side. */
final class Comparing {

    /** The day on which the question is asked, and the days on which offices work. */
    record Today(LocalDate day, WorkingDays calendar) {}

    private static final String DECIDE = "decide";

    private static final Side NOT_THERE = new Side(Kind.NOT_MET, null, null, List.of());

    private final LawPack pack;
    private final Known after;
    private final DateRange days;
    private final LocalDate today;
    private final Masks masks;
    private final ProgrammeWords words;
    private final ReasonWords reasons;
    private final WorkingDays calendar;

    Comparing(ReasonWords reasons, Known after, DateRange days, Today today) {
        this.pack = reasons.law().pack();
        this.after = after;
        this.days = days;
        this.today = today.day();
        calendar = today.calendar();
        this.masks = reasons.law().masks();
        this.words = new ProgrammeWords(reasons.law());
        this.reasons = reasons;
    }

    List<Difference> differences(SubjectId subject, List<ProgrammeOutcome> was, List<ProgrammeOutcome> is) {
        var before = new HashMap<String, ProgrammeOutcome>();
        was.forEach(it -> before.put(it.programme(), it));
        var now = new HashMap<String, ProgrammeOutcome>();
        is.forEach(it -> now.put(it.programme(), it));
        var found = new ArrayList<Difference>();
        for (var programme : pack.programmes().values()) {
            if (masks.tells(programme)) {
                difference(subject, programme, before.get(programme.id()), now.get(programme.id()))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Difference> difference(
            SubjectId subject, Programme programme, @Nullable ProgrammeOutcome was, @Nullable ProgrammeOutcome is) {
        var stretches = stretches(sides(programme, was), sides(programme, is));
        var payments = payments(owed(was), owed(is));
        if (stretches.isEmpty() && payments.isEmpty()) {
            return Optional.empty();
        }
        var ask = new LinkedHashSet<String>();
        stretches.stream()
                .map(Stretch::after)
                .filter(it -> it.answer() == Kind.UNDETERMINED)
                .forEach(it -> ask.addAll(it.says()));
        return Optional.of(new Difference(
                words.in(programme.label()),
                programme.period().name(),
                stretches,
                payments,
                payments(owed(was), owed(is), false).stream()
                        .mapToLong(Payment::difference)
                        .sum(),
                List.copyOf(ask),
                decision(was, is, stretches),
                is != null && is.restsOnUnverifiedLaw(),
                is == null ? Optional.empty() : ifSigned(subject, programme, is),
                is == null || stretches.isEmpty()
                        ? List.of()
                        : is.reasons()
                                .on(stretches.getLast().days().to())
                                .map(reasons::lines)
                                .orElse(List.of())));
    }

    private Timeline<Side> sides(Programme programme, @Nullable ProgrammeOutcome outcome) {
        return outcome == null ? Timeline.empty() : outcome.standing().map(it -> side(programme, it));
    }

    private Side side(Programme programme, Standing standing) {
        var kind = ReasonWords.kind(standing.answer());
        return new Side(
                kind,
                standing.answer() == Answer.MET ? boxed(standing.amount()) : null,
                standing.answer() == Answer.UNDETERMINED ? boxed(standing.floor()) : null,
                words.says(programme, standing));
    }

    private static @Nullable Long boxed(OptionalLong amount) {
        return amount.isPresent() ? (Long) amount.getAsLong() : null;
    }

    /** Pieces on which the answer or the level differ; who is not there stands as who gets nothing. */
    private List<Stretch> stretches(Timeline<Side> was, Timeline<Side> is) {
        var cuts = new TreeSet<LocalDate>();
        cuts.add(days.from());
        cuts.addAll(was.breakpoints());
        cuts.addAll(is.breakpoints());
        var found = new ArrayList<Stretch>();
        for (var from : cuts) {
            if (!days.includes(from)) {
                continue;
            }
            var next = cuts.higher(from);
            var to = next == null || next.isAfter(days.to()) ? days.to() : next.minusDays(1);
            var before = was.on(from).orElse(NOT_THERE);
            var now = is.on(from).orElse(NOT_THERE);
            if (differ(before, now)) {
                append(found, new Stretch(new DateRange(from, to), before.unsaid(), now));
            }
        }
        return found;
    }

    private static boolean differ(Side before, Side now) {
        return before.answer() != now.answer()
                || !java.util.Objects.equals(before.amount(), now.amount())
                || !java.util.Objects.equals(before.floor(), now.floor());
    }

    private static void append(List<Stretch> found, Stretch next) {
        if (!found.isEmpty()) {
            var last = found.getLast();
            if (last.days().to().plusDays(1).equals(next.days().from())
                    && last.before().equals(next.before())
                    && last.after().equals(next.after())) {
                found.removeLast();
                found.add(new Stretch(
                        new DateRange(last.days().from(), next.days().to()), last.before(), last.after()));
                return;
            }
        }
        found.add(next);
    }

    private static Map<OwedPeriod, Long> owed(@Nullable ProgrammeOutcome outcome) {
        var owed = new TreeMap<OwedPeriod, Long>();
        if (outcome != null) {
            outcome.owed().forEach(it -> owed.merge(it.period(), it.amount(), Long::sum));
        }
        return owed;
    }

    private List<Payment> payments(Map<OwedPeriod, Long> was, Map<OwedPeriod, Long> is) {
        return payments(was, is, true);
    }

    private List<Payment> payments(Map<OwedPeriod, Long> was, Map<OwedPeriod, Long> is, boolean together) {
        var periods = new TreeSet<OwedPeriod>();
        periods.addAll(was.keySet());
        periods.addAll(is.keySet());
        var found = new ArrayList<Payment>();
        OwedPeriod before = null;
        for (var period : periods) {
            long old = was.getOrDefault(period, 0L);
            long fresh = is.getOrDefault(period, 0L);
            if (old == fresh) {
                continue;
            }
            var last = found.isEmpty() ? null : found.getLast();
            boolean follows = together
                    && before != null
                    && before.last().plusMonths(1).equals(period.first())
                    && last != null
                    && last.before() == old
                    && last.after() == fresh;
            if (follows) {
                found.removeLast();
            }
            var since = follows && last != null ? last.first() : words.period(period);
            found.add(new Payment(since, words.period(period), old, fresh));
            before = period;
        }
        return found;
    }

    /** What the office has to do about it: a decision in force that owes otherwise, or a right that none has decided. */
    private String decision(@Nullable ProgrammeOutcome was, @Nullable ProgrammeOutcome is, List<Stretch> stretches) {
        boolean owedBefore = was != null && was.owed().stream().anyMatch(it -> it.amount() > 0);
        boolean owesNow = is != null && is.owed().stream().anyMatch(it -> it.amount() > 0);
        if (stretches.isEmpty()) {
            return "";
        }
        var last = stretches.getLast();
        boolean metInTheEnd = last.after().answer() == Kind.MET;
        if (owedBefore && !metInTheEnd) {
            return "stop";
        }
        if (owedBefore || owesNow) {
            return "adjust";
        }
        return metInTheEnd ? "decide" : "";
    }

    /** For a right that is met and that no decision pays yet. */
    private Optional<IfSigned> ifSigned(SubjectId subject, Programme programme, ProgrammeOutcome is) {
        boolean met = is.on(today)
                .filter(it -> it.answer() == Answer.MET || it.decidable() > 0)
                .isPresent();
        boolean owed = is.owed().stream()
                .anyMatch(it ->
                        it.amount() > 0 && !it.period().last().atEndOfMonth().isBefore(today));
        if (!met || owed || programme.period() == Programme.Period.STANDING) {
            return Optional.empty();
        }
        var later = today.plusMonths(1).withDayOfMonth(1);
        var now = after.ifSigned(subject, programme.id(), days, today);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        var lost = sum(now) - sum(after.ifSigned(subject, programme.id(), days, later));
        var first = now.getFirst();
        return Optional.of(new IfSigned(
                today, words.period(first.period()), first.amount(), later, Math.max(0, lost), answerBy(programme)));
    }

    private Optional<AnswerBy> answerBy(Programme programme) {
        return programme.deadlineOn(today, DECIDE).map(it -> {
            var last = calendar.endOfTerm(today, it.workingDays());
            return new AnswerBy(it.workingDays(), last, calendar.restsOnAnAssumedHoliday(today, last));
        });
    }

    private static long sum(List<OwedLine> lines) {
        return lines.stream().mapToLong(OwedLine::amount).sum();
    }
}
