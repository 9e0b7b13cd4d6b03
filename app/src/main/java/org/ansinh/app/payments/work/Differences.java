package org.ansinh.app.payments.work;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.payments.DifferenceDesk;
import org.ansinh.app.payments.store.DifferenceRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The causes are worked out by the schema; this room passes on what it wrote. */
@Service
class Differences implements DifferenceDesk {

    private final DifferenceRows rows;

    Differences(DifferenceRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Compared> compared(long payrollId) {
        return rows.compared(payrollId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CauseTotal> causes(long payrollId) {
        return rows.causes(payrollId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> changes(long payrollId, Optional<String> cause, int offset, int limit) {
        return rows.changes(payrollId, cause, offset, limit);
    }
}
