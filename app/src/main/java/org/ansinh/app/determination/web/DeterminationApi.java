package org.ansinh.app.determination.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Determination", description = "What the law gives, with reasons, for one person or for everybody.")
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
    @Operation(
            summary = "Determine a person",
            description =
                    "Standing by day, money owed by month and the reasons of every programme for the person and their households; the form"
                            + " is described in docs/guide/reasons.md. One audited read.")
    @ApiResponse(
            responseCode = "200",
            description = "The answers.",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = "object",
                                            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)))
    @ApiResponse(responseCode = "400", description = "The months are not 1 to 120, first before last.")
    @ApiResponse(responseCode = "404", description = "Nobody of that number in your area.")
    String ofPerson(
            @PathVariable int id,
            @RequestParam @Parameter(description = "First month.", example = "2026-01") YearMonth from,
            @RequestParam @Parameter(description = "Last month.", example = "2026-12") YearMonth to,
            @RequestParam(required = false)
                    @Parameter(description = "As it was known at that recording; left out: as known now.")
                    @Nullable
                    Long knownAt) {
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
    @Operation(
            summary = "Months for which everybody was determined",
            description = "The newest finished run of each month.")
    @ApiResponse(responseCode = "200", description = "The runs.")
    List<MonthSummary> months() {
        return determination.runs();
    }

    /** Asks for everybody of a month; the answer is the job's number. */
    @PostMapping("/api/determinations")
    @Operation(
            summary = "Determine everybody for a month",
            description = "Asked for as a job; the answer is its number.")
    @ApiResponse(responseCode = "202", description = "The job's number.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    public long determine(@RequestParam YearMonth month) {
        return jobs.ask(DeterminationDesk.MONTH_JOB, month.toString()).number();
    }
}
