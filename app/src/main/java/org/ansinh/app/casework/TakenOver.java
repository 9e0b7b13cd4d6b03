package org.ansinh.app.casework;

import java.util.List;
import java.util.Map;

/**
 * How statements of an earlier register were taken over; lines are counted from 1 in the order in which they were told.
 *
 * @param taken how many are new here
 * @param known lines that stand here already, word for word
 * @param otherwise lines that say something else than what stands here; that stays
 * @param elsewhere lines about somebody outside the area of whoever acts
 * @param follows new lines that end what stood here, from a day on, with what that was; among those taken
 */
public record TakenOver(
        long taken,
        List<Integer> known,
        List<Integer> otherwise,
        List<Integer> elsewhere,
        Map<Integer, String> follows) {
    public TakenOver {
        known = List.copyOf(known);
        otherwise = List.copyOf(otherwise);
        elsewhere = List.copyOf(elsewhere);
        follows = Map.copyOf(follows);
    }

    public TakenOver(long taken, List<Integer> known, List<Integer> otherwise, List<Integer> elsewhere) {
        this(taken, known, otherwise, elsewhere, Map.of());
    }
}
