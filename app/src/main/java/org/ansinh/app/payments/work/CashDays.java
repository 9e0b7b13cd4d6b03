package org.ansinh.app.payments.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.payments.CashDayDesk;
import org.ansinh.app.payments.store.CashDayRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be done on a pay day is decided by the database, in one transaction with what it reports of the lists. */
@Service
class CashDays implements CashDayDesk {

    private final CashDayRows rows;
    private final AuditDesk audit;
    private final TransactionTemplate transaction;

    CashDays(CashDayRows rows, AuditDesk audit, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Village> villages(long dispatchId) {
        return rows.villages(dispatchId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Colleague> payers(String communeCode) {
        return rows.payers(communeCode);
    }

    @Override
    public Opened open(long dispatchId, Where where, Plan plan) {
        try {
            Long id = transaction.execute(status -> rows.open(dispatchId, where, plan));
            return new Opened.Done(id == null ? 0 : id);
        } catch (DataAccessException trouble) {
            return new Opened.Refused(BrokenRule.orThrow(trouble));
        }
    }

    @Override
    public Optional<BrokenRule> change(long cashDayId, Plan plan) {
        return doing(() -> rows.change(cashDayId, plan));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CashDay> latest(int atMost) {
        return rows.latest(atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CashDay> find(long cashDayId) {
        return rows.find(cashDayId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(long cashDayId) {
        return rows.lines(cashDayId);
    }

    @Override
    public Recorded record(long cashDayId, Act act, List<String> keys, Receipt receipt) {
        try {
            Long lines = transaction.execute(status -> rows.record(cashDayId, act, keys, receipt, paper(cashDayId)));
            return new Recorded.Done(lines == null ? 0 : lines);
        } catch (DataAccessException trouble) {
            return new Recorded.Refused(BrokenRule.orThrow(trouble));
        }
    }

    /** As the paper is called in the report of the list: a document of the office, and so in Vietnamese. */
    private static String paper(long cashDayId) {
        return "Danh sách ký nhận, ngày chi tiền mặt số %d".formatted(cashDayId);
    }

    @Override
    public Optional<BrokenRule> close(long cashDayId, long counted) {
        return doing(() -> rows.close(cashDayId, counted));
    }

    @Override
    public Optional<BrokenRule> giveBack(long cashDayId, LocalDate on, String paper) {
        return doing(() -> rows.giveBack(cashDayId, on, paper));
    }

    private Optional<BrokenRule> doing(Runnable work) {
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> work.run()));
    }

    /** In one transaction with its entry in the audit: nobody has a list of names of which nothing is known. */
    @Override
    @Transactional
    public Optional<SignatureList> signatureList(long cashDayId, boolean absent) {
        return rows.find(cashDayId).map(day -> {
            var lines = rows.lines(cashDayId).stream()
                    .filter(it -> !absent || it.state() == State.ABSENT)
                    .toList();
            var rest = absent ? "absent" : "list";
            audit.exported(
                    "payments/cash-days/%d/%s".formatted(cashDayId, rest), lines.size(), Sha256.of(lines.toString()));
            return new SignatureList(day, lines, absent);
        });
    }
}
