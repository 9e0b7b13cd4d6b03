package org.ansinh.app.casework;

import java.util.Optional;

/** Which decisions a list shows. */
public record DecisionChoice(
        Optional<String> state, Optional<String> programme, Optional<String> commune, Optional<String> causeKey) {

    public static DecisionChoice all() {
        return new DecisionChoice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
