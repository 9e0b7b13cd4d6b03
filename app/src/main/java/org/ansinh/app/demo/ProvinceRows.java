package org.ansinh.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.province.GeneratedDecision;
import org.ansinh.province.GeneratedFact;
import org.ansinh.province.GeneratedHousehold;
import org.ansinh.province.GeneratedPerson;
import org.ansinh.province.HouseholdPlace;
import org.ansinh.province.LifeEvent;
import org.ansinh.province.Province;
import org.ansinh.province.Sex;
import org.ansinh.timeline.DateRange;

/** The people of some communes of an invented province as rows of the register's one way in. */
final class ProvinceRows {

    private static final String SOURCE = "demo";

    private final Province province;
    private final List<String> communes;
    private final Map<String, Integer> villages;
    private final DemoPapers papers;
    private final RegisterLoad load;
    private final Map<YearMonth, Integer> told = new HashMap<>();
    private final Map<String, SubjectRef> households = new HashMap<>();
    private int line;

    ProvinceRows(
            Province province,
            List<String> communes,
            Map<String, Integer> villages,
            DemoPapers papers,
            RegisterLoad load) {
        this.province = province;
        this.communes = communes;
        this.villages = villages;
        this.papers = papers;
        this.load = load;
    }

    /** The first stage: a person may have lived in a household that comes later, or in another commune. */
    void households() {
        communes.forEach(it -> province.placesOf(it).forEach(this::household));
    }

    /** Those who died before the office heard of it are put aside for the last stage. */
    void people(Progress progress, Map<String, List<GeneratedPerson>> heardLater) {
        for (var commune : communes) {
            var dead = new ArrayList<GeneratedPerson>();
            province.householdsOf(commune).forEach(it -> {
                peopleOf(it);
                it.people().stream().filter(ProvinceRows::diedUnheard).forEach(dead::add);
                progress.advance(it.people().size());
            });
            heardLater.put(commune, dead);
        }
    }

    private SubjectRef home(String code) {
        return households.computeIfAbsent(code, it -> load.mentionedHousehold(++line, SOURCE, it));
    }

    private int paperOf(LocalDate known) {
        return told.computeIfAbsent(papers.monthOf(known), month -> load.paper(papers.of(month)));
    }

    private void household(HouseholdPlace place) {
        load.household(
                paperOf(DemoPapers.CUT_OVER),
                new HouseholdLine(
                        ++line,
                        SOURCE,
                        place.code(),
                        place.code(),
                        Optional.ofNullable(villages.get(place.village())),
                        place.commune(),
                        DateRange.startingOn(DateRange.FIRST_DAY),
                        true));
    }

    private void peopleOf(GeneratedHousehold it) {
        var home = home(it.place().code());
        var people = new HashMap<Long, SubjectRef>();
        for (var person : it.people()) {
            people.put(person.key(), person(person));
        }
        for (var relation : it.relations()) {
            var from = people.get(relation.from());
            var to = people.get(relation.to());
            if (from != null && to != null) {
                load.relation(paperOf(relation.days().from()), ++line, from, to, relation.kind(), relation.days());
            }
        }
        it.facts().forEach(fact -> fact(home, fact));
        it.decisions().forEach(decision -> decision(home, "household", decision));
    }

    /** The last stage: who died after the cut-over was in the register, alive, until the office heard of it. What an earlier start put aside is found again. */
    void deathsHeardLater(Map<String, List<GeneratedPerson>> heardLater) {
        for (var commune : communes) {
            var dead = heardLater.get(commune);
            (dead != null ? dead.stream() : diedUnheardIn(commune))
                    .forEach(it -> tellDeath(it, death(it).orElseThrow()));
        }
    }

    private Stream<GeneratedPerson> diedUnheardIn(String commune) {
        return province.householdsOf(commune)
                .flatMap(home -> home.people().stream())
                .filter(ProvinceRows::diedUnheard);
    }

    private static boolean diedUnheard(GeneratedPerson it) {
        return death(it).filter(ProvinceRows::isHeardLater).isPresent();
    }

    private void tellDeath(GeneratedPerson it, LifeEvent.Died died) {
        var paper = paperOf(died.knownOn());
        var identity = identity(it, Optional.of(died.on()));
        var dead = load.person(paper, ++line, SOURCE, Long.toString(it.key()), identity, it.isDemo());
        load.noMembership(
                paper, ++line, dead, "residence", DateRange.startingOn(died.on().plusDays(1)));
    }

    private static Optional<LifeEvent.Died> death(GeneratedPerson it) {
        return it.events().stream()
                .filter(LifeEvent.Died.class::isInstance)
                .map(LifeEvent.Died.class::cast)
                .findFirst();
    }

    private static boolean isHeardLater(LifeEvent.Died died) {
        return died.knownOn().isAfter(DemoPapers.CUT_OVER);
    }

    private SubjectRef person(GeneratedPerson it) {
        var died = death(it);
        var identity = identity(it, died.filter(event -> !isHeardLater(event)).map(LifeEvent::on));
        var paper = paperOf(it.identity().birth().day());
        var person = load.person(paper, ++line, SOURCE, Long.toString(it.key()), identity, it.isDemo());
        for (var membership : it.memberships()) {
            var household = home(membership.household());
            var days = died.filter(ProvinceRows::isHeardLater)
                            .filter(event -> membership.days().to().equals(event.on()))
                            .isPresent()
                    ? DateRange.startingOn(membership.days().from())
                    : membership.days();
            load.membership(paper, ++line, person, household, "residence", membership.role(), days);
        }
        it.facts().forEach(fact -> fact(person, fact));
        it.decisions().forEach(decision -> decision(person, "person", decision));
        return person;
    }

    private static IdentityLine identity(GeneratedPerson it, Optional<LocalDate> diedOn) {
        var who = it.identity();
        return new IdentityLine(
                Optional.of(who.name()),
                Optional.of(who.birth().day()),
                who.birth().precision().id(),
                Optional.of(who.sex() == Sex.MALE ? "male" : "female"),
                Optional.of(who.ethnicGroup()),
                who.personalNumber(),
                who.oldNumber().map(List::of).orElse(List.of()),
                diedOn);
    }

    private void fact(SubjectRef subject, GeneratedFact fact) {
        load.fact(
                paperOf(fact.days().from()),
                ++line,
                subject,
                fact.fact(),
                "",
                fact.days(),
                value(fact.value()),
                DemoPapers.REGISTER);
    }

    private static FactValue value(org.ansinh.province.FactValue value) {
        return switch (value) {
            case org.ansinh.province.FactValue.Whole(long whole) -> FactValue.whole(whole);
            case org.ansinh.province.FactValue.Day(LocalDate day) -> FactValue.day(day);
            case org.ansinh.province.FactValue.Words(String words) -> FactValue.words(words);
        };
    }

    private void decision(SubjectRef subject, String kind, GeneratedDecision it) {
        var paper = paperOf(it.paper().signedOn());
        var source = "Quyết định %s (dữ liệu minh hoạ)".formatted(it.paper().number());
        load.fact(
                paper,
                ++line,
                subject,
                kind + ".decision",
                it.programme(),
                it.inForce(),
                FactValue.day(it.paper().signedOn()),
                source);
        // Nothing was paid yet: the register says so by the day before the first one due.
        var day = it.paidThrough().orElse(it.inForce().from().minusDays(1));
        load.fact(
                paperOf(day),
                ++line,
                subject,
                kind + ".paid_through",
                it.programme(),
                DateRange.startingOn(it.inForce().from()),
                FactValue.day(day),
                source);
    }
}
