package org.ansinh.app.jobs.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.DailyWork;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every room's daily work, one after the other: at each start, and when the house day turns. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TurnOfDay implements StartingWork {

    /** A little after midnight, so that nobody's clock disagrees about the day. */
    private static final LocalTime AT = LocalTime.of(0, 1);

    private final ObjectProvider<DailyWork> works;
    private final Clock clock;

    TurnOfDay(ObjectProvider<DailyWork> works, Clock clock) {
        this.works = works;
        this.clock = clock;
    }

    @Override
    public void run(Progress progress) {
        progress.begin("Việc đầu ngày / Turn of the day", all().size());
        turn(progress);
    }

    private List<DailyWork> all() {
        return works.orderedStream().toList();
    }

    private void turn(Progress progress) {
        var today = LocalDate.now(clock);
        for (var work : all()) {
            work.turnTo(today);
            progress.advance(1);
        }
    }

    /** For the scheduler: a night on which the server was down, or was stopped in the middle of it, is made up for at its start. */
    RecurringTask<Void> nightly(WorkApart apart) {
        return Tasks.recurring("turn-of-day", Schedules.daily(clock.getZone(), AT))
                .execute((instance, context) ->
                        apart.run(() -> Acting.run(Actor.WORKER, () -> turn(Progress.UNWATCHED))));
    }
}
