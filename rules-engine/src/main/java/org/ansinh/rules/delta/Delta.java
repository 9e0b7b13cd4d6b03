package org.ansinh.rules.delta;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;

/**
 * What differs between two determinations of one subject: the same person with a fact corrected, or under a new law. A
 * period in which more is owed than before is arrears; one in which less is owed is a recovery that may be proposed.
 */
public record Delta(SubjectId subject, List<OfProgramme> programmes) {

    /** One programme in which something differs. */
    public record OfProgramme(String programme, List<Standing> standing, List<Period> periods) {

        /** What is owed now and was not before. */
        public long arrears() {
            return periods.stream()
                    .mapToLong(it -> Math.max(0, it.difference()))
                    .sum();
        }

        /** What was owed before and is not now; nothing is taken from anybody without a signed decision. */
        public long proposedRecovery() {
            return periods.stream()
                    .mapToLong(it -> Math.max(0, -it.difference()))
                    .sum();
        }
    }

    /** Days on which the answer or its level differs, in the words of a standing: {@code met 500000}. */
    public record Standing(DateRange days, String before, String after, List<Cause> causes) {}

    /** A period for which the amount owed differs. */
    public record Period(String period, YearMonth due, long before, long after, List<Cause> causes) {
        public long difference() {
            return after - before;
        }
    }

    /** Something that was read differently, or that the law says differently. */
    public record Cause(
            Kind kind,
            String what,
            Text label,
            Optional<Text> before,
            Optional<Text> after,
            Optional<Basis> basis,
            Optional<Long> recording) {}

    /** Whether a fact, a figure of law, a provision or a signature makes the difference. */
    public enum Kind {
        FACT,
        FIGURE,
        PROVISION,
        DECISION
    }

    public boolean isEmpty() {
        return programmes.isEmpty();
    }
}
