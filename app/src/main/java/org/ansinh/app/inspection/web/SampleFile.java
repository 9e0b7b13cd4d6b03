package org.ansinh.app.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ansinh.app.inspection.DossierDesk;
import org.ansinh.app.inspection.SampleDesk;
import org.ansinh.app.inspection.SampleDesk.Item;
import org.ansinh.app.inspection.SampleDesk.Sample;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.HandingOut;
import org.springframework.stereotype.Component;

/** The dossiers of a sample as one file, in the order of the draw: each case once, and how the sample was drawn. What may not stand on paper is not in it, nor named. */
@Component
class SampleFile {

    private final SampleDesk samples;
    private final DossierDesk dossiers;
    private final DossierPaper paper;
    private final DemoMark mark;

    SampleFile(SampleDesk samples, DossierDesk dossiers, DossierPaper paper, DemoMark mark) {
        this.samples = samples;
        this.dossiers = dossiers;
        this.paper = paper;
        this.mark = mark;
    }

    void send(Sample sample, HttpServletResponse response) throws IOException {
        var name = "%smau-kiem-tra-%d.zip".formatted(mark.isDemo() ? "minh-hoa-" : "", sample.sampleId());
        HandingOut.send(response, HandingOut.ZIP, name, file -> {
            try {
                int printed = written(sample, file);
                samples.handedOut(sample.sampleId(), printed, digest(file));
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        });
    }

    private int written(Sample sample, Path file) throws IOException {
        int printed = 0;
        int leftOut = 0;
        var seen = new HashSet<String>();
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var it : samples.items(sample.sampleId())) {
                if (!seen.add(it.household() + "/" + it.subjectId() + "/" + it.programme())) {
                    continue;
                }
                var dossier = dossiers.ofSubject(it.household(), it.subjectId(), Optional.of(it.programme()));
                if (dossier.isEmpty()) {
                    leftOut++;
                    continue;
                }
                printed++;
                entry(zip, name(it), paper.pdf(dossier.get()));
            }
            entry(zip, "cach-rut-mau.txt", told(sample, printed, leftOut).getBytes(StandardCharsets.UTF_8));
        }
        return printed;
    }

    private static String name(Item it) {
        return "%03d-%s.pdf".formatted(it.nth(), it.key());
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private String told(Sample it, int printed, int leftOut) {
        return """
                %sMẫu kiểm tra số %d, người rút: %s
                Số hạt: %s
                Rút từ %d mục; chuỗi kiểm (sha256 các khoá, xếp theo thứ tự): %s
                Cách rút: xếp các khoá theo sha256(số hạt + "/" + khoá), lấy %d mục đầu.
                Số hồ sơ trong tệp: %d. Không in được trên giấy: %d.
                """.formatted(
                        mark.isDemo() ? "DỮ LIỆU MINH HOẠ\n" : "",
                        it.sampleId(),
                        it.drawnBy(),
                        it.seed(),
                        it.population(),
                        it.digest(),
                        it.wanted(),
                        printed,
                        leftOut);
    }

    private static String digest(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
