package org.ansinh.rules.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far the cases of one programme go: how many there are, how many are refused, whether one stands on both sides of a
 * day on which the answer changes, one on both sides of a change of law, and one where two rights meet. A change of law is
 * wanted only where the law of the programme changes at all.
 */
public record Reach(
        String programme,
        int cases,
        int refusals,
        boolean boundaryDay,
        List<LocalDate> lawChanges,
        boolean changeOfLaw,
        boolean overlap) {

    /** What every programme of a pack is asked for. */
    public static final int CASES = 6;

    public static final int REFUSALS = 2;

    /** What is still wanted, in words; empty where nothing is. */
    public List<String> wanting() {
        var wanting = new ArrayList<String>();
        if (cases < CASES) {
            wanting.add("%d case(s), %d wanted".formatted(cases, CASES));
        }
        if (refusals < REFUSALS) {
            wanting.add("%d refusal(s), %d wanted".formatted(refusals, REFUSALS));
        }
        if (!boundaryDay) {
            wanting.add("no boundary day");
        }
        if (!lawChanges.isEmpty() && !changeOfLaw) {
            wanting.add("no case over a change of law (%s)"
                    .formatted(lawChanges.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
        }
        if (!overlap) {
            wanting.add("no case in which two rights meet");
        }
        return wanting;
    }
}
