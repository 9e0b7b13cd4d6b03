package org.ansinh.rules.determination;

import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.language.Form;

/** The values of forms that read nobody's facts (figures, the day, and what is made of them): the same for everybody. */
public final class CommonValues {

    private final CompiledLaw law;
    private final Session nobody;

    CommonValues(CompiledLaw law) {
        this.law = law;
        this.nobody = new Session(law, FactBook.of(law.pack()).build(), Session.Keeping.THE_LAST);
    }

    public static boolean isCommon(Form form) {
        return Forms.all(form).stream()
                .noneMatch(it -> it instanceof Form.Fact
                        || it instanceof Form.Quantified
                        || it instanceof Form.Outcome
                        || it instanceof Form.Decided
                        || it instanceof Form.Level);
    }

    public OverDays of(Form form) {
        return new OverDays(new Steps(law, fact -> -1, SharedForms.none()).of(form), nobody);
    }

    /** The same programmes looked at one by one, in a book of facts. */
    public Looks looks(FactBook book) {
        return new Looks(law, book);
    }

    /** One such form, ready to be asked about any day. */
    public static final class OverDays {

        private final Step step;
        private final Session nobody;

        private OverDays(Step step, Session nobody) {
            this.step = step;
            this.nobody = nobody;
        }

        /** The value, or {@link Form#UNKNOWN} where the law names none. */
        public long on(int day) {
            return step.on(scene(day));
        }

        /** The last day on which the value is still the same. */
        public int until(int day) {
            var scene = scene(day);
            var _ = step.on(scene);
            return scene.until();
        }

        private Scene scene(int day) {
            var scene = new Scene(nobody, 1);
            scene.set(true, Scene.NOBODY, day);
            return scene;
        }
    }
}
