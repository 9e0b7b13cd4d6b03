package org.ansinh.app.exchange.work;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.exchange.store.RegisterRows.Known;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.springframework.util.function.SingletonSupplier;

/** Whom the rows of one load mean: people and households told earlier in the same file, or known to the register. */
final class Subjects {

    static final String SOURCE = "import";

    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\u00A0-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final RegisterLoad load;
    private final RegisterRows rows;
    private final String mark;
    private final Supplier<Map<String, Integer>> keys;
    private final Supplier<BitSet> people;
    private final Supplier<Map<String, List<Known>>> householdsByCode;
    private final Map<String, SubjectRef> told = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, SubjectRef> homes = new HashMap<>();
    private final Map<String, List<String>> toldHomes = new HashMap<>();
    private final Map<Integer, SubjectRef> known = new HashMap<>();

    Subjects(RegisterLoad load, RegisterRows rows) {
        this.load = load;
        this.rows = rows;
        this.mark = rows.ownMark() + "-";
        // what a file does not speak of is not read: everybody of a province takes a second
        this.keys = SingletonSupplier.of(rows::keys);
        this.people = SingletonSupplier.of(rows::people);
        this.householdsByCode = SingletonSupplier.of(rows::householdsByCode);
    }

    /** A row of the file that tells of a person could not be read: other rows may name them all the same. */
    void refusePerson(String key, String number) {
        refused.add("k" + key);
        if (!number.isEmpty()) {
            refused.add("n" + whole(bare(number)));
        }
    }

    void refuseHousehold(String code) {
        refused.add("h" + code);
    }

    /** Whether this file tells of them in a row that was refused, and nobody else is called so. */
    boolean isPersonRefused(String key, String number) {
        return key.isEmpty()
                ? refused.contains("n" + number) && !told.containsKey("n" + number) && !rows.isRegistered(number)
                : refused.contains("k" + key) && !told.containsKey("k" + key) && own(key).isEmpty();
    }

    boolean isHouseholdRefused(String code) {
        return refused.contains("h" + code);
    }

    /** The person this register itself calls by that key. */
    Optional<Integer> own(String key) {
        var imported = keys.get().get(key);
        if (imported != null) {
            return Optional.of(imported);
        }
        if (!key.startsWith(mark) || !key.substring(mark.length()).matches("\\d{1,9}")) {
            return Optional.empty();
        }
        int id = Integer.parseInt(key.substring(mark.length()));
        return people.get().get(id) ? Optional.of(id) : Optional.empty();
    }

    /** Whether somebody is called so, in this file or by the register. */
    boolean isKey(String written) {
        return told.containsKey("k" + written)
                || own(written).isPresent()
                || !DIGITS.matcher(bare(written)).matches();
    }

    /** A personal number as a cell means it, and whether the zeros that a spreadsheet took were put back. */
    record Number(String digits, boolean repaired) {}

    /** Put back where the whole number is somebody's: of this file, or of the register. */
    Number number(String written) {
        var digits = bare(written);
        if (!isShortened(digits)) {
            return new Number(digits, false);
        }
        var whole = whole(digits);
        return told.containsKey("n" + whole) || rows.isRegistered(whole)
                ? new Number(whole, true)
                : new Number(digits, false);
    }

    boolean isRegistered(String number) {
        var digits = bare(number);
        return rows.isRegistered(isShortened(digits) ? whole(digits) : digits);
    }

    private static String bare(String written) {
        return isDigits(written) ? written : SEPARATORS.matcher(written).replaceAll("");
    }

    /** As most files write a number. */
    private static boolean isDigits(String written) {
        return written.chars().allMatch(it -> it >= '0' && it <= '9');
    }

    /** As a spreadsheet leaves a number whose zeros it took. */
    private static boolean isShortened(String digits) {
        return (digits.length() == 10 || digits.length() == 11) && isDigits(digits);
    }

    private static String whole(String digits) {
        return "0".repeat(Math.max(0, 12 - digits.length())) + digits;
    }

    /** Remembers a person by the names other rows may use. */
    void tell(String key, String number, SubjectRef person) {
        if (!key.isEmpty()) {
            told.put("k" + key, person);
        }
        var digits = bare(number);
        if (!digits.isEmpty()) {
            told.put("n" + (isShortened(digits) ? whole(digits) : digits), person);
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
        for (var it : householdsByCode.get().getOrDefault(code, List.of())) {
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
