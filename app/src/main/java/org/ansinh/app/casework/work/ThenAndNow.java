package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.GrievanceDesk.Stretch;
import org.ansinh.app.casework.store.DecisionRows;
import org.ansinh.app.casework.store.GrievanceSteps;
import org.ansinh.app.determination.WhatIfDesk;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.springframework.stereotype.Component;

/** What a signed decision gives beside what the law gives with what is known now: a corrected fact shows here at once. */
@Component
class ThenAndNow {

    private final DecisionRows decisions;
    private final GrievanceSteps signed;
    private final WhatIfDesk law;
    private final LawInWords words;

    ThenAndNow(DecisionRows decisions, GrievanceSteps signed, WhatIfDesk law, LawInWords words) {
        this.decisions = decisions;
        this.signed = signed;
        this.law = law;
        this.words = words;
    }

    List<Stretch> of(DecisionId id) {
        return decisions.find(id).map(this::of).orElse(List.of());
    }

    private List<Stretch> of(Decision decision) {
        var subject = decision.household()
                ? SubjectId.household(decision.subjectId())
                : SubjectId.person(decision.subjectId());
        var days = days(decision);
        return law.knownHere(Set.of(subject))
                .of(subject, decision.programme(), days)
                .map(outcome -> beside(outcome, filled(signed.signedLevels(decision.id(), days), days)))
                .orElse(List.of());
    }

    private DateRange days(Decision decision) {
        var last = YearMonth.from(words.today()).atEndOfMonth();
        var first = decision.effectiveFrom()
                .or(() -> decision.signatures().signedOn())
                .map(it -> YearMonth.from(it).atDay(1))
                .filter(it -> !it.isAfter(last))
                .orElse(YearMonth.from(last).atDay(1));
        return new DateRange(first, last);
    }

    private record Beside(Standing now, long signed) {}

    private static List<Stretch> beside(ProgrammeOutcome outcome, Timeline<Long> signed) {
        return outcome.standing().combine(signed, Beside::new).spans().stream()
                .map(it -> new Stretch(
                        it.days(),
                        it.value().signed(),
                        it.value().now().decidable(),
                        it.value().now().answer().name(),
                        outcome.restsOnUnverifiedLaw()))
                .toList();
    }

    /** Months of which no decision says anything give nothing. */
    private static Timeline<Long> filled(Timeline<Long> signed, DateRange days) {
        var all = new ArrayList<Timeline.Span<Long>>();
        LocalDate next = days.from();
        for (var it : signed.spans()) {
            if (next.isBefore(it.days().from())) {
                all.add(new Timeline.Span<>(new DateRange(next, it.days().from().minusDays(1)), 0L));
            }
            all.add(it);
            next = it.days().to().plusDays(1);
        }
        if (!next.isAfter(days.to())) {
            all.add(new Timeline.Span<>(new DateRange(next, days.to()), 0L));
        }
        return Timeline.of(all);
    }
}
