package org.ansinh.app.determination.web;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.determination.Release;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.Table;

/** Who answers for a line of law that nobody read in its own text. What has no certainty of its own is released with what it belongs to. */
record ReleasedLaw(LawPack pack, Map<String, Release> byWhat) {

    static ReleasedLaw of(LawPack pack, Collection<Release> releases) {
        return new ReleasedLaw(
                pack, releases.stream().collect(Collectors.toUnmodifiableMap(Release::what, Function.identity())));
    }

    Optional<Release> provision(String programme, String provision) {
        return released(programme + '.' + provision);
    }

    Optional<Release> condition(String programme, String provision, String condition) {
        return hasCertaintyOfItsOwn(programme, provision, condition)
                ? released(programme + '.' + condition)
                : provision(programme, provision);
    }

    Optional<Release> figure(Reason.OfParameter figure) {
        var value = figure.parameter() + '@' + figure.days().from();
        return figure.row()
                .filter(row -> hasCertaintyOfItsOwn(figure, row))
                .map(row -> released(value + '#' + row))
                .orElseGet(() -> released(value));
    }

    private Optional<Release> released(String what) {
        return Optional.ofNullable(byWhat.get(what));
    }

    private boolean hasCertaintyOfItsOwn(String programme, String provision, String condition) {
        return pack.programme(programme).stream()
                .flatMap(it -> it.provisions().stream())
                .filter(it -> it.id().equals(provision))
                .map(Provision::conditions)
                .flatMap(conditions -> conditions.stream())
                .anyMatch(it -> it.id().equals(condition) && it.certainty().isPresent());
    }

    private boolean hasCertaintyOfItsOwn(Reason.OfParameter figure, String row) {
        return Optional.ofNullable(pack.tables().get(figure.parameter())).stream()
                .map(Table::versions)
                .flatMap(versions -> versions.stream())
                .filter(it -> it.days().equals(figure.days()))
                .flatMap(it -> Stream.concat(it.rows().stream(), it.otherwise().stream()))
                .anyMatch(it -> it.own() && it.key().equals(row));
    }
}
