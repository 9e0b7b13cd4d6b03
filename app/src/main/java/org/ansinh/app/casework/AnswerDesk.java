package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What the law says of a file today, what it still needs to know, and drafting the decision on it. */
public interface AnswerDesk {

    /**
     * The law's answer on a day: today, or the day on which the right begins.
     *
     * @param answer MET, NOT_MET or UNDETERMINED
     * @param level đồng for one period of the programme; what is certain while undetermined
     * @param ifSigned what a decision signed that day would owe for its month, đồng
     * @param ids of the provisions in the pack, comma between
     * @param missing facts that nobody has stated and that could change the answer
     * @param whyNot why what is not met is not met
     */
    record LawAnswer(
            LocalDate day,
            String answer,
            long level,
            long ifSigned,
            String provisions,
            String ids,
            List<MissingFact> missing,
            List<WhyNot> whyNot,
            boolean unverified,
            OptionalInt termDays) {

        /** Something is certain, so that it may be granted. */
        public boolean isGrantable() {
            return level > 0;
        }

        public boolean isRefusable() {
            return level == 0;
        }
    }

    /**
     * A fact to be asked.
     *
     * @param fact its id in the dictionary
     * @param label in the reader's words
     * @param household of the household, not the person
     */
    record MissingFact(String fact, String label, boolean household) {}

    /** A condition that is not fulfilled, and where the law says so. */
    record WhyNot(String says, String basis) {}

    Optional<LawAnswer> ask(Application application, Locale locale);

    /** Drafts what the law gives today; another officer signs. Empty where there is nothing to give today, or the file is not complete. */
    Optional<DecisionId> draftGrant(Application application);

    /** Drafts a refusal with its articles and what is missing; empty where the law gives something, or the file is not complete. */
    Optional<DecisionId> draftRefusal(Application application);
}
