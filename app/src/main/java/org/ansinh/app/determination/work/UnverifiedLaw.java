package org.ansinh.app.determination.work;

import java.util.ArrayList;
import java.util.List;
import org.ansinh.rules.determination.Unverified;
import org.ansinh.rules.pack.LawPack;

/** Everything of a pack that nobody has confirmed in the text, under the names by which outcomes say what they rest on. */
final class UnverifiedLaw {

    private UnverifiedLaw() {}

    static List<Unverified> in(LawPack pack) {
        var found = new ArrayList<Unverified>();
        pack.parameters()
                .values()
                .forEach(parameter -> parameter.values().stream()
                        .filter(it -> it.certainty().isUnverified())
                        .forEach(it -> found.add(new Unverified(
                                "parameter %s %s"
                                        .formatted(parameter.id(), it.days().from()),
                                parameter.label(),
                                it.certainty(),
                                it.basis()))));
        pack.programmes()
                .values()
                .forEach(programme -> programme.provisions().stream()
                        .filter(it -> it.certainty().isUnverified())
                        .forEach(it -> found.add(new Unverified(
                                "provision %s.%s".formatted(programme.id(), it.id()),
                                it.says(),
                                it.certainty(),
                                it.basis()))));
        return found;
    }
}
