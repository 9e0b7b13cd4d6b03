package org.ansinh.app.payments.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
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
    private final Clock clock;

    Receipts(ReceiptRows rows, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Checked check(String typed, String visitor) {
        Optional<String> code = ReceiptCode.read(typed);
        if (code.isEmpty()) {
            return new Checked.Mistyped();
        }
        var from = digest(LocalDate.now(clock) + " " + visitor);
        return Acting.as(
                Actor.DOORKEEPER,
                () -> Objects.requireNonNull(transaction.execute(status -> rows.check(code.get(), from))));
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
