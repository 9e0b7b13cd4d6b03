package org.ansinh.rules.determination;

import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Who;

/** The money per month that another programme gives somebody by its own conditions. */
record LevelStep(int programme, Who of) implements Step {

    @Override
    public long on(Scene scene) {
        int place = scene.place(of);
        if (place == Scene.NOBODY) {
            return 0;
        }
        var run = scene.session().run(programme, place);
        run.evaluate(place, scene.day());
        scene.holdsUntil(run.until());
        return switch (run.answer()) {
            case MET -> run.floor();
            case NOT_MET -> 0;
            case UNDETERMINED -> Form.UNKNOWN;
        };
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
            var answer = Answer.of(value == Form.UNKNOWN || value == 0 ? value : 1);
            telling.add(new Reason.OfOutcome(law.id(), scene.another(of), law.label(), answer, false));
        }
        return value;
    }
}
