package org.ansinh.app.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.app.pages.ReasonLine;
import org.ansinh.timeline.DateRange;

/**
 * What the law said of somebody with what was known at a recording and the law that was in force here then: worked out again, so that whoever inspects a decision can compare
 * it with what the decision froze. Told in Vietnamese, as far as it may leave on paper.
 *
 * @param answer m, n or u
 * @param provisions ids, comma between
 * @param facts that were used, each in both clocks
 * @param why the reasons, with their places in the law, how certain each is and who answers for it
 */
public record AnswerThen(
        LocalDate day,
        String answer,
        String provisions,
        OptionalLong amount,
        List<FactThen> facts,
        List<ReasonLine> why) {

    /**
     * A fact as it was known.
     *
     * @param value empty where nobody had said it
     * @param days for which it was said to hold; none where that is always
     * @param source who or what says so, in the words of whoever recorded it; of what is assumed, that it is
     * @param recording the number under which it was recorded; 0 where nothing was
     */
    public record FactThen(
            String label, String value, Optional<DateRange> days, String source, boolean assumed, long recording) {}
}
