package org.ansinh.province;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;

/** The steps from shapes to registered households of one commune, in their order. */
final class Workshop {

    private final LocalDate today;
    private final Commune commune;
    private final List<DraftHousehold> stories;
    private final AgeLadder ladder;
    private final Housing housing;
    private final Naming naming;
    private final PastLives past;
    private final Fortunes fortunes;
    private final PersonFacts personFacts;
    private final Registers registers;
    private final Electricity electricity;

    Workshop(Province.Ground ground, Commune commune, int target) {
        var recipe = ground.recipe();
        today = recipe.today();
        this.commune = commune;
        var atlas = ground.atlas();
        long before = atlas.peopleBefore(commune);
        ladder = new AgeLadder(commune.shares().ages(), today, new Dice(recipe.seed(), commune.number(), 0));
        housing = new Housing(commune, ground.villages(), target);
        var numbers = new NumberIssuer(before, commune.population(), atlas.population());
        stories = new StoryBook(commune, recipe, ground.villages(), numbers).households();
        naming = new Naming(commune, atlas, ground.names(), numbers, today);
        past = new PastLives(atlas, commune, recipe);
        fortunes = new Fortunes(today, commune.isWard());
        personFacts = new PersonFacts(today, commune.isWard());
        var papers = new Papers(commune, today);
        var onTheMap = new HashMap<String, Village>();
        ground.villages().stream()
                .filter(it -> it.commune().equals(commune.code()))
                .forEach(it -> onTheMap.put(it.code(), it));
        registers = new Registers(today, onTheMap, papers, ground.rates());
        electricity = new Electricity(today, commune, papers, ground.rates());
    }

    Housing housing() {
        return housing;
    }

    /** The planted stories of this commune. */
    List<DraftHousehold> stories() {
        return stories;
    }

    void finish(List<DraftHousehold> households, int first, Dice dice) {
        var block = new Block(today, households);
        block.age(ladder);
        block.split(dice);
        int sequence = first;
        for (var household : households) {
            past.remember(household, dice);
            past.addFormerMembers(household, dice);
            naming.name(household, dice);
            fortunes.cast(household, dice);
            Registration.giveKeys(household, commune, ++sequence);
        }
        naming.plantTriple(households);
        new Review(commune.shares().poverty(), today).hold(households, dice);
        for (var household : households) {
            personFacts.write(household, dice);
            registers.fill(household, dice);
            electricity.connect(household, dice);
        }
    }
}
