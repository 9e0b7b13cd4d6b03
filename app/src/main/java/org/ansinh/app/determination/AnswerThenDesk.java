package org.ansinh.app.determination;

import java.time.YearMonth;
import java.util.Optional;

/** Works a frozen answer out again. Whoever acts must see the person, and asks on their own responsibility: it leaves no entry in the audit. */
public interface AnswerThenDesk {

    /**
     * Whose answer.
     *
     * @param person the person, of a household its head
     * @param household its number where the programme is a household's
     * @param provisions that were frozen: of the days of the month one with these is taken, else its last
     */
    record Question(
            int person,
            Optional<Integer> household,
            String programme,
            YearMonth month,
            long knownAt,
            String provisions) {}

    /** Empty where the law of then did not know the programme, or it may not be told on paper. */
    Optional<AnswerThen> again(Question question);
}
