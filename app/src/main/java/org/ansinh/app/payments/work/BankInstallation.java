package org.ansinh.app.payments.work;

import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.payments.BankList;
import org.ansinh.app.payments.store.BankRows;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** At every start: the banks of the build are those that accounts may name. */
@Component
@Order(0)
class BankInstallation implements ApplicationRunner {

    private final BankRows rows;
    private final PlatformTransactionManager transactions;

    BankInstallation(BankRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Acting.run(
                Actor.WORKER,
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(
                                status -> rows.mirror(BankList.napas().names())));
    }
}
