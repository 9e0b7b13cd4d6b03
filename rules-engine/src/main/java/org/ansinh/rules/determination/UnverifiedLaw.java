package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.List;
import org.ansinh.rules.pack.Provision;
import org.ansinh.timeline.DateRange;

/** Names what nobody has released among the provisions that pay and the figures they name. */
final class UnverifiedLaw {

    private UnverifiedLaw() {}

    static List<Unverified> of(CompiledProgramme programme, long ways, DateRange days) {
        var found = new ArrayList<Unverified>();
        for (int i = 0; i < programme.ways().size(); i++) {
            if ((ways >> i & 1) == 1) {
                var way = programme.ways().get(i);
                provision(programme.programme().id(), way.provision(), found);
                for (var figure : way.figures()) {
                    figure.on(days).stream()
                            .filter(it -> it.certainty().isUnverified())
                            .map(it -> new Unverified(it.what(), figure.label(), it.certainty(), it.basis()))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    private static void provision(String programme, Provision provision, List<Unverified> found) {
        var id = programme + "." + provision.id();
        if (provision.certainty().isUnverified()) {
            found.add(new Unverified(id, provision.says(), provision.certainty(), provision.basis()));
        }
        for (var condition : provision.conditions()) {
            condition
                    .certainty()
                    .filter(it -> it.isUnverified())
                    .ifPresent(it -> found.add(new Unverified(
                            programme + "." + condition.id(),
                            condition.says(),
                            it,
                            condition.basis().orElse(provision.basis()))));
        }
        for (var start : provision.start()) {
            start.certainty()
                    .filter(it -> it.isUnverified())
                    .ifPresent(it -> found.add(new Unverified(
                            id + ".start", provision.says(), it, start.basis().orElse(provision.basis()))));
        }
        provision
                .stop()
                .certainty()
                .filter(it -> it.isUnverified())
                .ifPresent(it -> found.add(new Unverified(
                        id + ".stop",
                        provision.says(),
                        it,
                        provision.stop().basis().orElse(provision.basis()))));
    }
}
