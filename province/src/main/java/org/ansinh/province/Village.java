package org.ansinh.province;

import java.util.List;
import java.util.stream.Stream;
import org.ansinh.timeline.Timeline;

/**
 * A village with an invented name: the real list of names is not public.
 *
 * @param commune the commune of 2025; it is the village's parent from 2025-07-01
 * @param formerCommune the commune before that day
 */
public record Village(String code, String name, String commune, String formerCommune, Standing standing) {

    /** Whether we read the status somewhere, or assigned it so that the published totals come out. */
    public enum Certainty {
        CONFIRMED("confirmed"),
        ASSUMED("assumed");

        private final String id;

        Certainty(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** A region (i, ii or iii), with how sure we are. */
    public record Region(String id, Certainty certainty) {}

    /** Extremely difficult or not, with how sure we are. */
    public record Difficulty(boolean extreme, Certainty certainty) {}

    /**
     * What the village's status was, by day.
     *
     * @param region of the former commune until 2025-12-24, of the commune of 2025 from the day after
     */
    public record Standing(Timeline<Region> region, Timeline<Difficulty> difficulty) {}

    public boolean isInvented() {
        return true;
    }

    /** The name as pages show it, so that nobody takes it for a real one. */
    public String shownName() {
        return name + " (tên giả định)";
    }

    /** Region and status as facts of the village. */
    public List<GeneratedFact> facts() {
        var regions = standing.region().spans().stream()
                .map(it -> new GeneratedFact(
                        "village.region", it.days(), FactValue.words(it.value().id())));
        var difficulties = standing.difficulty().spans().stream()
                .map(it -> new GeneratedFact(
                        "village.extremely_difficult", it.days(), it.value().extreme() ? FactValue.YES : FactValue.NO));
        return Stream.concat(regions, difficulties).toList();
    }
}
