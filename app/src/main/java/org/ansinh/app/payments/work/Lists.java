package org.ansinh.app.payments.work;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.TakenOver;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.store.PayeeRows;
import org.ansinh.app.payments.store.PayrollRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Two pairs of eyes: who may do what is the database's to say, in words this room passes on. */
@Service
class Lists implements PaymentDesk {

    private static final TakenOver NOTHING = new TakenOver(0, List.of(), List.of(), List.of());

    private final PayrollRows rows;
    private final PayeeRows payees;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Lists(PayrollRows rows, PayeeRows payees, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.payees = payees;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public ListResult prepare(YearMonth month, String programme, String communeCode) {
        return asking(() -> rows.prepare(month, programme, communeCode));
    }

    @Override
    public ListResult approve(long payrollId) {
        return asking(() -> {
            rows.approve(payrollId);
            return payrollId;
        });
    }

    @Override
    public ListResult discard(long payrollId) {
        return asking(() -> {
            rows.discard(payrollId);
            return payrollId;
        });
    }

    /** A refusal of the database undoes the transaction and becomes an answer; anything else stays an error. */
    private ListResult asking(LongSupplier work) {
        try {
            var id = transaction.execute(status -> work.getAsLong());
            return new ListResult.Done(id == null ? 0 : id);
        } catch (DataAccessException trouble) {
            return new ListResult.Refused(BrokenRule.orThrow(trouble));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Payroll> lists(YearMonth month) {
        return rows.lists(month);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Payroll> list(long payrollId) {
        return rows.list(payrollId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(long payrollId, int offset, int limit) {
        return rows.lines(payrollId, offset, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<VillageTotal> villages(long payrollId) {
        return rows.villages(payrollId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Withheld> blocked(YearMonth month, String programme, String communeCode) {
        return rows.blocked(month, programme, communeCode);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Withheld> overpaid(String programme, String communeCode) {
        return rows.overpaid(YearMonth.now(clock), programme, communeCode);
    }

    @Override
    @Transactional
    public TakenOver takeOver(Optional<OfficerId> broughtBy, List<PayeeLine> payees) {
        return payees.isEmpty() ? NOTHING : this.payees.takeOver(broughtBy, payees);
    }

    @Override
    @Transactional
    public TakenOver wouldTakeOver(List<PayeeLine> payees) {
        return payees.isEmpty() ? NOTHING : this.payees.judge(payees);
    }
}
