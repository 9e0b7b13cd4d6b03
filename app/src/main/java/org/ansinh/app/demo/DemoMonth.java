package org.ansinh.app.demo;

import java.time.YearMonth;
import java.util.Objects;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.postgres.Sentences;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The determination of the house month. It comes after the decisions were taken over: what decisions owe is worked out as soon as a month is determined, and would
 * be worked out twice, beside the taking over.
 */
@Component
@Order(120)
@ConditionalOnProperty("ansinh.demo")
class DemoMonth implements StartingWork {

    private final DemoRecipe recipe;
    private final DemoSteps steps;
    private final DeterminationDesk determination;
    private final TransactionTemplate transaction;

    DemoMonth(
            DemoRecipe recipe,
            DemoSteps steps,
            DeterminationDesk determination,
            PlatformTransactionManager transactions) {
        this.recipe = recipe;
        this.steps = steps;
        this.determination = determination;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(Progress progress) {
        var month = YearMonth.from(recipe.today());
        var step = "determined " + month;
        if (inOne(() -> steps.isDone(step))) {
            return;
        }
        progress.begin(Sentences.label("start.month", "%d/%d".formatted(month.getMonthValue(), month.getYear())), 0);
        var summary = determination.determineMonth(month, (done, of) -> progress.advance(1));
        new DemoFigures(recipe.folder()).seconds("determine a month", summary.took());
        inOne(() -> {
            steps.done(step, summary.people() + " people");
            return step;
        });
    }

    private <T> T inOne(Supplier<T> work) {
        return Acting.as(Actor.WORKER, () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
