package org.ansinh.rules.determination;

import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.CanIgnoreReturnValue;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/** What a session remembers of one subject, whichever programme asks. */
final class Mind {

    private static final @Nullable ProgrammeRun[] NONE = {};

    private final CompiledLaw law;
    private final boolean keepsEarlier;
    private final boolean explains;
    private @Nullable Memory values;
    private final Heard heard;
    private @Nullable ProgrammeRun[] runs = NONE;
    private @Nullable Memory told;
    private int place;

    /** {@code isKept} where it is remembered as long as the session; then it has runs of its own. */
    Mind(CompiledLaw law, int place, boolean isKept, boolean explains) {
        this.law = law;
        this.place = place;
        this.keepsEarlier = isKept;
        this.explains = explains;
        this.heard = new Heard(law.silence());
    }

    /** Hears what a book says of whom it remembers; without that, silence answers nothing. */
    @CanIgnoreReturnValue
    Mind hearing(FactBook book, SubjectKind kind) {
        heard.hear(book, kind, place);
        return this;
    }

    /** Whether what is worked out will be asked why. */
    boolean explains() {
        return explains;
    }

    Heard heard() {
        return heard;
    }

    /** What a step answers of whom nobody has said what it asks, or null. */
    Memory.@Nullable Known silent(int step) {
        return heard.step(step);
    }

    /** The values of {@link SharedForms}. */
    Memory values() {
        var known = values;
        if (known == null) {
            known = new Memory(law.shared(), keepsEarlier);
            values = known;
        }
        return known;
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
        if (values != null) {
            values.forget();
        }
        told = null;
    }
}
