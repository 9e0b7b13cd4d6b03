package org.ansinh.rules.determination;

import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;

/** The days of a person's life: nothing is due before the first or after the last. */
record Life(Optional<FactDefinition> born, Optional<FactDefinition> died) {

    static Life of(LawPack pack) {
        var life = pack.header().life();
        return new Life(
                life.flatMap(it -> pack.dictionary().fact(it.born())),
                life.flatMap(it -> pack.dictionary().fact(it.died())));
    }

    /** Whether somebody was born on a day at the latest; also where nobody knows. */
    boolean isBornBy(FactBook book, int person, int day) {
        if (born.isPresent()) {
            for (int i = book.factBegin(born.get(), person); i < book.factEnd(born.get(), person); i++) {
                if (book.valueAt(born.get(), i) > day) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean isAlive(Scene scene, int person) {
        if (born.isPresent()) {
            int entry = scene.entry(born.get(), person);
            if (entry >= 0 && scene.book().valueAt(born.get(), entry) > scene.day()) {
                scene.holdsUntil((int) scene.book().valueAt(born.get(), entry) - 1);
                return false;
            }
        }
        if (died.isPresent()) {
            int entry = scene.entry(died.get(), person);
            if (entry >= 0) {
                int last = (int) scene.book().valueAt(died.get(), entry);
                if (scene.day() > last) {
                    return false;
                }
                scene.holdsUntil(last);
            }
        }
        return true;
    }
}
