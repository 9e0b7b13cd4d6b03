package org.ansinh.rules.determination;

import java.util.List;
import java.util.Objects;
import org.ansinh.rules.determination.Memory.Known;
import org.jspecify.annotations.Nullable;

/**
 * What is so of anybody of whom nobody has said anything. Most rules ask of most people something that nobody has said, and
 * then they answer the same for the same reason: that is worked out once for a law ({@link SilenceReader}), and what is said
 * of somebody is held against it ({@link Heard}).
 */
final class Silence {

    private final @Nullable Known[] steps;
    private final List<OfProgramme> programmes;
    private final Broken broken;

    /** What is told of a programme's conditions and provisions, as {@link Wording} counts them, and of the whole; null where silence does not answer. */
    record OfProgramme(
            List<Reason.@Nullable OfCondition> conditions,
            List<Reason.@Nullable OfProvision> provisions,
            @Nullable SilentAnswers whole) {}

    /** Of a law of which nothing was worked out: everything has to be asked. */
    static Silence none(CompiledLaw law) {
        return new Silence(new @Nullable Known[0], List.of(), new Broken(law, new Sayings(law.pack())));
    }

    Silence(@Nullable Known[] steps, List<OfProgramme> programmes, Broken broken) {
        this.steps = steps.clone();
        this.programmes = programmes;
        this.broken = broken;
    }

    Known step(int place) {
        return Objects.requireNonNull(steps[place]);
    }

    OfProgramme programme(int index) {
        return programmes.get(index);
    }

    Broken broken() {
        return broken;
    }
}
