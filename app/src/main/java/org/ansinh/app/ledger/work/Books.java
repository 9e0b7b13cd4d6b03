package org.ansinh.app.ledger.work;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.ledger.LedgerDesk;
import org.ansinh.app.ledger.store.EntryRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class Books implements LedgerDesk {

    private static final Slice EVERYTHING = new Slice(Optional.empty(), Optional.empty(), Optional.empty());

    private final EntryRows rows;
    private final AuditDesk audit;
    private final TransactionTemplate transaction;

    Books(EntryRows rows, AuditDesk audit, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Balance> balances(YearMonth month, Slice slice) {
        return rows.balances(month, slice);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Balance> balance(int account, YearMonth month) {
        return rows.balances(month, EVERYTHING).stream()
                .filter(it -> it.account().id() == account)
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<AccountEntry> entries(int account, YearMonth month) {
        return rows.entries(account, month);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Entry> entry(long id) {
        return rows.entry(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sum> sums(long entry) {
        return rows.sums(entry);
    }

    @Override
    @Transactional
    public List<Movement> movements(long entry, int offset, int limit) {
        var movements = rows.movements(entry, offset, limit);
        var people = movements.stream()
                .flatMap(it -> it.whose().stream())
                .filter(it -> !it.household())
                .map(Whose::subjectId)
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            audit.searched("ledger/entries/" + entry, people);
        }
        return movements;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClosedMonth> closed() {
        return rows.closed();
    }

    @Override
    public Optional<BrokenRule> close(YearMonth month) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.close(month)));
    }

    @Override
    public Optional<BrokenRule> correct(long entry, String because) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.correct(entry, because)));
    }
}
