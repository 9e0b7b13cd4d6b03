package org.ansinh.app.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;

/** The face of this room: what the law gives one person, or everybody. */
public interface DeterminationDesk {

    /** The kind of job that determines everybody; its order is the month, as 2026-10. */
    String MONTH_JOB = "determine-month";

    /** Everything the pack says of a person and of the households they lived in, with reasons; {@code knownAt} is a recording, empty for today's knowledge. */
    PersonEntitlements ofPerson(SubjectId person, DateRange days, OptionalLong knownAt);

    /** The same facts with others laid over them: what a change would mean before it is recorded. */
    PersonEntitlements asIf(SubjectId person, DateRange days, List<AssumedFact> assumed);

    /** What a decision signed on that day would owe, beside those that are signed. */
    List<OwedLine> ifSigned(SubjectId person, String programme, DateRange days, LocalDate signed);

    /** Determines everybody for a month and keeps the outcomes; progress is told as it goes. */
    MonthSummary determineMonth(YearMonth month, Progress progress);

    Optional<MonthSummary> latest(YearMonth month);

    List<MonthSummary> runs();

    /** Told how many households of how many are done. */
    @FunctionalInterface
    interface Progress {
        Progress SILENT = (done, of) -> {};

        void tell(long done, long of);
    }
}
