package org.ansinh.app.payments.work;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.payments.ProviderDesk;
import org.ansinh.app.payments.store.ProviderRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class Providers implements ProviderDesk {

    private final ProviderRows rows;
    private final TransactionTemplate transaction;

    Providers(ProviderRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Provider> open() {
        return rows.open();
    }

    @Override
    public Optional<BrokenRule> set(String name, String contract) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.set(name, contract, true)));
    }

    @Override
    public Optional<BrokenRule> end(String code, String paper) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.set(code, paper, false)));
    }
}
