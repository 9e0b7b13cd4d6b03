package org.ansinh.rules.determination;

import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Who;

/** What another programme answers for somebody by its own conditions, with or without a decision. */
record OutcomeStep(int programme, Who of, boolean decided) implements Step {

    @Override
    public long on(Scene scene) {
        int place = scene.place(of);
        if (place == Scene.NOBODY) {
            return 0;
        }
        if (decided && !covered(scene, place)) {
            return 0;
        }
        var run = scene.session().run(programme, place);
        run.evaluate(place, scene.day());
        scene.holdsUntil(run.until());
        return switch (run.ownAnswer()) {
            case MET -> 1;
            case NOT_MET -> 0;
            case UNDETERMINED -> Form.UNKNOWN;
        };
    }

    private boolean covered(Scene scene, int place) {
        if (scene.session().isAsIfDecided()) {
            return true;
        }
        var book = scene.book();
        int day = scene.day();
        boolean covered = false;
        for (int i = book.decisionBegin(of.kind(), place, programme);
                i < book.decisionEnd(of.kind(), place, programme);
                i++) {
            int from = book.decisionFrom(of.kind(), i);
            int to = book.decisionTo(of.kind(), i);
            if (day < from) {
                scene.holdsUntil(from - 1);
            } else if (day <= to) {
                scene.holdsUntil(to);
                covered = true;
            }
        }
        return covered;
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        int place = scene.place(of);
        var run = scene.session().run(programme, place);
        run.evaluate(place, scene.day());
        facts[0] |= run.missing();
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        long value = on(scene);
        int place = scene.place(of);
        if (place != Scene.NOBODY) {
            var law = scene.session().law().programmes().get(programme).programme();
            telling.add(new Reason.OfOutcome(law.id(), scene.another(of), law.label(), Answer.of(value), decided));
        }
        return value;
    }
}
