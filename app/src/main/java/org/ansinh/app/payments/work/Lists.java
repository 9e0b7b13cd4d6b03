package org.ansinh.app.payments.work;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.TakenOver;
import org.ansinh.app.determination.OwedDesk;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.store.PayeeRows;
import org.ansinh.app.payments.store.PayrollRows;
import org.ansinh.app.payments.store.StandingRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Two pairs of eyes: who may do what is the database's to say, in words this room passes on. What is owed is worked out anew before a list is drawn or approved. */
@Service
class Lists implements PaymentDesk {

    private static final TakenOver NOTHING = new TakenOver(0, List.of(), List.of(), List.of());

    private final PayrollRows rows;
    private final StandingRows standing;
    private final PayeeRows payees;
    private final OwedDesk owed;
    private final Tallies tallies;
    private final TransactionTemplate transaction;

    Lists(
            PayrollRows rows,
            StandingRows standing,
            PayeeRows payees,
            OwedDesk owed,
            Tallies tallies,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.standing = standing;
        this.payees = payees;
        this.owed = owed;
        this.tallies = tallies;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ListResult prepare(YearMonth month, String programme, String communeCode) {
        workOut(month, programme, communeCode);
        return asking(() -> rows.prepare(month, programme, communeCode));
    }

    @Override
    public ListResult approve(long payrollId) {
        Optional<Payroll> list = transaction.execute(status -> rows.list(payrollId));
        list.filter(it -> !it.approved()).ifPresent(it -> workOut(it.month(), it.programme(), it.communeCode()));
        return asking(() -> {
            rows.approve(payrollId);
            return Optional.of(payrollId);
        });
    }

    @Override
    public ListResult discard(long payrollId) {
        return asking(() -> {
            rows.discard(payrollId);
            return Optional.of(payrollId);
        });
    }

    /** The commune, and where people live by now whom it pays some months: that is the house's to ask. */
    private void workOut(YearMonth month, String programme, String commune) {
        owed.bringUpToDate(commune, month);
        List<String> elsewhere = transaction.execute(status -> rows.homesPaidBy(programme, commune));
        if (elsewhere != null) {
            elsewhere.forEach(it -> Acting.run(Actor.WORKER, () -> owed.bringUpToDate(it, month)));
        }
    }

    /** A refusal of the database undoes the transaction and becomes an answer; anything else stays an error. */
    private ListResult asking(Supplier<Optional<Long>> work) {
        try {
            Optional<Long> id = transaction.execute(status -> work.get());
            return id.<ListResult>map(ListResult.Done::new).orElseGet(ListResult.Nothing::new);
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
    public List<Payout> payouts(long payrollId) {
        return rows.list(payrollId)
                .map(list -> Payouts.of(list.month(), rows.toPay(payrollId), rows.receipts(payrollId)))
                .orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<VillageTotal> villages(long payrollId) {
        return rows.villages(payrollId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Withheld> withheld(YearMonth month, String programme, String communeCode) {
        return standing.withheld(month, programme, communeCode);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CommuneStanding> overview(YearMonth month, Optional<String> programme) {
        tallies.bringUpToDate(month, programme);
        return standing.overview(month, programme);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ToOpen> toOpen(YearMonth month) {
        var found = standing.unopened(month);
        return found.subjects() == 0
                ? Optional.empty()
                : Optional.of(new ToOpen(found.communes(), found.subjects(), owed.isUnderWay(month)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> communes() {
        return standing.communes();
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
