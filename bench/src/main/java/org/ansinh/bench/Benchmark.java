package org.ansinh.bench;

import java.io.IOException;
import java.util.List;

/** Something that can be measured again by anyone. */
interface Benchmark {

    String name();

    /** What it measures, in one sentence. */
    String says();

    /** Done only when asked for by name. */
    default boolean takesHours() {
        return false;
    }

    List<Figure> measure(Bench.Place place) throws IOException, InterruptedException;
}
