package org.ansinh.app.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.province.Recipe;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Before anything else: invented people never come among real ones, nor real work among invented people. */
@Component
@Order(0)
class DemoOrReal implements StartingWork {
    private static final String BEGUN = "begun";

    private final boolean demo;
    private final DemoRecipe recipe;
    private final DemoSteps steps;
    private final TransactionTemplate transaction;

    DemoOrReal(
            @Value("${ansinh.demo:false}") boolean demo,
            DemoRecipe recipe,
            DemoSteps steps,
            PlatformTransactionManager transactions) {
        this.demo = demo;
        this.recipe = recipe;
        this.steps = steps;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(Progress progress) {
        transaction.executeWithoutResult(status -> {
            Optional<String> begun = steps.says(BEGUN);
            if (demo) {
                begin(begun);
            } else if (begun.isPresent()) {
                throw new HouseTrouble("data.is_demo", recipe.folder());
            }
        });
    }

    private void begin(Optional<String> begun) {
        if (begun.isEmpty() && steps.anyOfficer()) {
            throw new HouseTrouble("data.is_real", recipe.folder());
        }
        Recipe first = begun.map(DemoOrReal::read).orElseGet(recipe::asked);
        recipe.goOnWith(first);
        if (begun.isEmpty()) {
            steps.done(BEGUN, "%d %d %s".formatted(first.people(), first.seed(), first.today()));
        }
    }

    private static Recipe read(String says) {
        String[] parts = says.split(" ");
        return new Recipe(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), LocalDate.parse(parts[2]));
    }
}
