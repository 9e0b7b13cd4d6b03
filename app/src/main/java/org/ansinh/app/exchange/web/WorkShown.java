package org.ansinh.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.jobs.JobState;
import org.ansinh.app.pages.RunningWork;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** The work on a file as a bar on its page. */
@Component
class WorkShown {

    private final JobDesk jobs;
    private final MessageSource texts;

    WorkShown(JobDesk jobs, MessageSource texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    public Said said(Locale locale) {
        return new Said(texts, locale);
    }

    /** Nothing where nobody waits for it. */
    @Transactional(readOnly = true)
    public Optional<RunningWork> of(BroughtFile file, String href, Locale locale) {
        if (!file.isAtWork()) {
            return Optional.empty();
        }
        var job = file.job().flatMap(jobs::find);
        var says = job.map(JobState::says).filter(it -> !it.isEmpty()).orElse("wait");
        var trouble = job.filter(it -> it.stage() == JobState.Stage.FAILED)
                .map(it -> texts.getMessage(
                        "exchange.work.failed", new Object[] {it.id().number()}, locale))
                .orElse(null);
        return Optional.of(new RunningWork(
                href,
                String.valueOf(texts.getMessage("exchange.work." + says, null, says, locale)),
                job.map(JobState::done).orElse(0L),
                job.map(JobState::total).orElse(0L),
                false,
                trouble));
    }

    @Transactional(readOnly = true)
    public String piece(BroughtFile file, String href, Model model, HttpServletResponse response, Locale locale) {
        var work = of(file, href, locale);
        if (work.isEmpty() || !work.get().isRunning()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("work", work.orElseGet(() -> new RunningWork(href, file.name(), 1, 1, true, null)));
        return "fragments/notice :: progress(work=${work})";
    }
}
