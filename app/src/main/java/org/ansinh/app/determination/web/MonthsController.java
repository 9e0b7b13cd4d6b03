package org.ansinh.app.determination.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.jobs.JobId;
import org.ansinh.app.jobs.JobState;
import org.ansinh.app.pages.RunningWork;
import org.ansinh.app.pages.Writing;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Which months everybody was determined for, and the wish to do one again. */
@Controller
class MonthsController {

    private static final int SHOWN = 5;

    private final DeterminationDesk determination;
    private final JobDesk jobs;
    private final MessageSource texts;
    private final Clock clock;

    MonthsController(DeterminationDesk determination, JobDesk jobs, MessageSource texts, Clock clock) {
        this.determination = determination;
        this.jobs = jobs;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/months")
    @Transactional(readOnly = true)
    public String months(Model model, Locale locale) {
        model.addAttribute("month", YearMonth.now(clock));
        model.addAttribute("runs", determination.runs());
        model.addAttribute(
                "works",
                jobs.latest(DeterminationDesk.MONTH_JOB, SHOWN).stream()
                        .filter(it -> it.stage() != JobState.Stage.FINISHED)
                        .map(it -> work(it, locale))
                        .toList());
        return "determination/months";
    }

    @PostMapping("/months")
    @Transactional
    public String determine(@RequestParam YearMonth month) {
        jobs.ask(DeterminationDesk.MONTH_JOB, month.toString());
        return "redirect:/months";
    }

    /** The piece of page that asks again by itself. */
    @GetMapping("/months/work/{job}")
    @Transactional(readOnly = true)
    public String work(@PathVariable long job, Model model, Locale locale) {
        model.addAttribute(
                "work",
                jobs.find(new JobId(job))
                        .map(it -> work(it, locale))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "fragments/notice :: progress(work=${work})";
    }

    private RunningWork work(JobState it, Locale locale) {
        return new RunningWork(
                "/months/work/" + it.id().number(),
                texts.getMessage(
                        "months.work", new Object[] {new Writing(locale).month(YearMonth.parse(it.order()))}, locale),
                it.done(),
                it.total(),
                it.stage() == JobState.Stage.FINISHED,
                it.trouble());
    }
}
