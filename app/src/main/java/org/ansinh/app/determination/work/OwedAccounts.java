package org.ansinh.app.determination.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.store.AccountRows;
import org.ansinh.app.determination.store.AccountRows.Basis;
import org.ansinh.app.determination.store.AccountRows.Key;
import org.ansinh.app.determination.store.AccountRows.Owed;
import org.ansinh.app.determination.store.SeenRows;
import org.ansinh.rules.pack.Programme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works communes out as the determiner and keeps the accounts as the worker; whoever asks must see the commune. */
@Component
class OwedAccounts {

    private final OwedMonthsOfCommune months;
    private final AccountRows accounts;
    private final SeenRows seen;
    private final PlatformTransactionManager transactions;

    OwedAccounts(
            OwedMonthsOfCommune months, AccountRows accounts, SeenRows seen, PlatformTransactionManager transactions) {
        this.months = months;
        this.accounts = accounts;
        this.seen = seen;
        this.transactions = transactions;
    }

    /** How many programmes had a changed answer. */
    int bringUpToDate(String communeCode, YearMonth through) {
        if (!new TransactionTemplate(transactions).execute(status -> seen.seesCommune(communeCode))) {
            return 0;
        }
        var found = months.of(communeCode, through);
        return as(() -> {
            accounts.lock(communeCode);
            int changed = 0;
            for (var programme : found.programmes()) {
                changed += keep(new Key(communeCode, programme.id(), through), programme, found) ? 1 : 0;
            }
            return changed;
        });
    }

    private boolean keep(Key key, Programme programme, OwedMonthsOfCommune.Found found) {
        var lines = found.lines().getOrDefault(programme.id(), List.of());
        var digest = digest(lines);
        var newest = accounts.newest(key);
        if (newest.isPresent()
                && (newest.get().digest().equals(digest) || newest.get().knownAt() > found.knownAt())) {
            return false;
        }
        int subjects = (int) lines.stream().map(Owed::subject).distinct().count();
        int period = programme.period() == Programme.Period.QUARTER ? 3 : 1;
        var due = DueMonths.after(programme.owing());
        accounts.add(key, new Basis(period, due, found.knownAt(), found.packHash(), digest, subjects), lines);
        return true;
    }

    private <T> T as(Supplier<T> work) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return Acting.as(Actor.WORKER, () -> java.util.Objects.requireNonNull(own.execute(status -> work.get())));
    }

    private static String digest(List<Owed> lines) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            lines.forEach(it -> sha.update((it + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
