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
import org.ansinh.app.casework.PaperDesk;
import org.ansinh.app.casework.PaperRefused;
import org.ansinh.app.casework.PaperType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Judges papers by what they are and not by what they are called. */
@Service
class PaperOffice implements PaperDesk {

    private static final long MEGABYTE = 1024L * 1024;
    private static final int NAME_AT_MOST = 200;

    private final long mostBytes;

    PaperOffice(@Value("${ansinh.attachments.most-megabytes:10}") int mostMegabytes) {
        this.mostBytes = mostMegabytes * MEGABYTE;
    }

    @Override
    public long mostBytes() {
        return mostBytes;
    }

    @Override
    public Judged judged(String givenName, Path content) {
        try {
            return new Judged(shortened(givenName), type(givenName, content), Files.size(content), digest(content));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private PaperType type(String givenName, Path content) throws IOException {
        long size = Files.size(content);
        if (size == 0) {
            throw new PaperRefused("empty");
        }
        if (size > mostBytes) {
            throw new PaperRefused("too_large");
        }
        var beginning = beginning(content);
        var type = ToldByContent.type(beginning)
                .orElseThrow(() -> new PaperRefused("other", ToldByContent.word(beginning)));
        if (!type.fits(givenName)) {
            throw new PaperRefused("misnamed", ToldByContent.word(beginning));
        }
        if (type == PaperType.PDF) {
            HarmlessPdf.wrong(content).ifPresent(it -> {
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

    private static String digest(Path content) throws IOException {
        var sha = sha256();
        Files.copy(content, new DigestOutputStream(OutputStream.nullOutputStream(), sha));
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
