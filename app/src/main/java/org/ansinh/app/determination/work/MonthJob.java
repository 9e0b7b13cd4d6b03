package org.ansinh.app.determination.work;

import java.time.YearMonth;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.Progress;
import org.springframework.stereotype.Component;

/** Everybody for a month, asked for on a page; repeated after a crash it makes a run of its own, and the newest finished run counts. */
@Component
class MonthJob implements JobKind {

    private final DeterminationDesk determination;

    MonthJob(DeterminationDesk determination) {
        this.determination = determination;
    }

    @Override
    public String name() {
        return DeterminationDesk.MONTH_JOB;
    }

    @Override
    public String run(String order, Progress progress) {
        var month = YearMonth.parse(order);
        var begun = new boolean[1];
        var summary = determination.determineMonth(month, (done, of) -> {
            synchronized (begun) {
                if (!begun[0]) {
                    progress.begin(order, of);
                    begun[0] = true;
                }
                progress.advance(1);
            }
        });
        return "%d / %d".formatted(summary.people(), summary.households());
    }
}
