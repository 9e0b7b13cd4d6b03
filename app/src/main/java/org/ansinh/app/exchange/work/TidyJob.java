package org.ansinh.app.exchange.work;

import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.store.BroughtRows;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Empties files that were brought long ago or thrown away; asked for whenever a file comes. */
@Component
class TidyJob implements JobKind {

    static final String NAME = "exchange.tidy";

    private final BroughtRows files;
    private final FileLimits limits;

    TidyJob(BroughtRows files, FileLimits limits) {
        this.files = files;
        this.limits = limits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public String run(String order, Progress progress) {
        return Integer.toString(files.tidy(limits.keptDays(), limits.mostKeptBytes()));
    }
}
