package org.ansinh.rules.determination;

import java.util.List;
import java.util.function.IntPredicate;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Form.Quantifier;
import org.ansinh.rules.language.PersonList;

/** Asks something of everybody in a list. */
record QuantifiedStep(Form.Quantified form, Step body) implements Step {

    @Override
    public long on(Scene scene) {
        long decisive = form.quantifier() == Quantifier.ALL ? 0 : 1;
        boolean adds = form.quantifier() == Quantifier.COUNT || form.quantifier() == Quantifier.SUM;
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

    @Override
    public void used(Scene scene, List<Reason.Used> values) {
        long whole = on(scene);
        each(scene, person -> {
            long value = body.on(scene);
            boolean adds = form.quantifier() == Quantifier.COUNT || form.quantifier() == Quantifier.SUM;
            if (adds ? value != 0 : value == whole) {
                body.used(scene, values);
            }
            return true;
        });
    }
}
