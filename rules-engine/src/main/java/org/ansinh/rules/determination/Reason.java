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

    /** What the law says of a provision; in a hole of the law with what is not there. */
    record LawOfProvision(
            String provision, Text says, DateRange days, boolean hidden, Basis basis, Certainty certainty) {}

    /** One provision: met, not met or undetermined, with its amount where one is known. */
    record OfProvision(
            Cited<LawOfProvision> law,
            Answer answer,
            OptionalLong amount,
            List<OfCondition> conditions,
            List<Used> amountFrom)
            implements Reason {

        public String provision() {
            return law.words().provision();
        }

        public Text says() {
            return law.words().says();
        }

        public DateRange days() {
            return law.words().days();
        }

        public boolean hidden() {
            return law.words().hidden();
        }

        public Basis basis() {
            return law.words().basis();
        }

        public Certainty certainty() {
            return law.words().certainty();
        }
    }

    /** What the law says of a condition. */
    record LawOfCondition(String condition, Text says, Basis basis, Certainty certainty) {}

    /** One condition, the words for why not, and the values it rests on. */
    record OfCondition(
            Cited<LawOfCondition> law, Answer answer, Optional<String> code, Optional<Text> whyNot, List<Used> used)
            implements Reason {

        public String condition() {
            return law.words().condition();
        }

        public Text says() {
            return law.words().says();
        }

        public Basis basis() {
            return law.words().basis();
        }

        public Certainty certainty() {
            return law.words().certainty();
        }
    }

    /** A value that was read. */
    sealed interface Used extends Reason {}

    /** A fact of the dictionary. */
    record LawOfFact(String fact, Text label) {}

    /**
     * A fact; {@code of} is missing where it is of whom the answer is about, or of the household or village they live in;
     * {@code value} is missing when nobody has said it and its absence means nothing. {@code trueDuring} are the
     * days for which it was said to hold, {@code provenance} tells since when that is known.
     */
    record OfFact(
            Cited<LawOfFact> law,
            Optional<SubjectId> of,
            Optional<Text> value,
            Optional<DateRange> trueDuring,
            Provenance provenance,
            boolean assumed)
            implements Used {

        public String fact() {
            return law.words().fact();
        }

        public Text label() {
            return law.words().label();
        }
    }

    /**
     * A figure of law, the days for which it holds, and since when the document that says so is in force; of a table, the
     * key of the row.
     */
    record LawOfParameter(
            String parameter,
            Text label,
            Optional<String> row,
            Text value,
            DateRange days,
            Optional<LocalDate> inForce,
            Basis basis,
            Certainty certainty) {}

    /** A figure of law that was read on that day. */
    record OfParameter(Cited<LawOfParameter> law) implements Used {

        public String parameter() {
            return law.words().parameter();
        }

        public Text label() {
            return law.words().label();
        }

        public Optional<String> row() {
            return law.words().row();
        }

        public Text value() {
            return law.words().value();
        }

        public DateRange days() {
            return law.words().days();
        }

        public Optional<LocalDate> inForce() {
            return law.words().inForce();
        }

        public Basis basis() {
            return law.words().basis();
        }

        public Certainty certainty() {
            return law.words().certainty();
        }
    }

    /** What another programme answers, where {@code of} is missing for whom the answer is about or the household they live in. */
    record OfOutcome(String programme, Optional<SubjectId> of, Text label, Answer answer, boolean decided)
            implements Used {}
}
