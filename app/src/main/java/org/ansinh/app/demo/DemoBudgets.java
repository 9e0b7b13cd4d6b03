package org.ansinh.app.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.app.ledger.BudgetDesk;
import org.ansinh.app.ledger.BudgetDesk.AllottedLine;
import org.ansinh.app.ledger.BudgetDesk.NewAllotment;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is left of the year's budget when the house is opened: enough for the months to come in most communes, and one month too little in one of ten, so that a
 * warning is to be seen.
 */
@Component
@Order(130)
@ConditionalOnProperty("ansinh.demo")
class DemoBudgets implements StartingWork {

    private static final String STEP = "budgets";
    private static final int ONE_OF = 10;
    private static final int DECEMBER = 12;

    private final DemoRecipe recipe;
    private final DemoSteps steps;
    private final BudgetDesk budgets;
    private final TransactionTemplate transaction;

    DemoBudgets(DemoRecipe recipe, DemoSteps steps, BudgetDesk budgets, PlatformTransactionManager transactions) {
        this.recipe = recipe;
        this.steps = steps;
        this.budgets = budgets;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(Progress progress) {
        Acting.run(Actor.WORKER, () -> {
            if (Objects.requireNonNull(transaction.execute(status -> steps.isDone(STEP)))) {
                return;
            }
            var today = recipe.today();
            var lines = Objects.requireNonNull(transaction.execute(status -> lines(today)));
            if (!lines.isEmpty()) {
                budgets.allot("demo budgets", decision(today, lines)).ifPresent(rule -> {
                    throw new IllegalStateException("The demonstration's budget was refused: " + rule.name());
                });
            }
            transaction.executeWithoutResult(status -> steps.done(STEP, lines.size() + " budgets"));
        });
    }

    private static NewAllotment decision(LocalDate today, List<AllottedLine> lines) {
        return new NewAllotment(
                today.getYear(),
                "province",
                "01/QĐ-MH",
                today.withDayOfMonth(1),
                "UBND tỉnh (minh hoạ)",
                "Người ký minh hoạ",
                lines);
    }

    /** By what signed decisions give a month. */
    private List<AllottedLine> lines(LocalDate today) {
        var months = DECEMBER - today.getMonthValue();
        var monthly = steps.monthlyByDecisions();
        return IntStream.range(0, monthly.size())
                .mapToObj(i -> {
                    var it = monthly.get(i);
                    int enough = Math.max(1, months + (i % ONE_OF == 0 ? 0 : 2));
                    return new AllottedLine(it.programme(), it.commune(), Math.multiplyExact(it.amount(), enough));
                })
                .toList();
    }
}
