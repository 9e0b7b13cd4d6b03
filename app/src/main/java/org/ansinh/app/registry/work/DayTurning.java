package org.ansinh.app.registry.work;

import java.time.LocalDate;
import org.ansinh.app.jobs.DailyWork;
import org.ansinh.app.registry.store.WorkRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A move, a new name or a new head that was stated ahead takes effect on its day. */
@Component
class DayTurning implements DailyWork {

    private final WorkRows rows;

    DayTurning(WorkRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public void turnTo(LocalDate today) {
        rows.turnDay();
    }
}
