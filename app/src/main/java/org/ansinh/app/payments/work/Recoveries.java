package org.ansinh.app.payments.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.payments.RecoveryDesk;
import org.ansinh.app.payments.store.RecoveryRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class Recoveries implements RecoveryDesk {

    private final RecoveryRows rows;
    private final TransactionTemplate transaction;

    Recoveries(RecoveryRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Month> overpaid(About about, YearMonth through) {
        return rows.overpaid(about, through);
    }

    @Override
    public Drafted draft(About about, YearMonth through, Optional<Long> instalment, String cause) {
        try {
            long id = transaction.execute(status -> rows.draft(about, through, instalment, cause));
            return new Drafted.Done(id);
        } catch (DataAccessException refused) {
            return new Drafted.Refused(BrokenRule.orThrow(refused));
        }
    }

    @Override
    public Optional<BrokenRule> sign(long recoveryId) {
        return act(() -> rows.sign(recoveryId));
    }

    @Override
    public Optional<BrokenRule> sendBack(long recoveryId, String because) {
        return act(() -> rows.sendBack(recoveryId, because));
    }

    @Override
    public Optional<BrokenRule> end(long recoveryId, String because) {
        return act(() -> rows.end(recoveryId, because));
    }

    @Override
    public Optional<BrokenRule> repay(long recoveryId, long amount, LocalDate on, String document) {
        return act(() -> rows.repay(recoveryId, amount, on, document));
    }

    private Optional<BrokenRule> act(Runnable work) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> work.run()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Recovery> latest(int atMost) {
        return rows.latest(atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Recovery> find(long recoveryId) {
        return rows.find(recoveryId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Month> months(long recoveryId) {
        return rows.months(recoveryId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> steps(long recoveryId) {
        return rows.steps(recoveryId);
    }

    @Override
    @Transactional(readOnly = true)
    public int keptPercent() {
        return rows.keptPercent();
    }

    @Override
    public Optional<BrokenRule> setKeptPercent(int percent) {
        return act(() -> rows.setKeptPercent(percent));
    }
}
