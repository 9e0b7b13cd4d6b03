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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A list for the population database of Lý Bôn that came back in part: most agree, one was born on another day, one is told to be dead, one was not answered. */
@Component
@org.springframework.core.annotation.Order(140)
@ConditionalOnProperty("ansinh.demo")
class DemoPopulationCheck implements StartingWork {

    private static final String STEP = "population check";
    private static final String COMMUNE = "01294";
    private static final int PEOPLE = 6;

    private final DemoRecipe recipe;
    private final DemoSteps steps;
    private final PopulationCheckDesk desk;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DemoPopulationCheck(
            DemoRecipe recipe,
            DemoSteps steps,
            PopulationCheckDesk desk,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.recipe = recipe;
        this.steps = steps;
        this.desk = desk;
        this.jdbc = jdbc;
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
        var people = elders();
        if (people.size() < PEOPLE) {
            return 0;
        }
        var order = new Order(
                COMMUNE,
                "payees",
                Optional.of("social_pension"),
                "Rà soát người hưởng trước danh sách chi trả (dữ liệu minh hoạ)");
        if (desk.make(order, people, "demo population check") instanceof Made.Done(int list)) {
            var lines = desk.lines(list, Optional.empty());
            desk.take(list, "demo", "doi-chieu-dan-cu-DC-%d.xlsx".formatted(list), answers(lines));
        }
        return people.size();
    }

    /** Living people of the commune whose social pension is decided. */
    private List<Integer> elders() {
        return jdbc.sql("""
                        select p.person_id from registry.face_person p
                          join casework.face_decision d on d.subject_kind = 'p' and d.subject_id = p.person_id and d.programme = 'social_pension' and d.state = 'signed'
                         where p.commune_code = :commune and p.died_on is null and p.born_precision = 'day' group by 1 order by 1 limit :people""")
                .param("commune", COMMUNE)
                .param("people", PEOPLE)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    private List<Ready> answers(List<Line> lines) {
        var answers = new ArrayList<Ready>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            var word = i == 0
                    ? bornElsewhen(lines.get(i))
                    : i == 1 ? dead() : said(Outcome.AGREES, Theirs.AS_SENT, Optional.empty());
            answers.add(new Ready(i + 1, lines.get(i), word, false));
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
