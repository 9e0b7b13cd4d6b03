package org.ansinh.rules.pack;

import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/**
 * One way in which a programme may be due: conditions that must all hold, the amount, and how days become money. A hidden
 * one may never be shown to whoever has no purpose for it: its name alone would give away a hidden fact. One with a hole
 * stands for law that is known to be there and was not found: whoever fulfils it is undetermined until somebody loads it.
 * {@code shows} are figures that go with it though no money follows from them: the cap and the rate of a loan.
 */
public record Provision(
        String id,
        Text says,
        DateRange days,
        Basis basis,
        Certainty certainty,
        List<ConditionRule> conditions,
        Optional<Expression> amount,
        Optional<Text> hole,
        List<Expression> shows,
        List<StartRule> start,
        StopRule stop,
        boolean hidden,
        Optional<String> note,
        Place place) {

    /** The same provision up to a day, or none where it would begin after it. */
    public Optional<Provision> until(java.time.LocalDate day) {
        if (day.isBefore(days.from())) {
            return Optional.empty();
        }
        var shorter = day.isBefore(days.to()) ? new DateRange(days.from(), day) : days;
        return Optional.of(new Provision(
                id,
                says,
                shorter,
                basis,
                certainty,
                conditions,
                amount,
                hole,
                shows,
                start,
                stop,
                hidden,
                note,
                place));
    }

    /** From which month a decision signed on or after {@code from} pays. */
    public record StartRule(
            java.time.LocalDate from,
            Kind kind,
            Optional<String> fact,
            Optional<Basis> basis,
            Optional<Certainty> certainty,
            Place place) {

        /** The rules the law knows. */
        public enum Kind {
            MONTH_OF_SIGNATURE,
            MONTH_AFTER_SIGNATURE,
            MONTH_MET,
            MONTH_OF,
            MONTH_AFTER
        }
    }

    /** Whether the month in which the right is lost is still owed. */
    public record StopRule(Kind kind, Optional<Basis> basis, Optional<Certainty> certainty) {

        /** The rules the law knows. */
        public enum Kind {
            MONTH_AFTER,
            SAME_MONTH
        }
    }
}
