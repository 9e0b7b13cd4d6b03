package org.ansinh.province;

import java.util.List;

/** The steps from shapes to registered households of one commune, in their order. */
record Workshop(Recipe recipe, Commune commune, Housing housing, AgeLadder ladder, Naming naming, PastLives past) {

    void finish(List<DraftHousehold> households, int first, Dice dice) {
        var block = new Block(recipe.today(), households);
        block.age(ladder);
        block.split(dice);
        int sequence = first;
        for (var household : households) {
            past.remember(household, dice);
            past.addFormerMembers(household, dice);
            naming.name(household, dice);
            Registration.giveKeys(household, commune, ++sequence);
        }
        naming.plantTriple(households);
    }
}
