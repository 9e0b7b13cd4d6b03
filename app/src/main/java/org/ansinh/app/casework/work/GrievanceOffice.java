package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.GrievanceDesk;
import org.ansinh.app.casework.store.FilingRows;
import org.ansinh.app.casework.store.GrievanceRows;
import org.ansinh.app.casework.store.GrievanceSteps;
import org.ansinh.rules.pack.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The three registers at work; terms are the pack's, rules the database's. */
@Service
class GrievanceOffice implements GrievanceDesk {

    private final GrievanceRows rows;
    private final GrievanceSteps steps;
    private final GrievanceTerms terms;
    private final ThenAndNow comparison;
    private final FilingRows filing;
    private final AuditDesk audit;

    GrievanceOffice(
            GrievanceRows rows,
            GrievanceSteps steps,
            GrievanceTerms terms,
            ThenAndNow comparison,
            FilingRows filing,
            AuditDesk audit) {
        this.rows = rows;
        this.steps = steps;
        this.terms = terms;
        this.comparison = comparison;
        this.filing = filing;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grievance> list(Choice choice, int page, int pageSize) {
        return rows.list(choice, (page - 1) * pageSize, pageSize);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(Choice choice) {
        return rows.count(choice);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Standing> standing() {
        return rows.standing();
    }

    @Override
    @Transactional
    public Optional<Grievance> open(long id) {
        var found = rows.find(id);
        found.map(Grievance::about)
                .filter(it ->
                        !it.household() && it.subjectId() > 0 && !it.name().isEmpty())
                .ifPresent(it -> audit.read(AuditDesk.Reading.OPEN_PERSON, it.subjectId()));
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ApplicationDesk.Step> steps(long id) {
        return rows.steps(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Grievance> against(DecisionId decision) {
        return rows.against(decision);
    }

    @Override
    @Transactional
    public long take(Incoming incoming) {
        var said = incoming.said();
        return rows.take(
                incoming,
                terms.fileBy(incoming.kind(), said.learntOn()),
                said.receivedOn().isAfter(terms.today())
                        ? Optional.empty() // refused by the database, with a sentence
                        : terms.acceptBy(incoming.kind(), said.receivedOn()));
    }

    @Override
    @Transactional
    public boolean sign(long id, String signedAs, String lateBecause) {
        return steps.sign(id, signedAs, lateBecause);
    }

    @Override
    @Transactional
    public boolean accept(long id, boolean complex, boolean remote) {
        return rows.find(id)
                .filter(it -> it.isIn("received"))
                .filter(it -> steps.accept(id, complex, remote, terms.dueOn(it, terms.today(), complex, remote)))
                .isPresent();
    }

    @Override
    @Transactional
    public boolean longer(long id, boolean complex, boolean remote) {
        return rows.find(id)
                .filter(Grievance::isOpen)
                .flatMap(it -> it.terms()
                        .acceptedOn()
                        .filter(day -> steps.longer(id, complex, remote, terms.dueOn(it, day, complex, remote))))
                .isPresent();
    }

    @Override
    @Transactional
    public boolean end(long id, String state, String because) {
        return steps.end(id, state, because);
    }

    @Override
    @Transactional
    public boolean propose(long id, String finding, String conclusion) {
        return steps.propose(id, finding, conclusion);
    }

    @Override
    @Transactional
    public boolean sendBack(long id, String because) {
        return steps.sendBack(id, because);
    }

    @Override
    @Transactional
    public boolean resolve(long id, String answerNumber, LocalDate day) {
        return steps.resolve(id, answerNumber, day);
    }

    @Override
    @Transactional
    public boolean handOver(long id, String officer) {
        return steps.handOver(id, officer);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> colleagues(String commune) {
        return filing.colleagues(commune);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> communesHere() {
        return rows.communesHere();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Stretch> compared(Grievance grievance) {
        return grievance.about().decision().map(comparison::of).orElse(List.of());
    }

    @Override
    public List<Term> terms(Grievance grievance, Locale locale) {
        return terms.of(grievance, Language.of(locale));
    }
}
