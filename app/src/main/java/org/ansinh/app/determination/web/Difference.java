package org.ansinh.app.determination.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.pages.ReasonLine;
import org.ansinh.app.pages.TimeBar.Kind;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * What a change alters in one programme.
 *
 * @param stretches days on which the answer or the level becomes different
 * @param payments months whose money becomes different, neighbours with the same money together
 * @param total all of it added up, đồng; negative where less is owed
 * @param ask what would have to be asked then
 * @param decision what the office has to do, as a key; empty when nothing
 */
public record Difference(
        String programme,
        String period,
        List<Stretch> stretches,
        List<Payment> payments,
        long total,
        List<String> ask,
        String decision,
        boolean unverified,
        Optional<IfSigned> ifSigned,
        List<ReasonLine> reasons) {

    /** An answer with its level and the words for it. */
    public record Side(
            Kind answer, @Nullable Long amount, @Nullable Long floor, List<String> says) {

        /** Why it was so before is not told: neighbours that differ in it alone are one stretch. */
        Side unsaid() {
            return new Side(answer, amount, floor, List.of());
        }
    }

    /** Days with what was and what will be. */
    public record Stretch(DateRange days, Side before, Side after) {}

    /** Months or quarters from first to last, with what each owed and will owe. */
    public record Payment(String first, String last, long before, long after) {
        public long difference() {
            return after - before;
        }
    }

    /**
     * What a decision would owe, by the day it is signed.
     *
     * @param from the first month owed when it is signed today
     * @param lost what is lost by signing in the next month
     * @param answer by when the office must have answered
     */
    public record IfSigned(
            LocalDate today, String from, long monthly, LocalDate later, long lost, Optional<AnswerBy> answer) {}

    /**
     * The last day of the time the law gives to decide, for a file that comes in today.
     *
     * @param assumed whether it rests on a holiday that was not announced when the table of holidays was made
     */
    public record AnswerBy(int workingDays, LocalDate last, boolean assumed) {}
}
