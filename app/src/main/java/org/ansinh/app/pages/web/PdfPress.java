package org.ansinh.app.pages.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.TaggedPdf;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Templates become papers, all of them in the same letters; the mark of a demonstration is told to each. */
@Component
class PdfPress implements TaggedPdf {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String FOLDER = "/letters/";
    private static final String FONT = "Tinos";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // the library tells its every step; what is amiss is still told
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final DemoMark mark;

    PdfPress(ITemplateEngine templates, DemoMark mark) {
        this.templates = templates;
        this.mark = mark;
    }

    @Override
    public byte[] of(String template, String style, Map<String, Object> words) {
        var context = new Context(VIETNAMESE, words);
        context.setVariable("demo", mark.isDemo());
        context.setVariable("style", text(style));
        return printed(templates.process(template, context));
    }

    private static byte[] printed(String html) {
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFont(() -> file("Tinos-Regular.ttf"), FONT, REGULAR, FontStyle.NORMAL, true);
            builder.useFont(() -> file("Tinos-Bold.ttf"), FONT, BOLD, FontStyle.NORMAL, true);
            builder.useFont(() -> file("Tinos-Italic.ttf"), FONT, REGULAR, FontStyle.ITALIC, true);
            builder.useFont(() -> file("Tinos-BoldItalic.ttf"), FONT, BOLD, FontStyle.ITALIC, true);
            builder.withProducer("An Sinh");
            builder.withHtmlContent(html, null);
            builder.toStream(out);
            builder.run();
        } catch (IOException trouble) {
            throw new UncheckedIOException("The paper could not be written.", trouble);
        }
        return out.toByteArray();
    }

    private static String text(String name) {
        try (var in = file(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(
                PdfPress.class.getResourceAsStream(FOLDER + name), "The build lacks " + FOLDER + name);
    }
}
