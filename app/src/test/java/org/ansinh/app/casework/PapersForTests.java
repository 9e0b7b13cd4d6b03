package org.ansinh.app.casework;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.springframework.context.ApplicationContext;

/** Papers as people send them: photos, scans, and what is neither. */
public final class PapersForTests {

    private static final int SIDE = 40;
    private static final int BURSTING = 200;

    private PapersForTests() {}

    /** What is done to a PDF before it is saved. */
    private interface Doing {
        void with(PDDocument document) throws IOException;
    }

    /** @param shade so that two photos are two */
    public static byte[] photo(String format, int shade) {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE; i++) {
            image.setRGB(i, i, shade * 0x010203 + i);
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return out.toByteArray();
    }

    /** A photo of that paper, attached by whoever acts. */
    public static long attach(ApplicationContext house, long file, String paper, int shade) {
        try {
            var photo = Files.write(Files.createTempFile("ansinh-paper-", ".jpg"), photo("jpg", shade));
            try {
                return house.getBean(AttachmentDesk.class)
                        .attach(file, new AttachmentDesk.Sent(paper, "giay.jpg", photo))
                        .orElseThrow();
            } finally {
                Files.delete(photo);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** As a telephone of one maker begins its photos. */
    public static byte[] heic() {
        return "\0\0\0\u0018ftypheic\0\0\0\0mif1heic and then the photo".getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] scan() {
        return pdf(document -> {});
    }

    /** @param packed as most programs write it: its objects lie in a packed stream */
    public static byte[] scan(boolean packed) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return out.toByteArray();
    }

    /** @param type of the stream, as its dictionary says it */
    public static byte[] scanPackedToBurst(String type) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("%PDF-1.7\n1 0 obj\n<< " + type + " /N 1 /First 4 /Filter /FlateDecode >>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        var nothing = new byte[1 << 20];
        try (var packed = new DeflaterOutputStream(out)) {
            for (int i = 0; i < BURSTING; i++) {
                packed.write(nothing);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        out.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    public static byte[] scanWithScript() {
        return pdf(document ->
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('xin chào')")));
    }

    /** Nothing on its pages leads to the script; a reader that repairs files may still find it. */
    public static byte[] scanWithAHiddenScript() {
        return pdf(document -> {
            var hidden = new COSDictionary();
            hidden.setName(COSName.S, "JavaScript");
            hidden.setString(COSName.JS, "app.alert('xin chào')");
            var around = new COSDictionary();
            around.setItem(COSName.getPDFName("Deep"), hidden);
            document.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), around);
        });
    }

    public static byte[] scanThatLaunches() {
        return pdf(document -> {
            var launch = new PDActionLaunch();
            launch.setF("calc.exe");
            document.getDocumentCatalog().setOpenAction(launch);
        });
    }

    public static byte[] scanWithAFileInside() {
        return pdf(document -> {
            var inside = new PDComplexFileSpecification();
            inside.setFile("so-luong.xlsx");
            inside.setEmbeddedFile(new PDEmbeddedFile(document));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("so-luong.xlsx", inside));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    public static byte[] lockedScan() {
        return pdf(document ->
                document.protect(new StandardProtectionPolicy("chu so huu", "mat khau", new AccessPermission())));
    }

    private static byte[] pdf(Doing doing) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            doing.with(document);
            document.save(out);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return out.toByteArray();
    }
}
