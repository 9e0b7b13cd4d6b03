package org.ansinh.province;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A synthetic Cao Bằng: 56 communes, 1,462 villages with invented names, and people who do not exist but have the shares of the real
 * ones. Communes are independent of each other, so they may be made in parallel; the order within each is fixed.
 */
public final class Province {

    /** What every commune is made from. */
    record Ground(Recipe recipe, Atlas atlas, Names names, List<Village> villages, RatesOrdered rates) {}

    private static final int MADE_AHEAD = 2;

    private final Recipe recipe;
    private final Atlas atlas;
    private final Ground ground;

    private Province(Recipe recipe) {
        this.recipe = recipe;
        this.atlas = Atlas.read();
        this.ground = new Ground(recipe, atlas, new Names(), new VillageMap(atlas).draw(), RatesOrdered.read());
    }

    public static Province of(Recipe recipe) {
        return new Province(recipe);
    }

    public Recipe recipe() {
        return recipe;
    }

    public List<Village> villages() {
        return ground.villages();
    }

    /** The codes of the communes of 2025, in the order of {@link #households()}. */
    public List<String> communes() {
        return atlas.communes().stream().map(Commune::code).toList();
    }

    /** Every household, commune after commune; holds a few hundred of them at a time. */
    public Stream<GeneratedHousehold> households() {
        return atlas.communes().stream().flatMap(it -> householdsOf(it.code()));
    }

    public Stream<GeneratedHousehold> householdsOf(String commune) {
        var walk = walk(atlas.commune(commune));
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Where the households of {@link #householdsOf} stand, in their order; takes a small part of the time that their people take. */
    public List<HouseholdPlace> placesOf(String commune) {
        return walk(atlas.commune(commune)).places();
    }

    /** Every household in the order of {@link #households()}, one at a time; the next communes are made meanwhile. */
    public void visit(Consumer<GeneratedHousehold> visitor) {
        try (var pool = Executors.newFixedThreadPool(MADE_AHEAD)) {
            var ahead = new ArrayDeque<Future<List<GeneratedHousehold>>>();
            for (var commune : communes()) {
                ahead.add(pool.submit(() -> householdsOf(commune).toList()));
                if (ahead.size() > MADE_AHEAD) {
                    made(ahead.remove()).forEach(visitor);
                }
            }
            ahead.forEach(it -> made(it).forEach(visitor));
        }
    }

    private static List<GeneratedHousehold> made(Future<List<GeneratedHousehold>> commune) {
        try {
            return commune.get();
        } catch (ExecutionException trouble) {
            throw new IllegalStateException(
                    "A commune of the invented province could not be made.", trouble.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The making of the invented province was stopped.", stopped);
        }
    }

    private CommuneWalk walk(Commune commune) {
        long before = atlas.peopleBefore(commune);
        int target = (int) Math.max(1, shareUpTo(before + commune.population()) - shareUpTo(before));
        return new CommuneWalk(recipe, commune, target, new Workshop(ground, commune, target));
    }

    private long shareUpTo(long people) {
        return (people * recipe.people() + atlas.population() / 2) / atlas.population();
    }
}
