package org.ansinh.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ansinh.province.FactValue;
import org.ansinh.province.GeneratedDecision;
import org.ansinh.province.GeneratedFact;
import org.ansinh.province.GeneratedHousehold;
import org.ansinh.province.GeneratedPerson;
import org.ansinh.province.LifeEvent;
import org.ansinh.province.Province;
import org.ansinh.province.Recipe;
import org.ansinh.province.Sex;
import org.ansinh.rules.Law;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.FactBookBuilder;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.ValueType;
import org.ansinh.timeline.DateRange;

/** The synthetic province as books of facts in the terms of a law, one for each commune, without a database. */
final class ProvinceBooks {

    private final Law law;
    private final Province province;
    private final Map<String, Integer> villages = new HashMap<>();
    private final Map<String, Map<String, Long>> words = new HashMap<>();

    ProvinceBooks(Law law, int people, long seed, LocalDate today) {
        this.law = law;
        this.province = Province.of(new Recipe(people, seed, today));
        law.pack().dictionary().enumerations().forEach((id, list) -> {
            var ordinals = new HashMap<String, Long>();
            list.values().forEach(value -> ordinals.put(value.id(), (long) list.ordinalOf(value.id())));
            words.put(id, ordinals);
        });
    }

    /** Commune after commune. */
    Stream<FactBook> books() {
        return province.communes().stream().map(this::book);
    }

    private FactBook book(String commune) {
        var one = new OneCommune(law.facts());
        province.villages().stream().filter(it -> it.commune().equals(commune)).forEach(it -> {
            var village = SubjectId.village(villages.computeIfAbsent(it.code(), code -> villages.size() + 1));
            it.facts().forEach(fact -> one.fact(village, fact));
        });
        province.householdsOf(commune).forEach(one::household);
        return one.book.build();
    }

    /** Takes down the households of one commune. */
    private final class OneCommune {

        private final FactBookBuilder book;
        private final Map<String, Integer> homes = new HashMap<>();

        OneCommune(FactBookBuilder book) {
            this.book = book;
        }

        private SubjectId home(String code) {
            return SubjectId.household(homes.computeIfAbsent(code, it -> homes.size() + 1));
        }

        void household(GeneratedHousehold it) {
            var home = home(it.place().code());
            book.subject(home);
            var village = villages.get(it.place().village());
            if (village != null) {
                book.village(home, SubjectId.village(village), DateRange.always());
            }
            it.people().forEach(this::person);
            var people = it.people().stream().map(GeneratedPerson::key).toList();
            it.relations().stream()
                    .filter(bond -> people.contains(bond.from()) && people.contains(bond.to()))
                    .filter(bond ->
                            law.pack().dictionary().relation(bond.kind()).isPresent())
                    .forEach(bond -> book.relation(bond.kind(), subject(bond.from()), subject(bond.to()), bond.days()));
            it.facts().forEach(fact -> fact(home, fact));
            decisions(home, it.decisions());
        }

        private SubjectId subject(long key) {
            return SubjectId.person(numbers.computeIfAbsent(key, it -> numbers.size() + 1));
        }

        private final Map<Long, Integer> numbers = new HashMap<>();

        private void person(GeneratedPerson it) {
            var person = subject(it.key());
            book.subject(person);
            say(
                    person,
                    "person.born",
                    DateRange.always(),
                    it.identity().birth().day().toEpochDay());
            word(person, "person.sex", it.identity().sex() == Sex.MALE ? "male" : "female");
            word(person, "person.ethnic_group", it.identity().ethnicGroup());
            it.events().stream()
                    .filter(LifeEvent.Died.class::isInstance)
                    .forEach(died -> say(
                            person,
                            "person.died_on",
                            DateRange.always(),
                            died.on().toEpochDay()));
            it.memberships().forEach(living -> book.residence(person, home(living.household()), living.days()));
            it.facts().forEach(fact -> fact(person, fact));
            decisions(person, it.decisions());
        }

        private void decisions(SubjectId subject, List<GeneratedDecision> decisions) {
            decisions.stream()
                    .filter(it -> law.pack().programme(it.programme()).isPresent())
                    .forEach(it -> book.decision(
                            subject, it.programme(), new Decision(it.paper().signedOn(), it.inForce())));
        }

        private void word(SubjectId subject, String fact, String value) {
            fact(subject, new GeneratedFact(fact, DateRange.always(), FactValue.words(value)));
        }

        private void fact(SubjectId subject, GeneratedFact it) {
            var definition = law.pack().dictionary().fact(it.fact());
            if (definition.isEmpty() || definition.get().many()) {
                return;
            }
            switch (it.value()) {
                case FactValue.Whole(long value) -> say(subject, it.fact(), it.days(), value);
                case FactValue.Day(LocalDate day) -> say(subject, it.fact(), it.days(), day.toEpochDay());
                case FactValue.Words(String id) -> {
                    var ordinal = ordinal(definition.get(), id);
                    if (ordinal != null) {
                        say(subject, it.fact(), it.days(), ordinal);
                    }
                }
            }
        }

        private @org.jspecify.annotations.Nullable Long ordinal(FactDefinition fact, String word) {
            return fact.type().kind() == ValueType.Kind.ENUM
                    ? Objects.requireNonNull(words.get(fact.type().enumeration().orElseThrow()))
                            .get(word)
                    : null;
        }

        private void say(SubjectId subject, String fact, DateRange days, long value) {
            law.pack()
                    .dictionary()
                    .fact(fact)
                    .ifPresent(it -> book.fact(subject, it, days, value, Provenance.UNSTATED));
        }
    }
}
