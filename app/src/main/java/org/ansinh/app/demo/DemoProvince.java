package org.ansinh.app.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.postgres.Sentences;
import org.ansinh.province.GeneratedPerson;
import org.ansinh.province.Province;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Villages and people: done once, taken up again if a start was broken off. */
@Component
@Order(100)
@ConditionalOnProperty("ansinh.demo")
class DemoProvince implements StartingWork {

    private static final Logger LOG = LoggerFactory.getLogger(DemoProvince.class);

    private final DemoRecipe recipe;
    private final DemoSteps steps;
    private final TerritoryDesk territory;
    private final LoadDesk registry;
    private final PlatformTransactionManager transactions;

    DemoProvince(
            DemoRecipe recipe,
            DemoSteps steps,
            TerritoryDesk territory,
            LoadDesk registry,
            PlatformTransactionManager transactions) {
        this.recipe = recipe;
        this.steps = steps;
        this.territory = territory;
        this.registry = registry;
        this.transactions = transactions;
    }

    @Override
    public void run(Progress progress) {
        var province = Province.of(recipe.recipe());
        if (isOpen("people")) {
            var started = System.nanoTime();
            var loaded = load(province, progress);
            var took = Duration.ofNanos(System.nanoTime() - started);
            var rows = loaded.added().identities()
                    + loaded.added().memberships()
                    + loaded.added().relations()
                    + loaded.added().facts();
            new DemoFigures(recipe.folder()).rate("load, empty register", rows, took, "rows/s");
            loaded.refusals().stream().limit(20).forEach(it -> LOG.warn("Refused: {}", it));
            LOG.info(
                    "Loaded {} in {}, refused {}",
                    loaded.added(),
                    took,
                    loaded.refusals().size());
        }
    }

    private LoadResult load(Province province, Progress progress) {
        progress.begin(Sentences.label("start.villages"), 0);
        var villages = inOne(() -> territory.addVillages(
                province.villages().stream().map(DemoVillages::village).toList()));
        progress.begin(Sentences.label("start.people"), province.recipe().people());
        var papers = new DemoPapers(province.recipe().today());
        var parts = DemoParts.of(province);
        var heardLater = new ConcurrentHashMap<String, List<GeneratedPerson>>();
        var households = stage("households ", parts, villages, papers, ProvinceRows::households);
        var people = stage("people ", parts, villages, papers, rows -> rows.people(progress, heardLater));
        var deaths = List.of(new LoadDesk.Part(
                "deaths",
                load -> new ProvinceRows(province, province.communes(), villages, papers, load)
                        .deathsHeardLater(heardLater),
                true));
        var result = registry.fill(new LoadDesk.Filling("demo", papers.all(), List.of(households, people, deaths)));
        mark("people", result.added().people() + " people");
        return result;
    }

    private List<LoadDesk.Part> stage(
            String name,
            List<DemoParts> parts,
            Map<String, Integer> villages,
            DemoPapers papers,
            Consumer<ProvinceRows> rows) {
        var province = Province.of(recipe.recipe());
        return parts.stream()
                .map(it -> new LoadDesk.Part(
                        name + it.name(),
                        load -> rows.accept(new ProvinceRows(province, it.communes(), villages, papers, load))))
                .toList();
    }

    private boolean isOpen(String step) {
        return !inOne(() -> steps.isDone(step));
    }

    private void mark(String step, String says) {
        inOne(() -> {
            steps.done(step, says);
            return says;
        });
    }

    private <T> T inOne(Supplier<T> work) {
        return Acting.as(
                Actor.WORKER,
                () -> java.util.Objects.requireNonNull(
                        new TransactionTemplate(transactions).execute(status -> work.get())));
    }

    /** Villages of the generator as the territory takes them. */
    static final class DemoVillages {

        private DemoVillages() {}

        static TerritoryDesk.NewVillage village(org.ansinh.province.Village it) {
            var since2025 = LocalDate.of(2025, 7, 1);
            return new TerritoryDesk.NewVillage(
                    it.code(),
                    it.name(),
                    it.isInvented(),
                    org.ansinh.timeline.Timeline.of(List.of(
                            new org.ansinh.timeline.Timeline.Span<>(
                                    new org.ansinh.timeline.DateRange(LocalDate.of(1900, 1, 1), since2025.minusDays(1)),
                                    it.formerCommune()),
                            new org.ansinh.timeline.Timeline.Span<>(
                                    org.ansinh.timeline.DateRange.startingOn(since2025), it.commune()))),
                    it.standing().region().spans().stream()
                            .map(span -> new TerritoryDesk.Status(
                                    span.days(),
                                    span.value().id(),
                                    span.value().certainty().id()))
                            .toList(),
                    it.standing().difficulty().spans().stream()
                            .map(span -> new TerritoryDesk.Status(
                                    span.days(),
                                    Boolean.toString(span.value().extreme()),
                                    span.value().certainty().id()))
                            .toList());
        }
    }
}
