package org.ansinh.rules.determination;

import java.util.Objects;
import org.ansinh.rules.determination.Memory.Known;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/** What of a law's {@link Silence} holds of one subject: what nothing said of it, of its household or its village can change. */
final class Heard {

    private final Silence silence;
    private final Broken broken;
    private final long[] open;

    /** Begins with nothing answered by silence. */
    Heard(Silence silence) {
        this.silence = silence;
        this.broken = silence.broken();
        this.open = broken.everything();
    }

    /** Turns to somebody, and hears what a book says. */
    void hear(FactBook book, SubjectKind kind, int place) {
        broken.hear(book, kind, place, open);
    }

    /** What a step answers on every day, or null where it has to be asked. */
    @Nullable
    Known step(int place) {
        return (open[place / Long.SIZE] >> place & 1) == 0 ? silence.step(place) : null;
    }

    /** The provisions of a programme that are not met on any day. */
    long notMet(int programme) {
        return ~open[broken.notMet(programme)];
    }

    /** How a provision is told on every day, or null where its conditions have to be asked. */
    Reason.@Nullable OfProvision provision(int programme, int way) {
        return (open[broken.told(programme)] >> way & 1) == 0
                ? silence.programme(programme).provisions().get(way)
                : null;
    }

    /** How a condition is told whose step silence answers. */
    Reason.OfCondition condition(int programme, int condition) {
        return Objects.requireNonNull(silence.programme(programme).conditions().get(condition));
    }

    /** Where the subject stands with a programme as long as it lives, or null where it has to be asked. */
    @Nullable
    SilentAnswers whole(int programme) {
        int bit = broken.whole(programme);
        return (open[bit / Long.SIZE] >> bit & 1) == 0
                ? silence.programme(programme).whole()
                : null;
    }
}
