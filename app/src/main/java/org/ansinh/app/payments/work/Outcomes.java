package org.ansinh.app.payments.work;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.payments.OutcomeDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.payments.store.OutcomeRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class Outcomes implements OutcomeDesk {

    private final OutcomeRows rows;
    private final TransactionTemplate transaction;

    Outcomes(OutcomeRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(long payrollId, Optional<Integer> village) {
        return rows.lines(payrollId, village);
    }

    @Override
    @Transactional(readOnly = true)
    public Totals totals(long payrollId) {
        return rows.totals(payrollId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Village> villages(long payrollId) {
        return rows.villages(payrollId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Report> reports(long payrollId) {
        return rows.reports(payrollId);
    }

    @Override
    public ListResult report(long payrollId, NewReport report, List<String> keys) {
        try {
            Long reported = transaction.execute(status -> rows.report(payrollId, report, keys));
            return reported == null || reported == 0 ? new ListResult.Nothing() : new ListResult.Done(payrollId);
        } catch (DataAccessException trouble) {
            return new ListResult.Refused(BrokenRule.orThrow(trouble));
        }
    }
}
