package org.ansinh.rules.determination;

import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Who;
import org.ansinh.rules.pack.FactDefinition;

/**
 * Reads one fact of one subject. {@code unsaid} is how it is told where nobody has said anything of whom the answer is about:
 * the same for everybody.
 */
record FactStep(FactDefinition fact, Who of, int askedPlace, Cited<Reason.LawOfFact> law, Reason.OfFact unsaid)
        implements Step {

    @Override
    public long on(Scene scene) {
        int place = scene.place(of);
        return value(scene, place, scene.entry(fact, place));
    }

    private long value(Scene scene, int place, int entry) {
        var supposed = scene.session().supposed();
        if (supposed != null && supposed.isOf(fact, place)) {
            return supposed.value();
        }
        return entry >= 0 ? scene.book().valueAt(fact, entry) : absent();
    }

    private long absent() {
        return fact.whenAbsent().value().orElse(Form.UNKNOWN);
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        facts[0] |= 1L << askedPlace;
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        int place = scene.place(of);
        int entry = scene.entry(fact, place);
        long value = value(scene, place, entry);
        boolean isUnsaid = entry < 0 && of.variable() == 0 && value == absent();
        telling.add(isUnsaid ? unsaid : scene.session().told().of(this, scene, entry, value));
        return value;
    }
}
