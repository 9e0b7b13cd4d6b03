package org.ansinh.app.payments.work;

import java.util.List;
import org.ansinh.app.casework.DayWork;
import org.ansinh.app.payments.store.CashDayRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pay days on the work of the day: those to record once they have come, those to close for whoever neither paid nor recorded. */
@Service
class CashWork implements DayWork {

    private final CashDayRows rows;

    CashWork(CashDayRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return rows.waiting().stream()
                .map(it -> new Waiting(it.what(), it.number(), it.amount(), it.since(), false, "/cash-days"))
                .toList();
    }
}
