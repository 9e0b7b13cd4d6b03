package org.ansinh.rules.determination;

import java.util.function.Supplier;
import org.ansinh.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** The reasons of an answer: told when they are first asked for, and then kept; they may be asked for from any thread. */
public final class Why {

    private final Supplier<Timeline<Reason.OfProgramme>> telling;
    private volatile @Nullable Timeline<Reason.OfProgramme> told;

    private Why(Supplier<Timeline<Reason.OfProgramme>> telling) {
        this.telling = telling;
    }

    /** {@code telling} gives the same whenever it is asked. */
    public static Why toldBy(Supplier<Timeline<Reason.OfProgramme>> telling) {
        return new Why(telling);
    }

    public Timeline<Reason.OfProgramme> told() {
        var known = told;
        if (known == null) {
            known = telling.get();
            told = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Why it && told().equals(it.told());
    }

    @Override
    public int hashCode() {
        return told().hashCode();
    }

    /** Nothing is told only because somebody looks. */
    @Override
    public String toString() {
        return told == null ? "not told yet" : "told";
    }
}
