package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.timeline.DateRange;

/** What readers of all files share: the instruments one may cite, and the few forms that come up everywhere. */
final class LawReading {

    private final Problems problems;
    private final Map<String, Instrument> instruments;

    LawReading(Problems problems, Map<String, Instrument> instruments) {
        this.problems = problems;
        this.instruments = instruments;
    }

    Problems problems() {
        return problems;
    }

    Basis basis(YamlFields of) {
        return of.required("basis").map(this::basis).orElse(Basis.unknown(""));
    }

    Optional<Basis> optionalBasis(YamlFields of) {
        return of.get("basis").map(this::basis);
    }

    Basis basis(YamlItem item) {
        var fields = item.fields("instrument", "article", "clause", "point", "note");
        var instrument = fields.text("instrument");
        if (!instrument.isEmpty() && !instruments.containsKey(instrument)) {
            fields.get("instrument")
                    .orElse(item)
                    .problem("instruments/ has no %s%s"
                            .formatted(instrument, Spelling.suggestion(instrument, instruments.keySet())));
        }
        return new Basis(
                instrument,
                Optional.ofNullable(instruments.get(instrument)).map(Instrument::kind),
                fields.optionalText("article"),
                fields.optionalText("clause"),
                fields.optionalText("point"));
    }

    /** What rests on an example is an example itself, and nothing else is one. */
    Certainty certainty(YamlFields of) {
        var certainty = of.choice("certainty", Certainty.class);
        boolean onExample = of.get("basis")
                .filter(YamlItem::isFields)
                .flatMap(it -> it.named().optionalText("instrument"))
                .map(instruments::get)
                .filter(it -> it.certainty() == Certainty.EXAMPLE)
                .isPresent();
        if (of.get("basis").isPresent() && onExample != (certainty == Certainty.EXAMPLE)) {
            of.get("certainty")
                    .ifPresent(it -> it.problem(
                            onExample
                                    ? "this rests on an example; its certainty is 'example'"
                                    : "only what rests on an instrument of certainty 'example' is an example"));
        }
        return certainty;
    }

    Optional<Certainty> optionalCertainty(YamlFields of) {
        return of.get("certainty").map(it -> YamlFields.choice(it, Certainty.class));
    }

    /** Refuses the second of two things with one id. */
    boolean isNew(Set<String> seen, String id, Place place) {
        if (!seen.add(id)) {
            problems.add(place, "'%s' is already defined; ids are unique".formatted(id));
            return false;
        }
        return true;
    }

    static Set<String> ids() {
        return new HashSet<>();
    }

    /** What is written without an end holds until the next one starts. */
    static List<DateRange> untilTheNext(List<DateRange> written) {
        var days = new ArrayList<DateRange>();
        for (int i = 0; i < written.size(); i++) {
            var mine = written.get(i);
            boolean nextEndsIt = i + 1 < written.size()
                    && mine.isOpenEnded()
                    && written.get(i + 1).from().isAfter(mine.from());
            days.add(
                    nextEndsIt
                            ? new DateRange(
                                    mine.from(), written.get(i + 1).from().minusDays(1))
                            : mine);
        }
        return days;
    }

    /** Refuses two ranges that claim the same days. */
    void refuseOverlaps(List<DateRange> days, List<Place> places) {
        for (int i = 0; i < days.size(); i++) {
            for (int j = 0; j < i; j++) {
                var both = days.get(i).overlapWith(days.get(j));
                if (both.isPresent()) {
                    problems.add(
                            places.get(i),
                            "claims %s to %s, which line %d already claims; end the earlier one with 'to'"
                                    .formatted(
                                            both.get().from(),
                                            both.get().isOpenEnded()
                                                    ? "the end"
                                                    : both.get().to(),
                                            places.get(j).line()));
                }
            }
        }
    }
}
