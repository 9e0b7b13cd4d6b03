package org.ansinh.rules.determination;

import org.ansinh.rules.language.Who;

/** Whether a signed decision of a programme is in force today, or has ever begun. */
record DecidedStep(int programme, Who of, boolean ever) implements Step {

    @Override
    public long on(Scene scene) {
        int place = scene.place(of);
        return place != Scene.NOBODY && holds(scene, place) ? 1 : 0;
    }

    private boolean holds(Scene scene, int place) {
        var book = scene.book();
        boolean holds = false;
        int end = book.decisionEnd(of.kind(), place, programme);
        for (int i = book.decisionBegin(of.kind(), place, programme); i < end; i++) {
            int from = book.decisionFrom(of.kind(), i);
            int to = ever ? org.ansinh.rules.facts.FactBook.FOREVER : book.decisionTo(of.kind(), i);
            if (scene.day() < from) {
                scene.holdsUntil(from - 1);
            } else if (scene.day() <= to) {
                scene.holdsUntil(to);
                holds = true;
            }
        }
        return holds;
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        // Whether something was signed is always known.
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        long value = on(scene);
        int place = scene.place(of);
        if (place != Scene.NOBODY) {
            var law = scene.session().law().programmes().get(programme).programme();
            telling.add(new Reason.OfOutcome(law.id(), scene.another(of), law.label(), Answer.of(value), true));
        }
        return value;
    }
}
