package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CauseToSign;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.casework.DecisionChoice;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.DecisionInForce;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.casework.Signing;
import org.ansinh.app.casework.TakenOver;
import org.ansinh.app.casework.WaitingCause;
import org.ansinh.app.casework.store.ArrivalRows;
import org.ansinh.app.casework.store.DecisionRows;
import org.ansinh.app.casework.store.WaitingRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafting and signing; what was signed is told to the registry before the transaction ends. */
@Service
class CaseOffice implements CaseDesk {

    private final WaitingRows waiting;
    private final DecisionRows decisions;
    private final ArrivalRows arrivals;
    private final SignedFacts facts;
    private final LawInWords law;
    private final AuditDesk audit;

    CaseOffice(
            WaitingRows waiting,
            DecisionRows decisions,
            ArrivalRows arrivals,
            SignedFacts facts,
            LawInWords law,
            AuditDesk audit) {
        this.waiting = waiting;
        this.decisions = decisions;
        this.arrivals = arrivals;
        this.facts = facts;
        this.law = law;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WaitingCause> waiting(YearMonth month) {
        return waiting.byCause(month).stream()
                .map(it -> new WaitingCause(
                        it.programme(),
                        it.commune(),
                        it.provisions(),
                        law.provisions(it.programme(), it.provisions()),
                        it.right(),
                        it.number(),
                        it.monthly(),
                        it.unverified()))
                .toList();
    }

    @Override
    @Transactional
    public long draft(DraftOrder order) {
        var authority = law.mustDecide(order.programme());
        int period = law.periodMonths(order.programme());
        long drafted = 0;
        for (var place : waiting.causes(order)) {
            var says = law.provisions(order.programme(), place.provisions());
            drafted += waiting.draft(order, place, period, authority, says.isEmpty() ? place.provisions() : says);
        }
        return drafted;
    }

    @Override
    @Transactional
    public Optional<DecisionId> draftAdjustment(DecisionId decision, long amount, LocalDate from, String because) {
        return decisions.draftChange("adjust", decision, amount, from, because);
    }

    @Override
    @Transactional
    public Optional<DecisionId> draftStop(DecisionId decision, LocalDate from, String because) {
        return decisions.draftChange("stop", decision, 0, from, because);
    }

    @Override
    @Transactional
    public Optional<DecisionId> draftAnnulment(DecisionId end, String because) {
        return decisions.draftReopening(end, true, because);
    }

    @Override
    @Transactional
    public Optional<DecisionId> draftReopening(DecisionId end, String because) {
        return decisions.draftReopening(end, false, because);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CauseToSign> toSign() {
        return decisions.toSign();
    }

    @Override
    @Transactional(readOnly = true)
    public List<DecisionId> draftsOf(String programme, Optional<String> communeCode, String causeKey) {
        return decisions.draftsOf(programme, communeCode, causeKey);
    }

    @Override
    @Transactional
    public Signing sign(List<DecisionId> drafts) {
        var signing = decisions.sign(drafts);
        facts.state(decisions.stated(signing.signed()), "decision");
        return signing;
    }

    @Override
    @Transactional
    public int sendBack(List<DecisionId> drafts, String because) {
        return decisions.sendBack(drafts, because);
    }

    @Override
    @Transactional
    public Optional<Decision> open(DecisionId decision) {
        var found = decisions.find(decision);
        found.filter(it -> !it.household()).ifPresent(it -> audit.read(AuditDesk.Reading.OPEN_PERSON, it.subjectId()));
        return found;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Decision> list(DecisionChoice choice, int page, int pageSize) {
        return decisions.list(choice, (page - 1) * pageSize, pageSize);
    }

    @Override
    @Transactional(readOnly = true)
    public long count(DecisionChoice choice) {
        return decisions.count(choice);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> programmesInUse() {
        return decisions.programmesInUse();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Integer, Long> monthly(Collection<Integer> people, YearMonth month) {
        return people.isEmpty() ? Map.of() : decisions.monthly(people, month);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Decision> ofSubject(boolean household, int subjectId) {
        return decisions.ofSubject(household, subjectId);
    }

    @Override
    @Transactional
    public TakenOver takeOver(Optional<OfficerId> broughtBy, Consumer<Consumer<DecisionInForce>> told) {
        arrivals.tell(told, this::authority);
        var became = arrivals.takeOver(broughtBy);
        var taken = became.stream()
                .filter(it -> it.outcome().equals("taken"))
                .map(ArrivalRows.Became::decision)
                .toList();
        facts.state(decisions.stated(taken), "decisions_taken_over");
        return outcome(became);
    }

    @Override
    @Transactional
    public TakenOver wouldTakeOver(Consumer<Consumer<DecisionInForce>> told) {
        arrivals.tell(told, this::authority);
        return outcome(arrivals.judge());
    }

    private String authority(DecisionInForce it) {
        return law.authority(it.programme(), it.paper().signedOn()).orElse("commune_chair");
    }

    private static TakenOver outcome(List<ArrivalRows.Became> became) {
        return new TakenOver(
                lines(became, "taken").size(),
                lines(became, "known"),
                lines(became, "otherwise"),
                lines(became, "elsewhere"));
    }

    private static List<Integer> lines(List<ArrivalRows.Became> became, String outcome) {
        return became.stream()
                .filter(it -> it.outcome().equals(outcome))
                .map(ArrivalRows.Became::line)
                .toList();
    }
}
