package org.ansinh.app.inspection.work;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.inspection.SampleDesk;
import org.ansinh.app.inspection.store.SampleRows;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Draws samples and keeps them. */
@Service
class SampleOffice implements SampleDesk {

    private final SampleRows rows;
    private final AuditDesk audit;
    private final TransactionTemplate transaction;

    SampleOffice(SampleRows rows, AuditDesk audit, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Drawn draw(Order order) {
        try {
            return new Drawn.Done(Objects.requireNonNull(transaction.execute(status -> rows.draw(order))));
        } catch (DataAccessException trouble) {
            return new Drawn.Refused(BrokenRule.orThrow(trouble));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sample> latest(int most) {
        return rows.latest(most);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Sample> find(long sampleId) {
        return rows.find(sampleId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> items(long sampleId) {
        return rows.items(sampleId);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isReproduced(long sampleId) {
        return rows.isReproduced(sampleId);
    }

    @Override
    @Transactional
    public void handedOut(long sampleId, int dossiers, String digest) {
        audit.exported("inspection sample " + sampleId, dossiers, digest);
    }
}
