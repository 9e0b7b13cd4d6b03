package org.ansinh.app.ledger.work;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.ledger.BudgetDesk;
import org.ansinh.app.ledger.store.BudgetRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class Budgets implements BudgetDesk {

    private final BudgetRows rows;
    private final TransactionTemplate transaction;

    Budgets(BudgetRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Budget> budgets(int year) {
        return rows.budgets(year);
    }

    @Override
    @Transactional(readOnly = true)
    public Budget budget(int year, String programme, String commune) {
        return rows.budgets(year).stream()
                .filter(it -> it.programme().equals(programme) && it.commune().equals(commune))
                .reduce(new Budget(programme, commune, "", 0, 0, 0, 0, 0), Budget::plus);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Allotment> allotments(int year) {
        return rows.allotments(year);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> communes() {
        return rows.communes();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Allotment> allotment(long id) {
        return rows.allotment(id);
    }

    @Override
    public Optional<BrokenRule> allot(String onceKey, NewAllotment allotment) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.allot(onceKey, allotment)));
    }
}
