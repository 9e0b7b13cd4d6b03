package org.ansinh.app.exchange.work;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.exchange.ExportDesk;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.territory.TerritoryDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files out, for whoever acts. */
@Service
class ExportOffice implements ExportDesk {

    private final RegisterRows rows;
    private final LawbookDesk lawbook;
    private final TerritoryDesk territory;
    private final AuditDesk audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExportOffice(
            RegisterRows rows,
            LawbookDesk lawbook,
            TerritoryDesk territory,
            AuditDesk audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.lawbook = lawbook;
        this.territory = territory;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Tables into bytes; returns how many rows. */
    private interface Writing {
        long write(RegisterFiles files, OutputStream into) throws IOException;
    }

    @Override
    public void xlsx(Path into) {
        write("exchange xlsx", into, FileWriting::xlsx);
    }

    @Override
    public void csv(Path into) {
        write("exchange csv", into, FileWriting::csv);
    }

    private void write(String query, Path into, Writing writing) {
        transaction.executeWithoutResult(status -> {
            try (var out = new DigestOutputStream(Files.newOutputStream(into), MessageDigest.getInstance("SHA-256"))) {
                long count = writing.write(files(), out);
                audit.exported(
                        query,
                        count,
                        HexFormat.of().formatHex(out.getMessageDigest().digest()));
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private RegisterFiles files() {
        var communes = new HashMap<String, String>();
        territory.communesOn(LocalDate.now(clock)).forEach(it -> communes.put(it.code(), it.fullName()));
        return new RegisterFiles(rows, new FactWords(lawbook.current().pack()), communes);
    }
}
