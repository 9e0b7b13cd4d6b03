package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;

/** Why, as a tree: a programme because of provisions, a provision because of conditions, a condition because of values. */
public sealed interface Reason {

    /** The root: what a programme answers, as of which event, and how its provisions were combined. */
    record OfProgramme(
            String programme,
            Text says,
            Optional<LocalDate> event,
            Standing standing,
            Optional<Basis> combinedBy,
            List<OfProvision> provisions,
            Optional<LostTo> lostTo)
            implements Reason {}

    /** What is received in its place: another programme, or one {@code of} somebody else in the household; {@code amount} is what this one would have been. */
    record LostTo(
            String rule,
            String programme,
            Optional<SubjectId> of,
            Text says,
            long amount,
            Basis basis,
            Certainty certainty) {}

    /** One provision: met, not met or undetermined, with its amount where one is known. */
    record OfProvision(
            String provision,
            Text says,
            DateRange days,
            boolean hidden,
            Answer answer,
            OptionalLong amount,
            Basis basis,
            Certainty certainty,
            List<OfCondition> conditions,
            List<Used> amountFrom)
            implements Reason {}

    /** One condition, the words for why not, and the values it rests on. */
    record OfCondition(
            String condition,
            Text says,
            Answer answer,
            Optional<String> code,
            Optional<Text> whyNot,
            Basis basis,
            Certainty certainty,
            List<Used> used)
            implements Reason {}

    /** A value that was read. */
    sealed interface Used extends Reason {}

    /**
     * A fact; {@code value} is missing when nobody has said it and its absence means nothing. {@code trueDuring} are the
     * days for which it was said to hold, {@code provenance} tells since when that is known.
     */
    record OfFact(
            String fact,
            Optional<SubjectId> of,
            Text label,
            Optional<Text> value,
            Optional<DateRange> trueDuring,
            Provenance provenance,
            boolean assumed)
            implements Used {}

    /**
     * A figure of law on that day, the days for which it holds, and since when the document that says so is in force; of a
     * table, the key of the row that was read.
     */
    record OfParameter(
            String parameter,
            Text label,
            Optional<String> row,
            Text value,
            DateRange days,
            Optional<LocalDate> inForce,
            Basis basis,
            Certainty certainty)
            implements Used {}

    /** What another programme answers for somebody. */
    record OfOutcome(String programme, SubjectId of, Text label, Answer answer, boolean decided) implements Used {}
}
