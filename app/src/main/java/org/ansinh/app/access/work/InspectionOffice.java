package org.ansinh.app.access.work;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.InspectionDesk;
import org.ansinh.app.access.store.AuditProof;
import org.ansinh.app.access.store.InspectionRows;
import org.springframework.stereotype.Service;

@Service
class InspectionOffice implements InspectionDesk {
    private final InspectionRows rows;
    private final AuditProof proof;

    InspectionOffice(InspectionRows rows, AuditProof proof) {
        this.rows = rows;
        this.proof = proof;
    }

    @Override
    public List<Actor> actors() {
        return rows.actors();
    }

    @Override
    public long count(Question question) {
        return rows.count(question);
    }

    @Override
    public List<Entry> entries(Question question, long skip, int most) {
        return rows.entries(question, skip, most);
    }

    @Override
    public Proof prove() {
        Proof found = proof.prove();
        rows.inspected(found.holds());
        return found;
    }

    @Override
    public Optional<Long> batchOf(String seal) {
        return proof.batchOf(seal);
    }
}
