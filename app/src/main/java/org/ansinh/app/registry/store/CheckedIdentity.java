package org.ansinh.app.registry.store;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.registry.IdentityLine;
import org.jspecify.annotations.Nullable;

/** Who somebody is said to be, after the checks that need nobody else. */
record CheckedIdentity(
        IdentityLine identity,
        @Nullable String numberState,
        @Nullable String numberProblem) {

    static final CheckedIdentity NOTHING = numberOnly(Optional.empty());

    static CheckedIdentity numberOnly(Optional<String> number) {
        var line = new IdentityLine(
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                number,
                List.of(),
                Optional.empty());
        return new CheckedIdentity(line, number.isEmpty() ? null : "unverified", null);
    }
}
