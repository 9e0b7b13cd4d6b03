package org.ansinh.app.casework.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Looks through a whole PDF for what does something when it is opened: a paper lies still. */
final class HarmlessPdf {

    private static final Set<String> SCRIPT = Set.of("JS", "JavaScript", "XFA");
    private static final Set<String> ACTIONS = Set.of("Launch", "ImportData", "SubmitForm", "GoToE");
    private static final Set<String> FILES = Set.of("EF", "EmbeddedFiles", "RichMedia");

    private HarmlessPdf() {}

    /** What is wrong with it, as a word of {@code files.paper.refused}; empty where it is a paper that lies still. */
    static Optional<String> wrong(Path file) {
        try {
            return PackedObjects.areTooLarge(file) ? Optional.of("pdf_packed") : read(file);
        } catch (IOException broken) {
            return Optional.of("pdf_broken");
        }
    }

    private static Optional<String> read(Path file) {
        try (var document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (document.isEncrypted()) {
                return Optional.of("pdf_locked");
            }
            return document.getNumberOfPages() == 0 ? Optional.of("pdf_broken") : lookedThrough(document);
        } catch (InvalidPasswordException locked) {
            return Optional.of("pdf_locked");
        } catch (IOException | RuntimeException broken) {
            // the library throws what it likes at bytes that somebody made up
            return Optional.of("pdf_broken");
        }
    }

    /** Every object of the file, also one that nothing on its pages leads to. */
    private static Optional<String> lookedThrough(PDDocument document) {
        var inner = document.getDocument();
        var open = new ArrayDeque<COSBase>();
        open.add(inner.getTrailer());
        inner.getXrefTable().keySet().forEach(it -> open.add(inner.getObjectFromPool(it)));
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            var next = open.pop();
            if (!seen.add(next)) {
                continue;
            }
            switch (next) {
                case COSObject reference -> add(open, reference.getObject());
                case COSArray array -> array.forEach(it -> add(open, it));
                case COSDictionary dictionary -> {
                    var wrong = wrong(dictionary);
                    if (wrong.isPresent()) {
                        return wrong;
                    }
                    dictionary.getValues().forEach(it -> add(open, it));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static void add(ArrayDeque<COSBase> open, @org.jspecify.annotations.Nullable COSBase it) {
        if (it != null) {
            open.add(it);
        }
    }

    private static Optional<String> wrong(COSDictionary it) {
        var action = it.getNameAsString(COSName.S, "");
        for (var key : it.keySet()) {
            var name = key.getName();
            if (SCRIPT.contains(name)) {
                return Optional.of("pdf_script");
            }
            if (FILES.contains(name)) {
                return Optional.of("pdf_files");
            }
        }
        if (SCRIPT.contains(action)) {
            return Optional.of("pdf_script");
        }
        if ("EmbeddedFile".equals(it.getNameAsString(COSName.TYPE, ""))) {
            return Optional.of("pdf_files");
        }
        return ACTIONS.contains(action) ? Optional.of("pdf_action") : Optional.empty();
    }
}
