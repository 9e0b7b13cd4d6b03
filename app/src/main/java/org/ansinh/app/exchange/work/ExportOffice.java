package org.ansinh.app.exchange.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.exchange.ExportDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files out, for whoever acts; what left, how much and a digest stay in the audit. */
@Service
class ExportOffice implements ExportDesk {

    private final RegisterOut register;
    private final AuditDesk audit;

    ExportOffice(RegisterOut register, AuditDesk audit) {
        this.register = register;
        this.audit = audit;
    }

    /** Tables into bytes; returns how many rows. */
    private interface Writing {
        long write(RegisterFiles files, OutputStream into) throws IOException;
    }

    @Override
    @Transactional
    public void xlsx(Path into) {
        write("exchange xlsx", into, FileWriting::xlsx);
    }

    @Override
    @Transactional
    public void csv(Path into) {
        write("exchange csv", into, FileWriting::csv);
    }

    private void write(String query, Path into, Writing writing) {
        var files = register.files();
        long count;
        try (var out = new BufferedOutputStream(Files.newOutputStream(into))) {
            count = writing.write(files, out);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        audit.exported(query + "; left out: " + files.leftOut(), count, Digest.of(into));
    }
}
