package org.ansinh.app.inspection.work;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.CaseRecordDesk;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.inspection.Dossier;
import org.ansinh.app.inspection.DossierDesk;
import org.ansinh.app.inspection.store.SubjectRows;
import org.ansinh.app.payments.CaseMoneyDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a dossier together from the rooms that hold its parts; each of them holds whoever asks to their area and purposes. */
@Service
class DossierOffice implements DossierDesk {

    private final SubjectRows subjects;
    private final CaseRecordDesk records;
    private final CaseFolder folder;
    private final CaseMoneyDesk money;
    private final Paperwork paper;
    private final AuditDesk audit;

    DossierOffice(
            SubjectRows subjects,
            CaseRecordDesk records,
            CaseFolder folder,
            CaseMoneyDesk money,
            Paperwork paper,
            AuditDesk audit) {
        this.subjects = subjects;
        this.records = records;
        this.folder = folder;
        this.money = money;
        this.paper = paper;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Optional<Dossier> ofDecision(DecisionId decision) {
        return records.caseOf(decision).flatMap(it -> dossier(it.household(), it.id(), Optional.of(it.programme())));
    }

    @Override
    @Transactional
    public Optional<Dossier> ofSubject(boolean household, int id, Optional<String> programme) {
        return dossier(household, id, programme);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasCases(boolean household, int id) {
        return !programmes(household, id, Optional.empty()).isEmpty();
    }

    private Optional<Dossier> dossier(boolean household, int id, Optional<String> programme) {
        var programmes = programmes(household, id, programme);
        if (programmes.isEmpty()) {
            return Optional.empty();
        }
        return subjects.find(household, id).map(subject -> {
            audit.read(AuditDesk.Reading.PRINT_PERSON, subject.person());
            return new Dossier(
                    subject, programmes.stream().map(it -> caseOf(subject, it)).toList());
        });
    }

    /** Those with a decision; of one that may not stand on paper there is no dossier. */
    private List<String> programmes(boolean household, int id, Optional<String> programme) {
        return paper.mayStand(records.programmes(household, id)).stream()
                .filter(it -> programme.isEmpty() || programme.get().equals(it))
                .toList();
    }

    private Dossier.CaseOf caseOf(Dossier.Subject subject, String programme) {
        return new Dossier.CaseOf(
                paper.label(programme),
                folder.papers(subject, programme),
                money.of(subject.household(), subject.id(), programme));
    }
}
