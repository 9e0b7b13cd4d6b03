package org.ansinh.rules.determination;

import org.jspecify.annotations.Nullable;

/** What a session remembers of one subject, whichever programme asks. */
final class Mind {

    private static final @Nullable ProgrammeRun[] NONE = {};

    private final CompiledLaw law;
    private final boolean keepsEarlier;
    private final Memory values;
    private @Nullable ProgrammeRun[] runs = NONE;
    private @Nullable Memory told;
    private int place;

    /** {@code isKept} where it is remembered as long as the session; then it has runs of its own. */
    Mind(CompiledLaw law, int place, boolean isKept) {
        this.law = law;
        this.place = place;
        this.keepsEarlier = isKept;
        this.values = new Memory(law.shared(), isKept);
    }

    /** The values of {@link SharedForms}. */
    Memory values() {
        return values;
    }

    /** The same with what decided them, where somebody asks for reasons. */
    Memory told() {
        var known = told;
        if (known == null) {
            known = new Memory(law.shared(), keepsEarlier);
            told = known;
        }
        return known;
    }

    ProgrammeRun run(int programme, Session session, int place) {
        if (runs.length == 0) {
            runs = new @Nullable ProgrammeRun[law.programmes().size()];
        }
        var run = runs[programme];
        if (run == null) {
            run = new ProgrammeRun(session, law.programmes().get(programme), place);
            runs[programme] = run;
        }
        return run;
    }

    boolean isOf(int asked) {
        return place == asked;
    }

    /** Forgets everything, to remember of somebody else. */
    void turnTo(int another) {
        place = another;
        values.forget();
        told = null;
    }
}
