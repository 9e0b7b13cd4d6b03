package org.ansinh.app.exchange.work;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.exchange.store.RegisterRows.Known;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;

/** Whom the rows of one load mean: people and households told earlier in the same file, or known to the register. */
final class Subjects {

    static final String SOURCE = "import";

    private final RegisterLoad load;
    private final String mark;
    private final Map<String, Integer> keys;
    private final BitSet people;
    private final Map<String, List<Known>> householdsByCode;
    private final Map<String, SubjectRef> told = new HashMap<>();
    private final Map<String, SubjectRef> homes = new HashMap<>();
    private final Map<String, List<String>> toldHomes = new HashMap<>();
    private final Map<Integer, SubjectRef> known = new HashMap<>();

    Subjects(RegisterLoad load, RegisterRows rows) {
        this.load = load;
        this.mark = rows.ownMark() + "-";
        this.keys = rows.keys();
        this.people = rows.people();
        this.householdsByCode = rows.householdsByCode();
    }

    /** The person this register itself calls by that key. */
    Optional<Integer> own(String key) {
        var imported = keys.get(key);
        if (imported != null) {
            return Optional.of(imported);
        }
        if (!key.startsWith(mark) || !key.substring(mark.length()).matches("\\d{1,9}")) {
            return Optional.empty();
        }
        int id = Integer.parseInt(key.substring(mark.length()));
        return people.get(id) ? Optional.of(id) : Optional.empty();
    }

    /** Remembers a person by the names other rows may use. */
    void tell(String key, String number, SubjectRef person) {
        if (!key.isEmpty()) {
            told.put("k" + key, person);
        }
        if (!number.isEmpty()) {
            told.put("n" + number, person);
        }
    }

    Optional<SubjectRef> person(int line, String key, String number) {
        if (!key.isEmpty()) {
            var here = told.get("k" + key);
            if (here != null) {
                return Optional.of(here);
            }
            var own = own(key);
            if (own.isPresent()) {
                return own.map(it -> known.computeIfAbsent(it, load::knownPerson));
            }
        }
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(told.computeIfAbsent(
                "n" + number, it -> load.mentionedPerson(line, SOURCE, Optional.empty(), Optional.of(number))));
    }

    void tellHousehold(String commune, String code, SubjectRef household) {
        homes.put(commune + '/' + code, household);
        toldHomes.computeIfAbsent(code, it -> new java.util.ArrayList<>(1)).add(commune);
    }

    /** What a household's code means, with or without its commune. */
    sealed interface Home {
        record Found(SubjectRef household) implements Home {}

        record Unknown() implements Home {}

        record InSeveralCommunes(List<String> communes) implements Home {}
    }

    Home household(Optional<String> commune, String code) {
        var candidates = new java.util.TreeMap<String, SubjectRef>();
        for (var place : toldHomes.getOrDefault(code, List.of())) {
            var here = homes.get(place + '/' + code);
            if (here != null && commune.map(place::equals).orElse(true)) {
                candidates.put(place, here);
            }
        }
        for (var it : householdsByCode.getOrDefault(code, List.of())) {
            if (commune.map(it.commune()::equals).orElse(true) && !candidates.containsKey(it.commune())) {
                var home = homes.computeIfAbsent(it.commune() + '/' + code, at -> load.knownHousehold(it.id()));
                candidates.put(it.commune(), home);
            }
        }
        return switch (candidates.size()) {
            case 0 -> new Home.Unknown();
            case 1 -> new Home.Found(candidates.firstEntry().getValue());
            default -> new Home.InSeveralCommunes(List.copyOf(candidates.keySet()));
        };
    }
}
