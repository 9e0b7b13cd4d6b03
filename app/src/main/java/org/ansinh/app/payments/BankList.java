package org.ansinh.app.payments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Every bank that money can be moved to, from the room's own table; and what the number of an account may be made of. */
public final class BankList {

    private static final String TABLE = "banks-napas.csv";
    private static final Pattern VIETNAMESE_BIC = Pattern.compile("[A-Z0-9]{4}VN[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final int LONGEST = 200;

    private static final BankList NAPAS = read();

    private final List<Bank> banks;

    /** How it is named, best known first: its own words come before those of a bank that took its number over. */
    private final Map<String, Bank> named = new LinkedHashMap<>();

    private BankList(List<Bank> banks) {
        this.banks = List.copyOf(banks);
        this.banks.stream()
                .sorted(Comparator.comparing(Bank::gone)
                        .thenComparing(it -> it.routed() ? 0 : 1)
                        .thenComparing(Bank::code))
                .forEach(it -> it.names().forEach(name -> named.putIfAbsent(name, it)));
    }

    /**
     * A bank.
     *
     * @param code how accounts name it here; no two have the same
     * @param bin its number at NAPAS: the member of the clearing that a file names; empty where it is no member
     * @param bic how it is named abroad, where that is a Vietnamese one
     * @param names in capitals without marks: everything one may call it in a file
     * @param routed whether NAPAS moves money to it by its number today
     * @param gone given up: nobody opens an account there any more
     */
    public record Bank(
            String code,
            Optional<String> bin,
            Optional<String> bic,
            String shortName,
            String name,
            Set<String> names,
            boolean routed,
            boolean gone) {

        /** Whether a file can say where the money is to go. */
        public boolean isReachable() {
            return bin.isPresent() || bic.isPresent();
        }
    }

    public static BankList napas() {
        return NAPAS;
    }

    public List<Bank> all() {
        return banks;
    }

    /** By its code, number, BIC, short or whole name; marks and capitals do not matter. */
    public Optional<Bank> find(String words) {
        return Optional.ofNullable(named.get(LatinName.of(words, LONGEST)));
    }

    /** As people call it; words that name no bank stay as they were written. */
    public String shown(String words) {
        return find(words).map(Bank::shortName).orElse(words);
    }

    /** Every name with the bank it means. */
    public Map<String, Bank> names() {
        return Collections.unmodifiableMap(named);
    }

    /** The bank that answers to the number of one that is gone. */
    public Optional<Bank> heirOf(Bank gone) {
        return gone.bin().flatMap(this::find).filter(it -> !it.gone());
    }

    private static BankList read() {
        var table = BankList.class.getResourceAsStream(TABLE);
        if (table == null) {
            throw new IllegalStateException("The table of banks %s is missing from the build.".formatted(TABLE));
        }
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            var banks = new LinkedHashMap<String, Bank>();
            // a bank that changed its name stands twice under one code: the newer name is its name, and it answers to
            // both
            lines.lines()
                    .filter(it -> !it.startsWith("#"))
                    .skip(1)
                    .map(BankList::bank)
                    .forEach(it -> banks.merge(it.code(), it, (a, b) -> a.gone() ? both(b, a) : both(a, b)));
            return new BankList(new ArrayList<>(banks.values()));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static Bank bank(String line) {
        var cell = line.split(",", -1);
        var names = new LinkedHashSet<String>();
        for (var words : List.of(cell[1], cell[0], cell[4], cell[2], cell[3])) {
            names.add(LatinName.of(words, LONGEST));
        }
        names.remove("");
        return new Bank(
                cell[1],
                Optional.of(cell[0]).filter(it -> !it.isEmpty()),
                Optional.of(cell[4]).filter(it -> VIETNAMESE_BIC.matcher(it).matches()),
                cell[2],
                cell[3],
                names,
                cell[5].equals("1"),
                cell[7].equals("1"));
    }

    private static Bank both(Bank now, Bank formerly) {
        var names = new LinkedHashSet<>(now.names());
        names.addAll(formerly.names());
        return new Bank(now.code(), now.bin(), now.bic(), now.shortName(), now.name(), names, now.routed(), now.gone());
    }
}
