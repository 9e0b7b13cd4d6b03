package org.ansinh.app.payments.work;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.payments.WarningDesk;
import org.ansinh.app.payments.store.WarningRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class Warnings implements WarningDesk {

    private final WarningRows rows;
    private final TransactionTemplate transaction;

    Warnings(WarningRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Warning> warnings(long payrollId) {
        return rows.warnings(payrollId);
    }

    @Override
    public Optional<BrokenRule> answer(long payrollId, String warning, boolean household, int subjectId, String words) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(
                status -> rows.answer(payrollId, warning, household, subjectId, words)));
    }
}
