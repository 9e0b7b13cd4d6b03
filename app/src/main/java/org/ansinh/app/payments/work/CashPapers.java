package org.ansinh.app.payments.work;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.casework.PaperDesk;
import org.ansinh.app.casework.PaperRefused;
import org.ansinh.app.payments.CashPaperDesk;
import org.ansinh.app.payments.store.CashPaperRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps scans of signed lists as papers of files are kept: judged before, proven by the database, proven again when they are handed out. */
@Service
class CashPapers implements CashPaperDesk {

    private final CashPaperRows rows;
    private final PaperDesk papers;
    private final AuditDesk audit;
    private final TransactionTemplate transaction;

    CashPapers(CashPaperRows rows, PaperDesk papers, AuditDesk audit, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.papers = papers;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public long mostBytes() {
        return papers.mostBytes();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Scan> of(long cashDayId) {
        return rows.of(cashDayId);
    }

    @Override
    public Optional<BrokenRule> attach(long cashDayId, String givenName, Path content) {
        var judged = papers.judged(givenName, content);
        return BrokenRule.by(() -> transaction.executeWithoutResult(status -> rows.attach(cashDayId, judged, content)));
    }

    @Override
    @Transactional
    public Optional<Scan> fetch(long cashDayId, long scan, Path into) {
        var found = rows.of(cashDayId).stream().filter(it -> it.id() == scan).findFirst();
        found.ifPresent(it -> {
            var digest = fetched(it, into);
            if (!digest.equals(it.digest())) {
                throw new PaperRefused("changed");
            }
            audit.exported("payments/cash-days/%d/papers/%d".formatted(cashDayId, scan), 1, digest);
        });
        return found;
    }

    private String fetched(Scan it, Path into) {
        try (OutputStream out = Files.newOutputStream(into)) {
            var sha = Sha256.fresh();
            rows.fetch(it.id(), new DigestOutputStream(out, sha));
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
