package org.ansinh.app.payments.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.Names;
import org.ansinh.app.payments.ReceiptDesk;
import org.ansinh.app.payments.model.ReceiptCode;
import org.ansinh.app.payments.store.ReceiptRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks at the door, as nobody: whoever checks a paper is not signed in, and the database answers the one question. */
@Service
class Receipts implements ReceiptDesk {

    private final ReceiptRows rows;
    private final TransactionTemplate transaction;
    private final Names names;
    private final Clock clock;

    Receipts(ReceiptRows rows, PlatformTransactionManager transactions, Names names, Clock clock) {
        this.rows = rows;
        this.names = names;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Checked check(String typed, String visitor, Locale locale) {
        Optional<String> code = ReceiptCode.read(typed);
        if (code.isEmpty()) {
            return new Checked.Mistyped();
        }
        var from = digest(LocalDate.now(clock) + " " + visitor);
        var checked = Acting.as(
                Actor.DOORKEEPER,
                () -> Objects.requireNonNull(transaction.execute(status -> rows.check(code.get(), from))));
        return checked instanceof Checked.Real it ? called(it, locale) : checked;
    }

    /** What a programme is called stands in the law, which whoever keeps the door does not read. */
    private Checked.Real called(Checked.Real it, Locale locale) {
        var labels = Acting.as(Actor.WORKER, () -> names.programmes(locale));
        return new Checked.Real(
                it.programme().map(id -> labels.getOrDefault(id, id)),
                it.name(),
                it.months(),
                it.amount(),
                it.state(),
                it.day());
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
