package org.ansinh.app.determination.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ansinh.app.access.OfficeDays;
import org.ansinh.app.determination.WhatIfDesk;
import org.ansinh.app.determination.WhatIfDesk.Known;
import org.ansinh.app.registry.EffectPart;
import org.ansinh.app.registry.Touched;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the form of a change: what it alters in every programme, for every person and household it touches, and what a decision signed later would lose. */
@Component
class ChangeEffects implements EffectPart {

    private static final int YEARS_BACK = 3;
    private static final int MONTHS_AHEAD = 12;

    private final WhatIfDesk whatIf;
    private final ReaderWords words;
    private final OfficeDays officeDays;
    private final Clock clock;

    ChangeEffects(WhatIfDesk whatIf, ReaderWords words, OfficeDays officeDays, Clock clock) {
        this.whatIf = whatIf;
        this.words = words;
        this.officeDays = officeDays;
        this.clock = clock;
    }

    /**
     * What the template shows.
     *
     * @param unchanged whom it touches without altering anything
     * @param days which were looked at; none where nobody is touched yet, as when a commune lets somebody go
     */
    public record Content(
            List<Somebody> changed,
            List<String> unchanged,
            @Nullable DateRange days) {}

    /** One person or household and what becomes different. */
    public record Somebody(
            String name,
            @Nullable LocalDate born,
            @Nullable String precision,
            boolean household,
            List<Difference> differences) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "determination/effects";
    }

    @Override
    public Effect read(Touched touched) {
        var subjects = subjects(touched);
        var after = whatIf.knownHere(subjects);
        return locale -> shown(touched, subjects, after, locale);
    }

    private static Set<SubjectId> subjects(Touched touched) {
        var subjects = new LinkedHashSet<SubjectId>();
        touched.people().forEach(it -> subjects.add(SubjectId.person(it.personId())));
        touched.households().forEach(it -> subjects.add(SubjectId.household(it.householdId())));
        return subjects;
    }

    private Content shown(Touched touched, Set<SubjectId> subjects, Known after, Locale locale) {
        if (subjects.isEmpty()) {
            return new Content(List.of(), List.of(), null);
        }
        var today = LocalDate.now(clock);
        var days = days(touched.since(), today);
        var before = whatIf.known(subjects).determined(days);
        var now = after.determined(days);
        var comparing =
                new Comparing(words.reasons(locale), after, days, new Comparing.Today(today, officeDays.calendar()));
        var changed = new ArrayList<Somebody>();
        var unchanged = new ArrayList<String>();
        for (var who : touched.people()) {
            var id = SubjectId.person(who.personId());
            var differences = comparing.differences(id, of(before, id), of(now, id));
            if (differences.isEmpty()) {
                unchanged.add(who.name());
            } else {
                changed.add(new Somebody(who.name(), who.born(), who.bornPrecision(), false, differences));
            }
        }
        for (var home : touched.households()) {
            var id = SubjectId.household(home.householdId());
            var differences = comparing.differences(id, of(before, id), of(now, id));
            if (!differences.isEmpty()) {
                changed.add(new Somebody(home.code(), null, null, true, differences));
            }
        }
        return new Content(changed, unchanged, days);
    }

    /** From the month in which anything becomes different, within what is still of use, to a year ahead. */
    private static DateRange days(LocalDate since, LocalDate today) {
        var earliest = today.minusYears(YEARS_BACK);
        var from = since.isBefore(earliest) ? earliest : since;
        var last = since.isAfter(today) ? since : today;
        var to = last.plusMonths(MONTHS_AHEAD);
        return new DateRange(from.withDayOfMonth(1), to.withDayOfMonth(to.lengthOfMonth()));
    }

    private static List<ProgrammeOutcome> of(List<Determination> all, SubjectId subject) {
        return all.stream()
                .filter(it -> it.subject().equals(subject))
                .findFirst()
                .map(Determination::outcomes)
                .orElse(List.of());
    }
}
