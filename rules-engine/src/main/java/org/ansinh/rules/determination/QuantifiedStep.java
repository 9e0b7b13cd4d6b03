package org.ansinh.rules.determination;

import java.util.function.IntPredicate;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Quantifier;
import org.ansinh.rules.language.PersonList;

/** Asks something of everybody in a list. */
record QuantifiedStep(Form.Quantified form, Step body) implements Step {

    @Override
    public long on(Scene scene) {
        long decisive = decisive();
        boolean adds = adds();
        long[] seen = {0, 0, 0};
        each(scene, person -> {
            long value = body.on(scene);
            seen[0] += value == Form.UNKNOWN ? 1 : 0;
            seen[1] += value == Form.UNKNOWN ? 0 : value;
            seen[2] += value == decisive ? 1 : 0;
            return adds || value != decisive;
        });
        if (adds) {
            return seen[0] > 0 ? Form.UNKNOWN : seen[1];
        }
        return seen[2] > 0 ? decisive : seen[0] > 0 ? Form.UNKNOWN : 1 - decisive;
    }

    /** Goes through those in the list today who live, until one says enough. */
    private void each(Scene scene, IntPredicate more) {
        var book = scene.book();
        var link = form.list() instanceof PersonList.Related related ? related.link() : Link.MEMBERS;
        int place = form.list() instanceof PersonList.Related related
                ? scene.person(related.variable())
                : scene.household(((PersonList.Members) form.list()).variable());
        if (place == Scene.NOBODY) {
            return;
        }
        for (int i = book.linkBegin(link, place); i < book.linkEnd(link, place); i++) {
            int day = scene.day();
            if (day < book.linkFrom(link, i)) {
                scene.holdsUntil(book.linkFrom(link, i) - 1);
            } else if (day <= book.linkTo(link, i)) {
                scene.holdsUntil(book.linkTo(link, i));
                int person = book.linkTarget(link, i);
                scene.person(form.variable(), person);
                if (scene.session().law().life().isAlive(scene, person) && !more.test(person)) {
                    return;
                }
            }
        }
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        each(scene, person -> {
            if (body.on(scene) == Form.UNKNOWN) {
                body.missing(scene, facts);
            }
            return true;
        });
    }

    /** Somebody has decided a yes or no who says the same, and a sum who adds to it. */
    @Override
    public long tell(Scene scene, Telling telling) {
        boolean adds = adds();
        long decisive = decisive();
        int begin = telling.mark();
        long[] seen = {adds ? 0 : 1 - decisive, 0};
        each(scene, person -> {
            int mark = telling.mark();
            long value = body.tell(scene, telling);
            if (adds) {
                telling.takeBack(mark, value == 0 ? telling.mark() : mark);
                seen[1] |= value == Form.UNKNOWN ? 1 : 0;
                seen[0] += value == Form.UNKNOWN ? 0 : value;
            } else if (value != seen[0]) {
                boolean changes = value == decisive || seen[0] == 1 - decisive;
                telling.takeBack(changes ? begin : mark, changes ? mark : telling.mark());
                seen[0] = changes ? value : seen[0];
            }
            return true;
        });
        return seen[1] > 0 ? Form.UNKNOWN : seen[0];
    }

    private boolean adds() {
        return form.quantifier() == Quantifier.COUNT || form.quantifier() == Quantifier.SUM;
    }

    private long decisive() {
        return form.quantifier() == Quantifier.ALL ? 0 : 1;
    }
}
