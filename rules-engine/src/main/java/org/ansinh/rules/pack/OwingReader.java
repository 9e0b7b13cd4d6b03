package org.ansinh.rules.pack;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** Reads how a programme turns days into money: period, calendar, level, prices, event. */
final class OwingReader {

    static final String[] KEYS = {
        "period", "amount_per", "calendar", "payee", "level_on", "prices_on", "every", "once_per", "event"
    };

    private final LawReading reading;
    private final Dictionary dictionary;
    private final Map<String, Parameter> figures;
    private final Map<String, Calendar> calendars;

    OwingReader(
            LawReading reading,
            Dictionary dictionary,
            Map<String, Parameter> figures,
            Map<String, Calendar> calendars) {
        this.reading = reading;
        this.dictionary = dictionary;
        this.figures = figures;
        this.calendars = calendars;
    }

    Owing read(YamlFields fields) {
        var period = fields.choice("period", Programme.Period.class);
        var perPeriod = period == Programme.Period.YEAR || period == Programme.Period.EVENT
                ? Owing.AmountPer.PERIOD
                : period == Programme.Period.ONCE ? Owing.AmountPer.PERIOD : Owing.AmountPer.MONTH;
        var owing = new Owing(
                period,
                fields.choice("amount_per", perPeriod),
                fields.get("calendar").flatMap(this::calendar),
                payee(fields),
                levels(fields),
                fields.choice("prices_on", Owing.PricesOn.DAY),
                fields.get("every").map(this::every),
                isOncePerLife(fields),
                fields.get("event").flatMap(this::event));
        fit(fields, owing);
        return owing;
    }

    /** What belongs together and what means nothing beside one another. */
    private static void fit(YamlFields fields, Owing owing) {
        var period = owing.period();
        if (period == Programme.Period.TERM && owing.calendar().isEmpty()) {
            tell(fields, "period", "a term needs a 'calendar' that says which months belong to it");
        }
        if ((period == Programme.Period.EVENT) != owing.event().isPresent()) {
            tell(fields, "period", "'period: event' and 'event' belong together: one without the other means nothing");
        }
        if (owing.every().isPresent() && period != Programme.Period.YEAR) {
            tell(fields, "every", "'every' counts years and needs 'period: year'");
        }
        if (fields.get("once_per").isPresent() && period != Programme.Period.ONCE) {
            tell(fields, "once_per", "'once_per' needs 'period: once'");
        }
        if (period == Programme.Period.ONCE || period == Programme.Period.EVENT) {
            for (var key : List.of("calendar", "amount_per", "prices_on")) {
                fields.get(key).ifPresent(it -> it.problem("'%s' means nothing for what is due once".formatted(key)));
            }
        }
    }

    private static void tell(YamlFields fields, String key, String message) {
        fields.get(key).ifPresent(it -> it.problem(message));
    }

    private Optional<Calendar> calendar(YamlItem item) {
        var calendar = Optional.ofNullable(calendars.get(item.text()));
        if (calendar.isEmpty()) {
            item.problem("calendars.yaml has no calendar %s%s"
                    .formatted(item.text(), Spelling.suggestion(item.text(), calendars.keySet())));
        }
        return calendar;
    }

    /** A dictionary that has the enumeration {@code payee} says who may be paid; else the engine's own words do. */
    private Programme.Payee payee(YamlFields fields) {
        var item = fields.required("payee");
        var written = item.map(YamlItem::text).orElse("");
        var known = Optional.ofNullable(dictionary.enumerations().get("payee"))
                .map(it -> it.values().stream().map(Enumeration.Value::id).toList())
                .orElse(Programme.Payee.WORDS);
        if (!written.isEmpty() && !known.contains(written)) {
            item.ifPresent(it -> it.problem("expected a payee (%s), found '%s'%s"
                    .formatted(String.join(", ", known), written, Spelling.suggestion(written, known))));
        }
        return new Programme.Payee(written);
    }

