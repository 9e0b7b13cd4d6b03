package org.ansinh.app.exchange.work;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ansinh.app.exchange.model.Column;
import org.ansinh.app.payments.BankList;
import org.ansinh.app.payments.BankList.Bank;
import org.ansinh.app.payments.LatinName;

/** Where money of a row goes: the bank out of the list, or a provider with a contract; the number as they write it; whose account it is. */
final class AccountReading {

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{6,34}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int LONGEST_NAME = 140;
    private static final int NEAREST = 4;

    private AccountReading() {}

    /**
     * An account.
     *
     * @param keeper the bank, or who keeps electronic accounts, by code
     * @param holder in capitals without marks; empty where the row does not say
     */
    record Account(String keeper, String number, Optional<String> holder) {}

    static Account atBank(RowReading it) {
        it.needed(Column.ACCOUNT);
        it.needed(Column.BANK);
        return new Account(bank(it).code(), number(it), holder(it));
    }

    /** @param providers codes of those with whom the office has a contract */
    static Account electronic(RowReading it, Set<String> providers) {
        it.needed(Column.ACCOUNT);
        it.needed(Column.BANK);
        var keeper = LatinName.of(it.cell(Column.BANK), LONGEST_NAME);
        if (!providers.contains(keeper)) {
            throw it.stop(
                    Column.BANK,
                    "provider_without_contract",
                    providers.isEmpty() ? "–" : String.join("; ", new TreeSet<>(providers)));
        }
        return new Account(keeper, number(it), holder(it));
    }

    private static Bank bank(RowReading it) {
        var banks = BankList.napas();
        var bank = banks.find(it.cell(Column.BANK))
                .orElseThrow(() -> it.stop(Column.BANK, "bank_unknown", nearest(banks, it.cell(Column.BANK))));
        if (bank.gone()) {
            throw it.stop(
                    Column.BANK,
                    "bank_gone",
                    banks.heirOf(bank)
                            .map(heir -> heir.code() + " – " + heir.name())
                            .orElse("–"));
        }
        if (!bank.isReachable()) {
            throw it.stop(Column.BANK, "bank_unreachable", bank.name());
        }
        return bank;
    }

    /** Spaces are how people write long numbers; anything else between the figures may be a slip of a spreadsheet (8.30021E+12) and is not guessed at. */
    private static String number(RowReading it) {
        var number = SPACES.matcher(it.number(Column.ACCOUNT)).replaceAll("").toUpperCase(Locale.ROOT);
        if (!NUMBER.matcher(number).matches()) {
            throw it.stop(Column.ACCOUNT, "account_unreadable", "");
        }
        return number;
    }

    private static Optional<String> holder(RowReading it) {
        if (!it.says(Column.HOLDER)) {
            return Optional.empty();
        }
        var holder = LatinName.of(it.cell(Column.HOLDER), LONGEST_NAME);
        if (holder.isEmpty()) {
            throw it.stop(Column.HOLDER, "holder_unreadable", "");
        }
        return Optional.of(holder);
    }

    /** Banks that share words with what is written: the more, the earlier. */
    private static String nearest(BankList banks, String written) {
        var words = List.of(LatinName.of(written, LONGEST_NAME).split(" "));
        var shared = Comparator.comparingLong(
                (Bank it) -> words.stream().filter(word -> says(it, word)).count());
        return banks.all().stream()
                .filter(it -> !it.gone() && words.stream().anyMatch(word -> says(it, word)))
                .sorted(shared.reversed().thenComparing(Bank::code))
                .limit(NEAREST)
                .map(it -> it.code() + " – " + it.name())
                .collect(Collectors.joining("; "));
    }

    /** Not the words that every bank has in its name. */
    private static boolean says(Bank bank, String word) {
        return !List.of("NGAN", "HANG", "TMCP", "TNHH", "MTV", "VIET", "NAM", "CHI", "NHANH", "VA", "BANK")
                        .contains(word)
                && bank.names().stream().anyMatch(name -> (" " + name + " ").contains(" " + word + " "));
    }
}
