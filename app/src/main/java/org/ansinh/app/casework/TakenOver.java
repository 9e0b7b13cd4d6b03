package org.ansinh.app.casework;

import java.util.List;

/**
 * How statements of an earlier register were taken over; lines are counted from 1 in the order in which they were told.
 *
 * @param taken how many are new here
 * @param known lines that stand here already, word for word
 * @param otherwise lines that say something else than what stands here; that stays
 * @param elsewhere lines about somebody outside the area of whoever acts
 */
public record TakenOver(long taken, List<Integer> known, List<Integer> otherwise, List<Integer> elsewhere) {
    public TakenOver {
        known = List.copyOf(known);
        otherwise = List.copyOf(otherwise);
        elsewhere = List.copyOf(elsewhere);
    }
}
