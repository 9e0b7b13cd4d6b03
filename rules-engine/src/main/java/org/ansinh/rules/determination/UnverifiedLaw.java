package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ansinh.rules.determination.CompiledProgramme.Way;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.timeline.DateRange;

/** Names what nobody has released among the provisions that pay and the figures they name. */
final class UnverifiedLaw {

    private final List<Set<Unverified>> provisions = new ArrayList<>();
    private final List<List<OfFigure>> figures = new ArrayList<>();

    /** Days on which some provisions paid, as bits. */
    record Paid(long ways, DateRange days) {}

    /** A value of a figure that a provision names. */
    private record OfFigure(NamedFigure figure, NamedFigure.Value value, Unverified said) {}

    UnverifiedLaw(Programme programme, List<Way> ways) {
        for (var way : ways) {
            var found = new LinkedHashSet<Unverified>();
            provision(programme.id(), way.provision(), found);
            provisions.add(found);
            figures.add(way.figures().stream()
                    .flatMap(figure -> figure.values().stream()
                            .filter(it -> it.certainty().isUnverified())
                            .map(it -> new OfFigure(
                                    figure, it, new Unverified(it.what(), figure.label(), it.certainty(), it.basis()))))
                    .toList());
        }
    }

    List<Unverified> of(long ways, DateRange days) {
        return of(List.of(new Paid(ways, days)));
    }

    /** In the order of the law, each once, whatever the days they were read on. */
    List<Unverified> of(List<Paid> paid) {
        var found = new LinkedHashSet<Unverified>();
        for (int i = 0; i < provisions.size(); i++) {
            if (isAmong(i, paid)) {
                found.addAll(provisions.get(i));
                for (var it : figures.get(i)) {
                    if (isReadOn(it, i, paid)) {
                        found.add(it.said());
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isAmong(int way, List<Paid> paid) {
        for (var it : paid) {
            if ((it.ways() >> way & 1) == 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReadOn(OfFigure figure, int way, List<Paid> paid) {
        for (var it : paid) {
            if ((it.ways() >> way & 1) == 1 && figure.figure().isReadOn(figure.value(), it.days())) {
                return true;
            }
        }
        return false;
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
