package org.ansinh.app.casework.work;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.Attachment;
import org.ansinh.app.casework.AttachmentDesk;
import org.ansinh.app.casework.PaperDesk;
import org.ansinh.app.casework.PaperRefused;
import org.ansinh.app.casework.store.ApplicationRows;
import org.ansinh.app.casework.store.AttachmentRows;
import org.ansinh.app.casework.store.AttachmentRows.Fresh;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes papers in, judged by what they are and not by what they are called, and hands them out proven. */
@Service
class AttachmentOffice implements AttachmentDesk {

    private final AttachmentRows rows;
    private final ApplicationRows files;
    private final AuditDesk audit;
    private final PaperDesk papers;

    AttachmentOffice(AttachmentRows rows, ApplicationRows files, AuditDesk audit, PaperDesk papers) {
        this.rows = rows;
        this.files = files;
        this.audit = audit;
        this.papers = papers;
    }

    @Override
    public long mostBytes() {
        return papers.mostBytes();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attachment> of(long application) {
        return rows.of(application);
    }

    @Override
    @Transactional
    public Optional<Long> attach(long application, Sent sent) {
        if (files.find(application).isEmpty()) {
            return Optional.empty();
        }
        var judged = papers.judged(sent.givenName(), sent.content());
        var fresh = new Fresh(application, sent.paper(), judged.name(), judged.type(), judged.size(), judged.digest());
        return Optional.of(rows.attach(fresh, sent.content()));
    }

    @Override
    @Transactional
    public boolean takeAway(long application, long attachment, String because) {
        return rows.takeAway(application, attachment, because);
    }

    @Override
    @Transactional
    public Optional<Attachment> fetch(long application, long attachment, Path into) {
        var found = rows.find(application, attachment);
        found.ifPresent(it -> {
            var digest = fetched(it, into);
            if (!digest.equals(it.digest())) {
                throw new PaperRefused("changed");
            }
            int person = rows.person(application);
            if (person > 0) {
                audit.read(AuditDesk.Reading.PRINT_PERSON, person);
            }
            audit.exported("attachment %d of application %d".formatted(attachment, application), 1, digest);
        });
        return found;
    }

    private String fetched(Attachment it, Path into) {
        try (OutputStream out = Files.newOutputStream(into)) {
            var sha = PaperOffice.sha256();
            rows.fetch(it.id(), new DigestOutputStream(out, sha));
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}
