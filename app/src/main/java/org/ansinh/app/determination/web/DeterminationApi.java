package org.ansinh.app.determination.web;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import org.ansinh.app.determination.AnswersForPrograms;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.MonthSummary;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What pages do, for programs: the same roles, the same audit, errors as problem+json. */
@RestController
class DeterminationApi {

    private static final int LONGEST_MONTHS = 120;

    private final AnswersForPrograms answers;
    private final DeterminationDesk determination;
    private final JobDesk jobs;

    DeterminationApi(AnswersForPrograms answers, DeterminationDesk determination, JobDesk jobs) {
        this.answers = answers;
        this.determination = determination;
        this.jobs = jobs;
    }

    /** Standing, owed and reasons of every programme; months inclusive; {@code knownAt} is a recording's number. */
    @GetMapping(path = "/api/people/{id}/determination", produces = MediaType.APPLICATION_JSON_VALUE)
    String ofPerson(
            @PathVariable int id,
            @RequestParam YearMonth from,
            @RequestParam YearMonth to,
            @RequestParam(required = false) @Nullable Long knownAt) {
        if (to.isBefore(from) || from.plusMonths(LONGEST_MONTHS).isBefore(to)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "Ask for 1 to %d months: from %s to %s is not that.".formatted(LONGEST_MONTHS, from, to));
        }
        return answers.ofPerson(
                        id,
                        new DateRange(from.atDay(1), to.atEndOfMonth()),
                        knownAt == null ? OptionalLong.empty() : OptionalLong.of(knownAt))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no person %d in your area.".formatted(id)));
    }

    /** The newest run of each month. */
    @GetMapping("/api/determinations")
    List<MonthSummary> months() {
        return determination.runs();
    }

    /** Asks for everybody of a month; the answer is the job's number. */
    @PostMapping("/api/determinations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public long determine(@RequestParam YearMonth month) {
        return jobs.ask(DeterminationDesk.MONTH_JOB, month.toString()).number();
    }
}
