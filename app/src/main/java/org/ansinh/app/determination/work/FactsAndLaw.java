package org.ansinh.app.determination.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.ReadingAlong;
import org.ansinh.app.determination.WhatIfDesk;
import org.ansinh.app.determination.store.CircleRows;
import org.ansinh.app.determination.store.RunRows;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads in haste and thinks afterwards: the facts of a change that is about to be undone are read within its transaction, and nothing is worked out there. */
@Service
class FactsAndLaw implements WhatIfDesk {

    private final CircleRows circles;
    private final RunRows runs;
    private final LawInForce laws;
    private final ReadingAlong along;
    private final TransactionTemplate own;

    FactsAndLaw(
            CircleRows circles,
            RunRows runs,
            LawInForce laws,
            ReadingAlong along,
            PlatformTransactionManager transactions) {
        this.circles = circles;
        this.runs = runs;
        this.laws = laws;
        this.along = along;
        this.own = new TransactionTemplate(transactions);
        own.setReadOnly(true);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Known known(Set<SubjectId> subjects) {
        return Acting.as(
                Actor.DETERMINER, () -> java.util.Objects.requireNonNull(own.execute(status -> read(subjects))));
    }

    @Override
    public Known knownHere(Set<SubjectId> subjects) {
        return along.asDeterminer(() -> read(subjects));
    }

    private Known read(Set<SubjectId> subjects) {
        var law = laws.now();
        return new ReadOnce(subjects, circles.read(law.pack(), subjects, runs.lastRecording()), law);
    }

    private record ReadOnce(Set<SubjectId> subjects, FactBook facts, Law law) implements Known {

        @Override
        public List<Determination> determined(DateRange days) {
            var determiner = law.determiner();
            return there().map(it -> determiner.determine(facts, it, days)).toList();
        }

        @Override
        public Optional<ProgrammeOutcome> of(SubjectId subject, String programme, DateRange days) {
            return facts.knows(subject)
                    ? Optional.of(law.determiner().determine(facts, subject, programme, days))
                    : Optional.empty();
        }

        private Stream<SubjectId> there() {
            return subjects.stream().filter(facts::knows);
        }

        @Override
        public List<OwedLine> ifSigned(SubjectId subject, String programme, DateRange days, LocalDate signed) {
            return facts.knows(subject)
                    ? law.determiner().owedIfSigned(facts, subject, programme, days, signed)
                    : List.of();
        }
    }
}
