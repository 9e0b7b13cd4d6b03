package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Text;

/**
 * A provision that is not met and not far from it: it will be on a day that is known, it would be if one fact were
 * otherwise or known, or one condition alone is lacking ({@code lacks} says which).
 */
public record NearMiss(
        String programme,
        String provision,
        Text says,
        Kind kind,
        Optional<LocalDate> day,
        Optional<String> fact,
        Optional<SubjectId> of,
        Optional<Text> value,
        OptionalLong amount,
        Text lacks,
        Basis basis) {

    /** How it is near. */
    public enum Kind {
        ON_DAY,
        IF_FACT,
        IF_KNOWN,
        LACKS_ONE
    }
}
