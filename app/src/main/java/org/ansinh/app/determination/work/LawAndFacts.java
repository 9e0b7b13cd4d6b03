package org.ansinh.app.determination.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.app.access.ReadingAlong;
import org.ansinh.app.determination.AssumedFact;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.MonthDetermined;
import org.ansinh.app.determination.MonthSummary;
import org.ansinh.app.determination.PersonEntitlements;
import org.ansinh.app.determination.store.CircleRows;
import org.ansinh.app.determination.store.RunRows;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Reads facts as the determiner, so that who asks does not change what is true. Whether the one who asks may see the person is the question of the room that
 * shows the answer.
 */
@Service
class LawAndFacts implements DeterminationDesk {

    private final CircleRows circles;
    private final RunRows runs;
    private final MonthRun months;
    private final LawInForce laws;
    private final ReadingAlong along;
    private final ApplicationEventPublisher events;

    LawAndFacts(
            CircleRows circles,
            RunRows runs,
            MonthRun months,
            LawInForce laws,
            ReadingAlong along,
            ApplicationEventPublisher events) {
        this.circles = circles;
        this.runs = runs;
        this.months = months;
        this.laws = laws;
        this.along = along;
        this.events = events;
    }

    @Override
    public PersonEntitlements ofPerson(SubjectId person, DateRange days, OptionalLong knownAt) {
        return along.asDeterminerAnywhere(() -> determine(person, days, knownAt, List.of()));
    }

    @Override
    public PersonEntitlements asIf(SubjectId person, DateRange days, List<AssumedFact> assumed) {
        return along.asDeterminerAnywhere(() -> determine(person, days, OptionalLong.empty(), assumed));
    }

    private PersonEntitlements determine(
            SubjectId person, DateRange days, OptionalLong knownAt, List<AssumedFact> assumed) {
        var number = knownAt.orElseGet(runs::lastRecording);
        var law = knownAt.isPresent() ? laws.at(number) : laws.now();
        var circle = circles.read(law.pack(), person.number(), number, assumed);
        var determiner = law.determiner();
        return new PersonEntitlements(
                determiner.determine(circle.facts(), person, days),
                circle.households().stream()
                        .map(it -> determiner.determine(circle.facts(), it, days))
                        .toList(),
                number,
                law.hash());
    }

    @Override
    public List<OwedLine> ifSigned(SubjectId person, String programme, DateRange days, LocalDate signed) {
        return along.asDeterminerAnywhere(() -> {
            var law = laws.now();
            var circle = circles.read(law.pack(), person.number(), runs.lastRecording(), List.of());
            return law.determiner().owedIfSigned(circle.facts(), person, programme, days, signed);
        });
    }

    @Override
    public MonthSummary determineMonth(YearMonth month, Progress progress) {
        var summary = months.run(along.asDeterminerAnywhere(laws::now), month, progress);
        events.publishEvent(new MonthDetermined(summary));
        return summary;
    }

    @Override
    public Optional<MonthSummary> latest(YearMonth month) {
        return along.asDeterminerAnywhere(() -> runs.latest(month));
    }

    @Override
    public List<MonthSummary> runs() {
        return along.asDeterminerAnywhere(runs::all);
    }
}