    /** One rule always, or a list of rules by the day from which months are counted so. */
    private List<Owing.LevelRule> levels(YamlFields fields) {
        var item = fields.get("level_on");
        if (item.isEmpty() || item.get().isText()) {
            var rule =
                    item.map(it -> YamlFields.choice(it, Owing.LevelOn.class)).orElse(Owing.LevelOn.LAST_MET_DAY);
            return List.of(new Owing.LevelRule(DateRange.FIRST_DAY, rule, Optional.empty(), Optional.empty()));
        }
        var rules = new ArrayList<Owing.LevelRule>();
        for (var one : item.get().oneOrMany()) {
            var row = one.fields("from", "rule", "basis", "certainty", "note");
            var rule = new Owing.LevelRule(
                    row.optionalDay("from").orElse(DateRange.FIRST_DAY),
                    row.choice("rule", Owing.LevelOn.class),
                    reading.optionalBasis(row),
                    reading.optionalCertainty(row));
            if (!rules.isEmpty() && !rule.from().isAfter(rules.getLast().from())) {
                one.problem("rules must be written oldest first, each with 'from'");
            }
            rules.add(rule);
        }
        return List.copyOf(rules);
    }

    private Owing.Every every(YamlItem item) {
        var fields = item.fields("years", "last", "basis", "certainty", "note");
        int years = fields.whole("years");
        if (years < 1) {
            item.problem("expected at least 1 year");
        }
        return new Owing.Every(Math.max(1, years), fields.get("last").flatMap(this::dayFact));
    }

    private static boolean isOncePerLife(YamlFields fields) {
        return fields.choice("once_per", OncePer.DECISION) == OncePer.LIFE;
    }

    private enum OncePer {
        DECISION,
        LIFE
    }

    private Optional<Owing.Event> event(YamlItem item) {
        var fields = item.fields("fact", "each", "figure", "every", "claim_within", "basis", "certainty", "note");
        var found = new ArrayList<Owing.Happens>();
        fields.get("fact").flatMap(this::dayFact).map(Owing.OnDayOf::new).ifPresent(found::add);
        fields.get("each").flatMap(this::fact).map(Owing.OnEach::new).ifPresent(found::add);
        fields.get("figure")
                .flatMap(it -> figure(it, ValueType.Kind.DAY))
                .map(Owing.OnFigure::new)
                .ifPresent(found::add);
        fields.get("every")
                .flatMap(OwingReader::yearDay)
                .map(Owing.OnYearDay::new)
                .ifPresent(found::add);
        if (found.size() != 1) {
            item.problem("an event happens on one of: fact (the day it names), each (every run of days of a fact),"
                    + " figure (days the law names), every (MM-DD)");
            return Optional.empty();
        }
        return Optional.of(new Owing.Event(
                found.getFirst(), fields.get("claim_within").flatMap(it -> figure(it, ValueType.Kind.INT))));
    }

    private Optional<FactDefinition> dayFact(YamlItem item) {
        return fact(item).filter(it -> {
            boolean isDay = it.type().kind() == ValueType.Kind.DAY;
            if (!isDay) {
                item.problem("expected a fact of type day, %s is not one".formatted(it.id()));
            }
            return isDay;
        });
    }

    private Optional<FactDefinition> fact(YamlItem item) {
        var found = dictionary.fact(item.text()).filter(it -> !it.many());
        if (found.isEmpty()) {
            var known = dictionary.facts().stream().map(FactDefinition::id).toList();
            item.problem("the dictionary has no fact %s that has one value at a time%s"
                    .formatted(item.text(), Spelling.suggestion(item.text(), known)));
        }
        return found;
    }

    private Optional<Parameter> figure(YamlItem item, ValueType.Kind kind) {
        var found = Optional.ofNullable(figures.get(item.text()))
                .filter(it -> it.type().kind() == kind);
        if (found.isEmpty()) {
            item.problem("expected a parameter of type %s, found '%s'%s"
                    .formatted(
                            kind.name().toLowerCase(java.util.Locale.ROOT),
                            item.text(),
                            Spelling.suggestion(item.text(), figures.keySet())));
        }
        return found;
    }

    private static Optional<MonthDay> yearDay(YamlItem item) {
        try {
            return Optional.of(MonthDay.parse("--" + item.text()));
        } catch (DateTimeException notADay) {
            item.problem("expected a day of every year as MM-DD, found '%s'".formatted(item.text()));
            return Optional.empty();
        }
    }
}
