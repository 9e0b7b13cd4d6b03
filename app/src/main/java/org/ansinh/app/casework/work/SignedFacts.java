package org.ansinh.app.casework.work;

import java.util.List;
import org.ansinh.app.casework.store.DecisionRows.Stated;
import org.ansinh.app.determination.OwedDesk;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Component;

/** A signed decision is itself a fact: which programme, signed on which day, in force for which days; and it owes. */
@Component
class SignedFacts {

    private final LoadDesk registry;
    private final OwedDesk owed;

    SignedFacts(LoadDesk registry, OwedDesk owed) {
        this.registry = registry;
        this.owed = owed;
    }

    /** Joins the transaction of the signature: either both stand or neither. */
    void state(List<Stated> decisions, String act) {
        if (decisions.isEmpty()) {
            return;
        }
        var result = registry.load(load -> {
            int paper = load.paper(Paper.of(act));
            int line = 0;
            for (var decision : decisions) {
                line++;
                state(load, paper, line, decision);
            }
        });
        if (!result.refusals().isEmpty()) {
            throw new IllegalStateException(
                    "The registry refused %d of %d decisions, so none was signed: %s. Open the files named, correct them and sign again."
                            .formatted(
                                    result.refusals().size(),
                                    decisions.size(),
                                    result.refusals().getFirst()));
        }
        askWhatIsOwed(decisions);
    }

    /** What the decisions owe is worked out as soon as they stand, so that payments show it. */
    private void askWhatIsOwed(List<Stated> decisions) {
        owed.ask(decisions.stream().map(Stated::commune).distinct().toList());
    }

    private static void state(RegisterLoad load, int paper, int line, Stated decision) {
        var subject =
                decision.household() ? load.knownHousehold(decision.subject()) : load.knownPerson(decision.subject());
        var fact = decision.household() ? "household.decision" : "person.decision";
        var days = DateRange.startingOn(decision.from());
        if (decision.isStop()) {
            load.retract(paper, line, subject, fact, decision.programme(), days, decision.number());
        } else {
            var value = FactValue.day(decision.signedOn());
            load.fact(paper, line, subject, fact, decision.programme(), days, value, decision.number());
        }
    }
}
