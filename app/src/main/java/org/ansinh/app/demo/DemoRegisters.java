package org.ansinh.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.DecisionInForce;
import org.ansinh.app.casework.DecisionInForce.SignedPaper;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.app.payments.PaymentDesk;
import org.ansinh.app.payments.PaymentDesk.PayeeLine;
import org.ansinh.app.territory.Commune;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.postgres.Sentences;
import org.ansinh.province.GeneratedDecision;
import org.ansinh.province.GeneratedHousehold;
import org.ansinh.province.Province;
import org.ansinh.timeline.DateRange;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The offices' registers at the cut-over: decisions in force with their papers, and who is paid for whom. */
@Component
@Order(110)
@ConditionalOnProperty("ansinh.demo")
class DemoRegisters implements StartingWork {

    private static final String STEP = "decisions";

    private final DemoRecipe recipe;
    private final DemoSteps steps;
    private final CaseDesk casework;
    private final PaymentDesk payments;
    private final TerritoryDesk territory;
    private final TransactionTemplate transaction;

    DemoRegisters(
            DemoRecipe recipe,
            DemoSteps steps,
            CaseDesk casework,
            PaymentDesk payments,
            TerritoryDesk territory,
            PlatformTransactionManager transactions) {
        this.recipe = recipe;
        this.steps = steps;
        this.casework = casework;
        this.payments = payments;
        this.territory = territory;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(Progress progress) {
        Acting.run(
                Actor.WORKER,
                () -> transaction.executeWithoutResult(status -> {
                    if (!steps.isDone(STEP)) {
                        progress.begin(Sentences.label("start.decisions"), 0);
                        takeOver(Province.of(recipe.recipe()));
                    }
                }));
    }

    private void takeOver(Province province) {
        var people = steps.numbers("p");
        var households = steps.numbers("h");
        var payees = new ArrayList<PayeeLine>();
        var taken = casework.takeOver(
                Optional.empty(),
                into -> province.visit(it -> {
                    var household = households.get(it.place().code());
                    if (household != null) {
                        it.decisions().forEach(decision -> {
                            tell(decision, true, household, it, into);
                            payee(decision, true, household, people, payees);
                        });
                    }
                    for (var person : it.people()) {
                        var number = Objects.requireNonNull(people.get(Long.toString(person.key())));
                        person.decisions().forEach(decision -> {
                            tell(decision, false, number, it, into);
                            payee(decision, false, number, people, payees);
                        });
                    }
                }));
        payments.takeOver(Optional.empty(), payees);
        steps.done(STEP, taken.taken() + " decisions");
    }

    /** What has ended is history of the facts; the book of decisions begins with what is in force. */
    private void tell(
            GeneratedDecision it,
            boolean household,
            int subject,
            GeneratedHousehold home,
            Consumer<DecisionInForce> into) {
        if (it.inForce().to().isBefore(recipe.recipe().today())) {
            return;
        }
        var quarterly = it.programme().equals("electricity");
        into.accept(new DecisionInForce(
                household,
                subject,
                it.programme(),
                new SignedPaper(
                        it.paper().number(),
                        it.paper().signedOn(),
                        office(home, it.paper().signedOn()),
                        it.paper().signerTitle(),
                        ""),
                it.inForce().from(),
                quarterly ? it.amount() / 3 : it.amount(),
                quarterly ? 3 : 1,
                household ? "household_head" : "beneficiary"));
    }

    /** Before July 2025 the district decided. */
    private String office(GeneratedHousehold home, LocalDate day) {
        var place = home.place();
        return territory
                .commune(place.formerCommune(), day)
                .flatMap(Commune::district)
                .or(() -> territory.commune(place.commune(), day).map(Commune::fullName))
                .map(it -> "UBND " + it)
                .orElse("UBND " + place.commune());
    }

    private void payee(
            GeneratedDecision it, boolean household, int subject, Map<String, Integer> people, List<PayeeLine> payees) {
        var payee = people.get(Long.toString(it.payTo().payee()));
        if (payee != null && !it.inForce().to().isBefore(recipe.recipe().today())) {
            payees.add(new PayeeLine(
                    it.programme(),
                    household,
                    subject,
                    payee,
                    it.payTo().channel().id(),
                    it.payTo().bank(),
                    it.payTo().account(),
                    it.payTo().holder(),
                    DateRange.startingOn(it.inForce().from()),
                    it.paper().number()));
        }
    }
}
