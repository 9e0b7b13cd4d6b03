package org.ansinh.rules.determination;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansinh.rules.pack.Provision;
import org.ansinh.timeline.DateRange;

/** Names what nobody has released among the provisions that pay and the figures they name. */
final class UnverifiedLaw {

    private UnverifiedLaw() {}

    /** Days on which some provisions paid, as bits. */
    record Paid(long ways, DateRange days) {}

    static List<Unverified> of(CompiledProgramme programme, long ways, DateRange days) {
        return of(programme, List.of(new Paid(ways, days)));
    }

    /** In the order of the law, each once, whatever the days they were read on. */
    static List<Unverified> of(CompiledProgramme programme, List<Paid> paid) {
        var found = new LinkedHashSet<Unverified>();
        for (int i = 0; i < programme.ways().size(); i++) {
            long bit = 1L << i;
            var days = paid.stream()
                    .filter(it -> (it.ways() & bit) != 0)
                    .map(Paid::days)
                    .toList();
            if (!days.isEmpty()) {
                var way = programme.ways().get(i);
                provision(programme.programme().id(), way.provision(), found);
                way.figures().forEach(it -> figure(it, days, found));
            }
        }
        return List.copyOf(found);
    }

    private static void figure(NamedFigure figure, List<DateRange> days, Set<Unverified> found) {
        figure.values().stream()
                .filter(it -> it.certainty().isUnverified() && days.stream().anyMatch(on -> figure.isReadOn(it, on)))
                .map(it -> new Unverified(it.what(), figure.label(), it.certainty(), it.basis()))
                .forEach(found::add);
    }

    private static void provision(String programme, Provision provision, Set<Unverified> found) {
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
