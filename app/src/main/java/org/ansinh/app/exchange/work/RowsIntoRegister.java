package org.ansinh.app.exchange.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.WrittenDay;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.timeline.DateRange;

/** Tells the register what the rows say, section by section. */
final class RowsIntoRegister {

    /** What only follows from another refusal. */
    private static final Set<String> FOLLOWS = Set.of("subject_refused", "person_unknown", "household_unknown");

    private final RegisterLoad load;
    private final Subjects known;
    private final RowSubjects subjects;
    private final Places places;
    private final FactWords words;
    private final BookReading book;
    private final Rights rights;
    private final Set<String> housed;
    private final String document;
    private final int paper;
    private final Map<SubjectRef, Integer> toldOn = new HashMap<>();
    private final List<RowRefusal> refusals = new ArrayList<>();
    private final Set<RowPlace> refusedRows = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();

    /** Where rows are looked up and what they are called. */
    record Sources(
            Subjects known,
            RowSubjects subjects,
            Places places,
            FactWords words,
            Rights rights,
            LocalDate today,
            String document,
            Set<String> providers) {}

    /**
     * What whoever acts may say.
     *
     * @param voices in which facts may be stated; none for the house, which has them all
     */
    record Rights(Optional<List<String>> voices) {
        boolean mayState(FactDefinition fact) {
            return voices.map(mine -> fact.statedBy().isEmpty()
                            || fact.statedBy().stream().anyMatch(mine::contains))
                    .orElse(true);
        }
    }

