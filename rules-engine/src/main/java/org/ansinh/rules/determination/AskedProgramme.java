package org.ansinh.rules.determination;

import java.util.List;
import java.util.Optional;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Who;

/** A programme that a form asks about, for whom, and whether it asks its law or only its signatures. */
record AskedProgramme(String programme, Who of, boolean asksLaw, boolean asksLevel) {

    static List<AskedProgramme> in(Form form) {
        return Forms.all(form).stream()
                .map(AskedProgramme::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<AskedProgramme> of(Form form) {
        return switch (form) {
            case Form.Outcome it -> Optional.of(new AskedProgramme(it.programme(), it.of(), true, false));
            case Form.Level it -> Optional.of(new AskedProgramme(it.programme(), it.of(), true, true));
            case Form.Decided it -> Optional.of(new AskedProgramme(it.programme(), it.of(), false, false));
            default -> Optional.empty();
        };
    }
}
