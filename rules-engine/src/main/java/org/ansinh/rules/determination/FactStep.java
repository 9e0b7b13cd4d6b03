package org.ansinh.rules.determination;

import java.util.List;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Who;
import org.ansinh.rules.pack.FactDefinition;

/** Reads one fact of one subject. */
record FactStep(FactDefinition fact, Who of, int askedPlace, Cited<Reason.LawOfFact> law) implements Step {

    @Override
    public long on(Scene scene) {
        int place = scene.place(of);
        var supposed = scene.session().supposed();
        if (supposed != null && supposed.isOf(fact, place)) {
            return supposed.value();
        }
        int entry = scene.entry(fact, place);
        return entry >= 0
                ? scene.book().valueAt(fact, entry)
                : fact.whenAbsent().value().orElse(Form.UNKNOWN);
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        facts[0] |= 1L << askedPlace;
    }

    @Override
    public void used(Scene scene, List<Reason.Used> values) {
        int place = scene.place(of);
        int entry = scene.entry(fact, place);
        var used = scene.session().told().of(this, place, entry, on(scene));
        if (!values.contains(used)) {
            values.add(used);
        }
    }
}
