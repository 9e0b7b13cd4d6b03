package org.ansinh.app.casework.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.Attachment;
import org.ansinh.app.casework.AttachmentDesk;
import org.ansinh.app.casework.PaperRefused;
import org.ansinh.app.casework.PaperType;
import org.ansinh.app.casework.store.ApplicationRows;
import org.ansinh.app.casework.store.AttachmentRows;
import org.ansinh.app.casework.store.AttachmentRows.Fresh;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes papers in, judged by what they are and not by what they are called, and hands them out proven. */
@Service
class AttachmentOffice implements AttachmentDesk {

    private static final long MEGABYTE = 1024L * 1024;
    private static final int NAME_AT_MOST = 200;

    private final AttachmentRows rows;
    private final ApplicationRows files;
    private final AuditDesk audit;
    private final long mostBytes;

    AttachmentOffice(
            AttachmentRows rows,
            ApplicationRows files,
            AuditDesk audit,
            @Value("${ansinh.attachments.most-megabytes:10}") int mostMegabytes) {
        this.rows = rows;
        this.files = files;
        this.audit = audit;
        this.mostBytes = mostMegabytes * MEGABYTE;
    }

    @Override
    public long mostBytes() {
        return mostBytes;
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
        try {
            var type = judged(sent);
            var fresh = new Fresh(
                    application,
                    sent.paper(),
                    shortened(sent.givenName()),
                    type,
                    Files.size(sent.content()),
                    written(sent.content(), OutputStream.nullOutputStream()));
            return Optional.of(rows.attach(fresh, sent.content()));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** What it is; refused where it is too large, not what its name says, nothing that is kept, or not at rest. */
    private PaperType judged(Sent sent) throws IOException {
        long size = Files.size(sent.content());
        if (size == 0) {
            throw new PaperRefused("empty");
        }
        if (size > mostBytes) {
            throw new PaperRefused("too_large");
        }
        var beginning = beginning(sent.content());
        var type = ToldByContent.type(beginning)
                .orElseThrow(() -> new PaperRefused("other", ToldByContent.word(beginning)));
        if (!type.fits(sent.givenName())) {
            throw new PaperRefused("misnamed", ToldByContent.word(beginning));
        }
        if (type == PaperType.PDF) {
            HarmlessPdf.wrong(sent.content()).ifPresent(it -> {
                throw new PaperRefused(it);
            });
        }
        return type;
    }

    private static byte[] beginning(Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            return in.readNBytes(ToldByContent.BEGINNING);
        }
    }

    /** Some browsers send the whole path of another machine; only its last part is a name. The end says what it is, so the beginning is left out where it is long. */
    private static String shortened(String given) {
        var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.substring(Math.max(0, name.length() - NAME_AT_MOST));
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
            var sha = sha256();
            rows.fetch(it.id(), new DigestOutputStream(out, sha));
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String written(Path from, OutputStream to) throws IOException {
        var sha = sha256();
        Files.copy(from, new DigestOutputStream(to, sha));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
