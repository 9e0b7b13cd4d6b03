package org.ansinh.app.casework.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.pages.DemoMark;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A letter as a tagged PDF with its fonts embedded: read aloud by who sees badly, searched and copied with every mark of Vietnamese, printed the same everywhere.
 * A letter is a document in Vietnamese, whoever prints it; its words stand in the template.
 */
@Component
class LetterPaper {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String FOLDER = "/letters/";
    private static final String FONT = "Tinos";
    private static final Pattern KIND =
            Pattern.compile("^(xã|phường|thị trấn) ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int MARCH = 3;
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        // the library tells its every step; what is amiss is still told
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final DemoMark mark;
    private final String province;

    LetterPaper(ITemplateEngine templates, DemoMark mark, @Value("${ansinh.house.province:Cao Bằng}") String province) {
        this.templates = templates;
        this.mark = mark;
        this.province = province;
    }

    byte[] pdf(Letter letter) {
        var words = new Context(VIETNAMESE);
        words.setVariable("letter", letter);
        words.setVariable("demo", mark.isDemo());
        words.setVariable("place", letter.ofTheProvince() ? "tỉnh " + province : letter.commune());
        words.setVariable("dated", dated(letter));
        words.setVariable("style", text("letter.css"));
        var html = templates.process("casework/letter", words);
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
            throw new UncheckedIOException("The letter could not be written.", trouble);
        }
        return out.toByteArray();
    }

    /** The name of the place without its kind, and the day as papers write it: a nought before days below ten and before January and February. */
    private String dated(Letter letter) {
        var where = letter.ofTheProvince()
                ? province
                : KIND.matcher(letter.commune()).replaceFirst("");
        return letter.signedOn()
                .map(it -> "%s, ngày %02d tháng %s năm %d"
                        .formatted(
                                where,
                                it.getDayOfMonth(),
                                (it.getMonthValue() < MARCH ? "0" : "") + it.getMonthValue(),
                                it.getYear()))
                .orElse(where + ", ngày … tháng … năm …");
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
                LetterPaper.class.getResourceAsStream(FOLDER + name), "The build lacks " + FOLDER + name);
    }
}
