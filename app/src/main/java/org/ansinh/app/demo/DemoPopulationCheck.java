package org.ansinh.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.PopulationCheckDesk.Line;
import org.ansinh.app.registry.PopulationCheckDesk.Made;
import org.ansinh.app.registry.PopulationCheckDesk.Order;
import org.ansinh.app.registry.PopulationCheckDesk.Outcome;
import org.ansinh.app.registry.PopulationCheckDesk.Ready;
import org.ansinh.app.registry.PopulationCheckDesk.Theirs;
import org.ansinh.app.registry.PopulationCheckDesk.Word;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A household of Lý Bôn was asked about, and the list came back in part: some agree, one was born on another day, one is told to be dead, one was not answered. */
@Component
@org.springframework.core.annotation.Order(140)
@ConditionalOnProperty("ansinh.demo")
class DemoPopulationCheck implements StartingWork {

    private static final String STEP = "population check";
    private static final String COMMUNE = "01294";

    private final DemoRecipe recipe;
    private final DemoSteps steps;
    private final PopulationCheckDesk desk;
    private final TransactionTemplate transaction;

    DemoPopulationCheck(
            DemoRecipe recipe, DemoSteps steps, PopulationCheckDesk desk, PlatformTransactionManager transactions) {
        this.recipe = recipe;
        this.steps = steps;
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(Progress progress) {
        Acting.run(
                Actor.WORKER,
                () -> transaction.executeWithoutResult(status -> {
                    if (!steps.isDone(STEP)) {
                        steps.done(STEP, plant() + " people");
                    }
                }));
    }

    private int plant() {
        var people = steps.household(COMMUNE);
        var order = new Order(
                COMMUNE, "household", Optional.empty(), "Xác minh nhân khẩu trước khi chi trả (dữ liệu minh hoạ)");
        if (!people.isEmpty() && desk.make(order, people, "demo population check") instanceof Made.Done(int list)) {
            var lines = desk.lines(list, Optional.empty());
            desk.take(list, "demo", "doi-chieu-dan-cu-DC-%d.xlsx".formatted(list), answers(lines, people));
        }
        return people.size();
    }

    /** Of the oldest it is told that they died, the second was born on another day, nobody answered for the youngest. */
    private List<Ready> answers(List<Line> lines, List<Integer> oldestFirst) {
        var answers = new ArrayList<Ready>();
        for (var line : lines) {
            int at = oldestFirst.indexOf(line.personId());
            if (at < oldestFirst.size() - 1) {
                var word = switch (at) {
                    case 0 -> dead();
                    case 1 -> bornElsewhen(line);
                    default -> said(Outcome.AGREES, Theirs.AS_SENT, Optional.empty());
                };
                answers.add(new Ready(line.line(), line, word, false));
            }
        }
        return answers;
    }

    private static Word bornElsewhen(Line line) {
        var day = line.sent().born().plusDays(10);
        return said(
                Outcome.DIFFERS,
                new Theirs(
                        Optional.empty(),
                        Optional.of(day),
                        Optional.of("day"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty());
    }

    private Word dead() {
        return said(Outcome.DEAD, Theirs.AS_SENT, Optional.of(recipe.today().minusDays(12)));
    }

    private static Word said(Outcome outcome, Theirs theirs, Optional<LocalDate> diedOn) {
        return new Word(outcome, theirs, diedOn, Optional.empty(), "");
    }
}
