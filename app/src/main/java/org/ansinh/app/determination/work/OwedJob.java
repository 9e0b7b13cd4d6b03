package org.ansinh.app.determination.work;

import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.determination.OwedDesk;
import org.ansinh.app.determination.WorkedOut;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.Progress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Communes worked out one after the other: after a signature, after a month was determined. Repeated after a crash it finds the same. */
@Component
class OwedJob implements JobKind {

    private final OwedAccounts owed;
    private final ApplicationEventPublisher events;

    OwedJob(OwedAccounts owed, ApplicationEventPublisher events) {
        this.owed = owed;
        this.events = events;
    }

    @Override
    public String name() {
        return OwedDesk.OWED_JOB;
    }

    @Override
    public String run(String order, Progress progress) {
        var parts = order.split(" ", 2);
        var through = YearMonth.parse(parts[0]);
        var communes = List.of(parts[1].split(","));
        progress.begin(order, communes.size());
        int changed = 0;
        for (var commune : communes) {
            changed += owed.bringUpToDate(commune, through);
            events.publishEvent(new WorkedOut(commune, through));
            progress.advance(1);
        }
        return Integer.toString(changed);
    }
}
