package org.ansinh.province;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Makes the households of one commune one after the other, a block at a time, and remembers no more than a block. */
final class CommuneWalk implements Iterator<GeneratedHousehold> {

    /** No household is larger. */
    static final int LARGEST = 10;

    private static final int BLOCK = 1_200;

    private final Recipe recipe;
    private final Commune commune;
    private final int target;
    private final Workshop workshop;
    private final ArrayDeque<GeneratedHousehold> ready = new ArrayDeque<>();
    private int made;
    private int sequence;

    /** The target is how many living people the commune has. */
    CommuneWalk(Recipe recipe, Commune commune, int target, Workshop workshop) {
        this.recipe = recipe;
        this.commune = commune;
        this.workshop = workshop;
        int inStories = 0;
        for (var story : workshop.stories()) {
            inStories += story.people.size();
            ready.add(Registration.register(story));
        }
        // A large commune counts its stories among its people; a very small one has them on top.
        this.target = target > 10 * inStories ? target - inStories : target;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && made < target) {
            makeBlock();
        }
        return !ready.isEmpty();
    }

    @Override
    public GeneratedHousehold next() {
        if (!hasNext()) {
            throw new NoSuchElementException("Commune %s has no more households.".formatted(commune.code()));
        }
        return ready.remove();
    }

    private void makeBlock() {
        int first = sequence;
        var dice = dice();
        var households = shape(dice);
        workshop.finish(households, first, dice);
        for (var household : households) {
            ready.add(Registration.register(household));
        }
    }

    /** Where every household of the commune stands, without making its people. */
    List<HouseholdPlace> places() {
        var places = new ArrayList<HouseholdPlace>();
        ready.forEach(it -> places.add(it.place()));
        while (made < target) {
            shape(dice()).forEach(it -> places.add(it.place));
        }
        return places;
    }

    private Dice dice() {
        return new Dice(recipe.seed(), commune.number(), 1, sequence);
    }

    private List<DraftHousehold> shape(Dice dice) {
        var households = new ArrayList<DraftHousehold>();
        int end = Math.min(target, made + BLOCK);
        while (made < end) {
            int size = Math.min(size(dice), target - made);
            var household = new DraftHousehold(Shapes.of(size, dice));
            sequence++;
            household.place = workshop.housing().place(sequence, made, target);
            households.add(household);
            made += size;
        }
        return households;
    }

    private int size(Dice dice) {
        int size = dice.weighted(commune.shares().sizes()) + 1;
        while (size >= 7 && size < LARGEST && dice.percent(33)) {
            size++;
        }
        return size;
    }
}
