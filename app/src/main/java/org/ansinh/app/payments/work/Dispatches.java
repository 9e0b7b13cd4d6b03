package org.ansinh.app.payments.work;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.payments.DispatchDesk;
import org.ansinh.app.payments.store.DispatchRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is released and its files are one transaction: there is no moment at which money has left and nobody has the file that says to whom. */
@Service
class Dispatches implements DispatchDesk {

    /** Banks take files of some size only; and a file must fit the memory of the house more than once. */
    static final int PER_FILE = 10_000;

    private final DispatchRows rows;
    private final FileMaking making;
    private final HeldParts held;
    private final JobDesk jobs;
    private final AuditDesk audit;
    private final TransactionTemplate transaction;

    Dispatches(
            DispatchRows rows,
            FileMaking making,
            HeldParts held,
            JobDesk jobs,
            AuditDesk audit,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.making = making;
        this.held = held;
        this.jobs = jobs;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(YearMonth month) {
        return rows.waiting(month);
    }

    @Override
    public Sent prepare(String channel, List<Long> lists) {
        held.settleFor(lists);
        return asking(
                () -> rows.prepare(channel, lists).<Sent>map(Sent.Done::new).orElseGet(Sent.Nothing::new));
    }

    @Override
    public Sent withdraw(long dispatchId) {
        return asking(() -> {
            rows.withdraw(dispatchId);
            return new Sent.Done(dispatchId);
        });
    }

    @Override
    public Sent release(long dispatchId) {
        var dispatch = transaction.execute(status -> rows.find(dispatchId));
        if (dispatch == null || dispatch.isEmpty()) {
            return new Sent.Nothing();
        }
        held.settleFor(dispatchId);
        var channel = dispatch.get().channel();
        return asking(() -> {
            var flaws = dispatch.get().released() ? List.<Flaw>of() : making.flaws(channel, rows.orders(dispatchId, 1));
            if (!flaws.isEmpty()) {
                return new Sent.Wrong(flaws);
            }
            rows.release(dispatchId, PER_FILE);
            int files = rows.numberOfFiles(dispatchId);
            for (int number = 1; number <= files; number++) {
                var orders = rows.orders(dispatchId, number);
                rows.keep(
                        dispatchId,
                        number,
                        FileMaking.name(dispatchId, number, channel, orders),
                        making.written(dispatchId, number, channel, orders),
                        orders);
            }
            if (making.isLaidOut()) {
                jobs.ask(LayingOut.NAME, Long.toString(dispatchId));
            }
            return new Sent.Done(dispatchId);
        });
    }

    /** A refusal of the database undoes the transaction and becomes an answer; anything else stays an error. */
    private Sent asking(Supplier<Sent> work) {
        try {
            var sent = transaction.execute(status -> work.get());
            return sent == null ? new Sent.Nothing() : sent;
        } catch (DataAccessException trouble) {
            return new Sent.Refused(BrokenRule.orThrow(trouble));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Dispatch> latest(int atMost) {
        return rows.latest(atMost);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Dispatch> find(long dispatchId) {
        return rows.find(dispatchId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Instruction> instructions(long dispatchId, int offset, int limit) {
        return rows.instructions(dispatchId, offset, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PaymentFile> files(long dispatchId) {
        return rows.files(dispatchId);
    }

    /** In one transaction with its entry in the audit: nobody has a file of which nothing is known. */
    @Override
    @Transactional
    public Optional<byte[]> handOver(long dispatchId, int number) {
        var file = rows.files(dispatchId).stream()
                .filter(it -> it.number() == number)
                .findFirst();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        rows.handOver(dispatchId, number, "taken");
        audit.exported(
                "payments/dispatches/%d/%s".formatted(dispatchId, file.get().name()),
                file.get().instructions(),
                file.get().digest());
        return rows.content(dispatchId, number);
    }

    @Override
    @Transactional(readOnly = true)
    public long thirdOfficerFrom() {
        return rows.thirdOfficerFrom();
    }

    @Override
    public Sent setThirdOfficer(long fromAmount) {
        return asking(() -> {
            rows.setThirdOfficer(fromAmount);
            return new Sent.Done(0);
        });
    }
}
