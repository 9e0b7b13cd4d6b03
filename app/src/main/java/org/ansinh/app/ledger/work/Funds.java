package org.ansinh.app.ledger.work;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.ledger.FundDesk;
import org.ansinh.app.ledger.store.FundRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class Funds implements FundDesk {

    private final FundRows rows;
    private final TransactionTemplate transaction;

    Funds(FundRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fund> funds() {
        return rows.funds();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Fund> fund(int id) {
        return rows.funds().stream().filter(it -> it.id() == id).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Act> acts(int fund) {
        return rows.acts(fund);
    }

    @Override
    public Optional<BrokenRule> open(NewFund fund) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.open(fund)));
    }

    @Override
    public Optional<BrokenRule> record(String onceKey, NewAct act) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.record(onceKey, act)));
    }

    @Override
    public Optional<BrokenRule> approve(long act) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.approve(act)));
    }
}