    /** @param housed keys and numbers of people whom a table of memberships puts into a household */
    RowsIntoRegister(RegisterLoad load, Sources from, Set<String> housed) {
        this.load = load;
        this.known = from.known();
        this.subjects = from.subjects();
        this.places = from.places();
        this.words = from.words();
        this.rights = from.rights();
        this.housed = housed;
        this.document = from.document();
        this.book = new BookReading(subjects, words, from.today(), document, from.providers());
        this.paper = load.paper(
                new Paper("import", Optional.of(document), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    List<RowRefusal> refusals() {
        return refusals;
    }

    List<Notice> notices() {
        var all = new ArrayList<>(notices);
        all.addAll(subjects.notices());
        return all;
    }

    /** On which line the file introduces whom. */
    Map<SubjectRef, Integer> toldOn() {
        return toldOn;
    }

    BookLines book() {
        return book.lines();
    }

    /** @param line the row's number among all rows of the file, by which the register tells of it */
    void take(int line, RowReading it) {
        if (it.isExample()) {
            notices.add(new Notice(it.sheet(), it.row().number(), "example_skipped", "", ""));
            return;
        }
        try {
            it.mustBeLegible();
            switch (it.plan().section()) {
                case HOUSEHOLDS -> household(line, it);
                case PEOPLE -> person(line, it);
                case MEMBERSHIPS -> membership(line, it);
                case RELATIONS -> relation(line, it);
                case FACTS -> fact(line, it);
                case DECISIONS -> book.decision(line, it);
                case PAYEES -> book.payees(line, it);
                case PAID -> book.paid(line, it);
            }
        } catch (RowReading.Stop stop) {
            refuse(it, stop.refusal());
        }
    }

    /** Rows that name a person or a household whose own row was refused say so; of one row read twice, the cause alone. */
    private void refuse(RowReading it, RowRefusal why) {
        switch (it.plan().section()) {
            case PEOPLE -> known.refusePerson(it.cell(Column.KEY), it.cell(Column.PERSONAL_NUMBER));
            case HOUSEHOLDS -> known.refuseHousehold(it.cell(Column.HOUSEHOLD));
            case MEMBERSHIPS, RELATIONS, FACTS, DECISIONS, PAYEES, PAID -> {
                // nobody is introduced there
            }
        }
        boolean isNewRow = refusedRows.add(RowPlace.of(why));
        if (isNewRow || !FOLLOWS.contains(why.why())) {
            refusals.add(why);
        }
    }

    private void household(int line, RowReading it) {
        var code = it.needed(Column.HOUSEHOLD);
        it.needed(Column.COMMUNE);
        var commune = subjects.commune(it).orElseThrow();
        var stands = DateRange.startingOn(
                it.day(Column.FROM).map(WrittenDay.Read::day).orElse(DateRange.FIRST_DAY));
        var household = new HouseholdLine(
                line, Subjects.SOURCE, commune + '/' + code, code, village(it, commune), commune, stands, false);
        var told = load.household(paper, household);
        toldOn.put(told, line);
        known.tellHousehold(commune, code, told);
    }

    private Optional<Integer> village(RowReading it, String commune) {
        if (!it.says(Column.VILLAGE)) {
            return Optional.empty();
        }
        var found = places.villages(commune, it.cell(Column.VILLAGE));
        if (found.size() != 1) {
            throw it.stop(
                    Column.VILLAGE, found.isEmpty() ? "village_unknown" : "village_ambiguous", it.cell(Column.COMMUNE));
        }
        return Optional.of(found.getFirst().villageId());
    }

    private void person(int line, RowReading it) {
        var born = it.day(Column.BORN);
        var number = it.number(Column.PERSONAL_NUMBER);
        var identity = new IdentityLine(
                some(it.cell(Column.NAME)),
                born.map(WrittenDay.Read::day),
                born.map(WrittenDay.Read::precision).orElse("day"),
                it.sex(),
                ethnicGroup(it),
                some(number),
                some(it.cell(Column.OLD_NUMBER)).map(List::of).orElse(List.of()),
                it.day(Column.DIED_ON).map(WrittenDay.Read::day));
        var home = it.says(Column.HOUSEHOLD) ? Optional.of(subjects.home(it)) : Optional.<SubjectRef>empty();
        var role = home.isEmpty() ? "" : it.role(false);
        var since = it.day(Column.FROM).or(() -> born).map(WrittenDay.Read::day).orElse(DateRange.FIRST_DAY);
        var key = PersonKey.of(it);
        var own = known.own(key);
        if (home.isEmpty() && own.isEmpty() && !isHoused(it, number)) {
            throw it.stop(Column.HOUSEHOLD, "household_missing", "");
        }
        var person = own.isPresent()
                ? load.identity(paper, line, own.get(), DateRange.FIRST_DAY, identity)
                : load.person(paper, line, Subjects.SOURCE, key, identity, false);
        toldOn.put(person, line);
        known.tell(key, number, person);
        home.ifPresent(
                where -> load.membership(paper, line, person, where, "residence", role, DateRange.startingOn(since)));
    }

    /** Somebody new without a household would stand in nobody's area: no officer could find them. */
    private boolean isHoused(RowReading it, String number) {
        return housed.contains(it.cell(Column.KEY))
                || !number.isEmpty() && (housed.contains(number) || known.isRegistered(number));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    private Optional<String> ethnicGroup(RowReading it) {
        return some(it.cell(Column.ETHNIC_GROUP))
                .map(group -> words.valueOf("ethnic_group", group)
                        .orElseThrow(() ->
                                it.stop(Column.ETHNIC_GROUP, "value_outside_list", words.labels("ethnic_group"))));
    }

    private void membership(int line, RowReading it) {
        var days = it.days();
        var person = subjects.person(line, it);
        load.membership(paper, line, person, subjects.home(it), it.kind(), it.role(false), days);
    }

    private void relation(int line, RowReading it) {
        var from = subjects.person(line, it);
        var to = subjects.person(line, it, Column.OTHER_KEY, Column.OTHER_KEY);
        load.relation(paper, line, from, to, it.relation(), it.days());
    }

    private void fact(int line, RowReading it) {
        it.needed(Column.FACT);
        var fact = words.fact(it.cell(Column.FACT)).orElseThrow(() -> it.stop(Column.FACT, "fact_unknown", ""));
        if (words.isStatedByThisHouse(fact)) {
            throw it.stop(Column.FACT, "fact_of_another_table", fact.label().vi());
        }
        if (!rights.mayState(fact)) {
            throw it.stop(Column.FACT, "stated_by_others", fact.label().vi());
        }
        it.needed(Column.VALUE);
        var value = words.value(fact, it.cell(Column.VALUE)).orElseThrow(() -> unreadable(it, fact));
        load.fact(
                paper,
                line,
                subjects.subject(line, it, fact.subject()),
                fact.id(),
                it.cell(Column.INSTANCE),
                it.days(),
                value,
                some(it.cell(Column.SOURCE)).orElse(document));
    }

    private RowReading.Stop unreadable(RowReading it, FactDefinition fact) {
        var allowed = words.allowed(fact);
        return allowed.isEmpty()
                ? it.stop(Column.VALUE, "value_unreadable", fact.label().vi())
                : it.stop(Column.VALUE, "value_outside_list", allowed);
    }
}
