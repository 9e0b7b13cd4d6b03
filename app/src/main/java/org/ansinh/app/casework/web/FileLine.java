package org.ansinh.app.casework.web;

import java.util.List;
import java.util.function.Function;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.ApplicationDesk.Loss;
import org.jspecify.annotations.Nullable;

/**
 * A file as a line of a list.
 *
 * @param ground what the right rests on, in words
 * @param late working days past the term
 * @param loss what waiting costs; null where it costs nothing
 */
record FileLine(
        Application file, String ground, int late, @Nullable Loss loss) {

    static List<FileLine> of(List<Application> files, ApplicationDesk desk, Function<Application, String> ground) {
        var late = desk.daysLate(files);
        return files.stream()
                .map(it -> new FileLine(
                        it,
                        ground.apply(it),
                        late.getOrDefault(it.id(), 0),
                        desk.lossByWaiting(it).orElse(null)))
                .toList();
    }
}
