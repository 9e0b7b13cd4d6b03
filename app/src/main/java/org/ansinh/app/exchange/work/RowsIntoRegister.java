package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/** Tells the register what the rows say, section by section. */
final class RowsIntoRegister {

    private final RegisterLoad load;
    private final Subjects subjects;
    private final Places places;
    private final FactWords words;
    private final Optional<Set<String>> area;
    private final String document;
    private final int paper;
    private final Map<String, Integer> decisionPapers = new HashMap<>();
    private final List<RowRefusal> refusals = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    RowsIntoRegister(
            RegisterLoad load,
            Subjects subjects,
            Places places,
            FactWords words,
            Optional<Set<String>> area,
            String document) {
        this.load = load;
        this.subjects = subjects;
        this.places = places;
        this.words = words;
        this.area = area;
        this.document = document;
        this.paper = paper(document);
    }

    List<RowRefusal> refusals() {
        return refusals;
    }

    List<Notice> notices() {
        return notices;
    }

    private int paper(String name) {
        return load.paper(new Paper("import", Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** @param line the row's number among all rows of the file, by which the register tells of it */
    void take(int line, RowReading it) {
        try {
            switch (it.plan().section()) {
                case HOUSEHOLDS -> household(line, it);
                case PEOPLE -> person(line, it);
                case MEMBERSHIPS -> {
                    var days = it.days();
                    load.membership(
                            paper, line, person(line, it, Column.KEY), home(it), it.kind(), it.role(false), days);
                }
                case RELATIONS -> relation(line, it);
                case FACTS -> fact(line, it);
                case DECISIONS -> decision(line, it);
                case PAID -> paid(line, it);
            }
        } catch (RowReading.Stop stop) {
            refusals.add(stop.refusal());
        }
    }

    private Optional<String> commune(RowReading it) {
        if (it.cell(Column.COMMUNE).isEmpty()) {
            return Optional.empty();
        }
        return switch (places.commune(it.cell(Column.COMMUNE), it.cell(Column.DISTRICT))) {
            case Places.Place.In(var code, var formerly, var name) -> {
                formerly.ifPresent(former -> notices.add(
                        new Notice(it.sheet(), it.row().number(), "forwarded", former.nameInDistrict(), name)));
                if (area.isPresent() && !area.get().contains(code)) {
                    throw it.stop(Column.COMMUNE, "commune_outside_area", name);
                }
                yield Optional.of(code);
            }
            case Places.Place.No(var why, var candidates) -> throw it.stop(Column.COMMUNE, why, candidates);
        };
    }

    private void household(int line, RowReading it) {
        var code = it.cell(Column.HOUSEHOLD);
        if (code.isEmpty()) {
            throw it.stop(Column.HOUSEHOLD, "value_missing", "");
        }
        var commune = commune(it).orElseThrow(() -> it.stop(Column.COMMUNE, "value_missing", ""));
        var stands = DateRange.startingOn(
                it.day(Column.FROM).map(WrittenDay.Read::day).orElse(DateRange.FIRST_DAY));
        var household = new HouseholdLine(
                line, Subjects.SOURCE, commune + '/' + code, code, village(it, commune), commune, stands, false);
        subjects.tellHousehold(commune, code, load.household(paper, household));
    }

    private Optional<Integer> village(RowReading it, String commune) {
        var name = it.cell(Column.VILLAGE);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var found = places.villages(commune, name);
        if (found.size() != 1) {
            throw it.stop(
                    Column.VILLAGE, found.isEmpty() ? "village_unknown" : "village_ambiguous", it.cell(Column.COMMUNE));
        }
        return Optional.of(found.getFirst().villageId());
    }

    private void person(int line, RowReading it) {
        var born = it.day(Column.BORN);
        var number = it.cell(Column.PERSONAL_NUMBER);
        var identity = new IdentityLine(
                Optional.of(it.cell(Column.NAME)).filter(name -> !name.isEmpty()),
                born.map(WrittenDay.Read::day),
                born.map(WrittenDay.Read::precision).orElse("day"),
                it.sex(),
                ethnicGroup(it),
                Optional.of(number).filter(text -> !text.isEmpty()),
                Optional.of(it.cell(Column.OLD_NUMBER))
                        .filter(text -> !text.isEmpty())
                        .map(List::of)
                        .orElse(List.of()),
                it.day(Column.DIED_ON).map(WrittenDay.Read::day));
        var home = it.cell(Column.HOUSEHOLD).isEmpty() ? Optional.<SubjectRef>empty() : Optional.of(home(it));
        var role = home.isEmpty() ? "" : it.role(false);
        var since = it.day(Column.FROM).or(() -> born).map(WrittenDay.Read::day).orElse(DateRange.FIRST_DAY);
        var key = key(it, identity);
        var own = subjects.own(key);
        var person = own.isPresent()
                ? load.identity(paper, line, own.get(), DateRange.FIRST_DAY, identity)
                : load.person(paper, line, Subjects.SOURCE, key, identity, false);
        subjects.tell(key, number, person);
        home.ifPresent(
                it2 -> load.membership(paper, line, person, it2, "residence", role, DateRange.startingOn(since)));
    }

    /** Without a key of its own a row is known by number, or else by who it says it is: the same file again means the same people. */
    private static String key(RowReading it, IdentityLine identity) {
        var key = it.cell(Column.KEY);
        if (!key.isEmpty()) {
            return key;
        }
        return identity.personalNumber()
                .orElseGet(() -> String.join(
                        "|",
                        identity.name().orElse(""),
                        it.cell(Column.BORN),
                        it.cell(Column.SEX),
                        it.cell(Column.COMMUNE),
                        it.cell(Column.HOUSEHOLD)));
    }

    private Optional<String> ethnicGroup(RowReading it) {
        var group = it.cell(Column.ETHNIC_GROUP);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(words.valueOf("ethnic_group", group)
                .orElseThrow(() -> it.stop(Column.ETHNIC_GROUP, "value_outside_list", "")));
    }

    private SubjectRef person(int line, RowReading it, Column key) {
        var number = key == Column.KEY ? it.cell(Column.PERSONAL_NUMBER) : "";
        return subjects.person(line, it.cell(key), number)
                .orElseThrow(() -> it.stop(key, it.cell(key).isEmpty() ? "value_missing" : "person_unknown", ""));
    }

    private SubjectRef home(RowReading it) {
        return switch (subjects.household(commune(it), it.cell(Column.HOUSEHOLD))) {
            case Subjects.Home.Found(var household) -> household;
            case Subjects.Home.Unknown() -> throw it.stop(Column.HOUSEHOLD, "household_unknown", "");
            case Subjects.Home.InSeveralCommunes(var communes) ->
                throw it.stop(Column.HOUSEHOLD, "household_in_several_communes", String.join(", ", communes));
        };
    }

    private SubjectRef subject(int line, RowReading it, SubjectKind kind) {
        return kind == SubjectKind.HOUSEHOLD ? home(it) : person(line, it, Column.KEY);
    }

    private void relation(int line, RowReading it) {
        var from = person(line, it, Column.KEY);
        var to = person(line, it, Column.OTHER_KEY);
        load.relation(paper, line, from, to, it.relation(), it.days());
    }

    private void fact(int line, RowReading it) {
        var fact = words.fact(it.cell(Column.FACT)).orElseThrow(() -> it.stop(Column.FACT, "fact_unknown", ""));
        var value = words.value(fact, it.cell(Column.VALUE))
                .orElseThrow(() ->
                        it.stop(Column.VALUE, "value_unreadable", fact.label().vi()));
        var source = it.cell(Column.SOURCE);
        load.fact(
                paper,
                line,
                subject(line, it, fact.subject()),
                fact.id(),
                it.cell(Column.INSTANCE),
                it.days(),
                value,
                source.isEmpty() ? document : source);
    }

    private String programme(RowReading it) {
        return words.programme(it.cell(Column.PROGRAMME))
                .orElseThrow(() -> it.stop(Column.PROGRAMME, "programme_unknown", ""));
    }

    /** A row that names no person is about the household. */
    private static SubjectKind about(RowReading it) {
        return it.cell(Column.KEY).isEmpty() && it.cell(Column.PERSONAL_NUMBER).isEmpty()
                ? SubjectKind.HOUSEHOLD
                : SubjectKind.PERSON;
    }

    private void decision(int line, RowReading it) {
        var kind = about(it);
        var signed = exactDay(it, Column.SIGNED_ON);
        var number = it.cell(Column.DECISION_NUMBER);
        var days =
                it.cell(Column.FROM).isEmpty() ? new DateRange(signed, it.days().to()) : it.days();
        int decided = number.isEmpty() ? paper : decisionPapers.computeIfAbsent(number, this::paper);
        load.fact(
                decided,
                line,
                subject(line, it, kind),
                kind.word() + ".decision",
                programme(it),
                days,
                FactValue.day(signed),
                number.isEmpty() ? document : number);
    }

    private static LocalDate exactDay(RowReading it, Column column) {
        var day = it.day(column).orElseThrow(() -> it.stop(column, "value_missing", ""));
        if (!day.precision().equals("day")) {
            throw it.stop(column, "day_not_exact", "");
        }
        return day.day();
    }

    /** Nothing up to the end of that month is ever owed again. */
    private void paid(int line, RowReading it) {
        var kind = about(it);
        var through = it.day(Column.PAID_THROUGH).orElseThrow(() -> it.stop(Column.PAID_THROUGH, "value_missing", ""));
        var lastDay = java.time.YearMonth.from(through.last()).atEndOfMonth();
        load.fact(
                paper,
                line,
                subject(line, it, kind),
                kind.word() + ".paid_through",
                programme(it),
                DateRange.always(),
                FactValue.day(lastDay),
                document);
    }
}
