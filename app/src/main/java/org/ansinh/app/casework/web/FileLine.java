package org.ansinh.app.casework.web;

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
record FileLine(Application file, String ground, int late, @Nullable Loss loss) {

    static FileLine of(Application file, String ground, ApplicationDesk desk) {
        return new FileLine(
                file, ground, desk.daysLate(file), desk.lossByWaiting(file).orElse(null));
    }
}
