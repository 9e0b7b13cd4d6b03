package org.ansinh.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.province.FactValue;
import org.ansinh.province.GeneratedDecision;
import org.ansinh.province.GeneratedFact;
import org.ansinh.province.GeneratedHousehold;
import org.ansinh.province.GeneratedPerson;
import org.ansinh.province.LifeEvent;
import org.ansinh.province.Village;
import org.ansinh.rules.Law;
import org.ansinh.rules.determination.Json;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.timeline.DateRange;

/** Households as lines of JSON in the terms of a law; what the law does not know is left out. */
final class PeopleLines {

    private final Law law;
    private final Map<String, Village> villages = new HashMap<>();

    PeopleLines(Law law, List<Village> villages) {
        this.law = law;
        villages.forEach(it -> this.villages.put(it.code(), it));
    }

    /** One line for each group of households that people moved between or are bound across. */
    Stream<String> of(List<GeneratedHousehold> households) {
        var group = new HomeGroups(households);
        var groups = new LinkedHashMap<Integer, List<GeneratedHousehold>>();
        for (int i = 0; i < households.size(); i++) {
            groups.computeIfAbsent(group.of(i), it -> new ArrayList<>()).add(households.get(i));
        }
        return groups.values().stream().map(this::line);
    }

    private String line(List<GeneratedHousehold> homes) {
        var people = homes.stream().flatMap(it -> it.people().stream()).toList();
        return Json.of(homes, (json, all) -> {
            var places = all.stream()
                    .map(it -> villages.get(it.place().village()))
                    .filter(it -> it != null)
                    .distinct()
                    .toList();
            json.object(
                    "villages", places, (each, some) -> some.forEach(it -> each.object(it.code(), it, this::village)));
            json.object(
                    "households",
                    all,
                    (each, some) -> some.forEach(it ->
                            each.object(home(it.place().code()), it, (fields, one) -> household(fields, one, people))));
            json.object(
                    "people",
                    people,
                    (each, some) -> some.forEach(
                            it -> each.object(person(it.key()), it, (fields, one) -> person(fields, one, all))));
        });
    }

    private static String home(String code) {
        return "h" + code;
    }

    private static String person(long key) {
        return "p" + key;
    }

    private void village(Json json, Village it) {
        json.text("commune", it.commune()).object("facts", it.facts(), this::facts);
    }

    private void household(Json json, GeneratedHousehold it, List<GeneratedPerson> people) {
        if (villages.containsKey(it.place().village())) {
            json.text("village", it.place().village());
        }
        json.list("members", members(it.place().code(), people), (each, member) -> {
            each.text("person", person(member.who()));
            days(each, member.days());
        });
        json.object("facts", it.facts(), this::facts);
        json.object("decisions", it.decisions(), this::decisions);
    }

    /** Who lived in a household, on which days. */
    private record Member(long who, DateRange days) {}

    private static List<Member> members(String code, List<GeneratedPerson> people) {
        return people.stream()
                .flatMap(one -> one.memberships().stream()
                        .filter(it -> it.household().equals(code))
                        .map(it -> new Member(one.key(), it.days())))
                .toList();
    }

    private void person(Json json, GeneratedPerson it, List<GeneratedHousehold> homes) {
        var facts = new ArrayList<>(it.facts());
        facts.add(always("person.born", new FactValue.Day(it.identity().birth().day())));
        facts.add(always("person.sex", FactValue.words(it.identity().sex().id())));
        facts.add(always("person.ethnic_group", FactValue.words(it.identity().ethnicGroup())));
        it.events().stream()
                .filter(LifeEvent.Died.class::isInstance)
                .forEach(died -> facts.add(always("person.died_on", new FactValue.Day(died.on()))));
        json.object("facts", facts, this::facts);
        json.object("decisions", it.decisions(), this::decisions);
        relations(json, it, homes);
    }

    private static GeneratedFact always(String id, FactValue value) {
        return new GeneratedFact(id, DateRange.always(), value);
    }

    private void relations(Json json, GeneratedPerson it, List<GeneratedHousehold> homes) {
        var known = homes.stream()
                .flatMap(home -> home.people().stream())
                .map(GeneratedPerson::key)
                .collect(Collectors.toSet());
        homes.stream()
                .flatMap(home -> home.relations().stream())
                .filter(bond -> bond.from() == it.key() && known.contains(bond.to()))
                .filter(bond -> law.pack().dictionary().relation(bond.kind()).isPresent())
                .collect(Collectors.groupingBy(bond -> bond.kind(), TreeMap::new, Collectors.toList()))
                .forEach((kind, bonds) -> json.list(kind.substring(kind.indexOf('.') + 1), bonds, (each, bond) -> {
                    each.text("person", person(bond.to()));
                    days(each, bond.days());
                }));
    }

    private void facts(Json json, List<GeneratedFact> facts) {
        var byId = new TreeMap<String, List<Said>>();
        for (var it : facts) {
            law.pack()
                    .dictionary()
                    .fact(it.fact())
                    .filter(known -> !known.many())
                    .flatMap(known -> written(known, it.value()))
                    .ifPresent(value -> byId.computeIfAbsent(it.fact(), id -> new ArrayList<>())
                            .add(new Said(value, it.days())));
        }
        byId.forEach((id, said) -> json.list(id, said, (each, one) -> {
            days(each, one.days());
            each.text("value", one.value());
        }));
    }

    /** A value as it is written, and its days. */
    private record Said(String value, DateRange days) {}

    private Optional<String> written(FactDefinition fact, FactValue value) {
        return switch (value) {
            case FactValue.Whole(long whole) ->
                Optional.of(law.pack().dictionary().written(fact.type(), whole));
            case FactValue.Day(LocalDate day) -> Optional.of(day.toString());
            case FactValue.Words(String word) ->
                fact.type()
                        .enumeration()
                        .map(it -> law.pack().dictionary().enumeration(it))
                        .filter(it -> it.values().stream()
                                .anyMatch(known -> known.id().equals(word)))
                        .map(it -> word);
        };
    }

    private void decisions(Json json, List<GeneratedDecision> decisions) {
        decisions.stream()
                .filter(it -> law.pack().programme(it.programme()).isPresent())
                .collect(Collectors.groupingBy(GeneratedDecision::programme, TreeMap::new, Collectors.toList()))
                .forEach((programme, all) -> json.list(programme, all, (each, it) -> {
                    each.text("signed", it.paper().signedOn().toString());
                    days(each, it.inForce());
                }));
    }

    private static void days(Json json, DateRange days) {
        if (!days.from().equals(DateRange.FIRST_DAY)) {
            json.text("from", days.from().toString());
        }
        if (!days.isOpenEnded()) {
            json.text("to", days.to().toString());
        }
    }
}
