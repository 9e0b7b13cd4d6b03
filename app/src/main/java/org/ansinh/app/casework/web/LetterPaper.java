package org.ansinh.app.casework.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.casework.LetterPress;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.TaggedPdf;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A letter as paper: whose place stands in its head, and its day as offices write it. */
@Component
class LetterPaper implements LetterPress {

    private static final Pattern KIND =
            Pattern.compile("^(xã|phường|thị trấn) ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int MARCH = 3;

    private final TaggedPdf press;
    private final DemoMark mark;
    private final String province;

    LetterPaper(TaggedPdf press, DemoMark mark, @Value("${ansinh.house.province:Cao Bằng}") String province) {
        this.press = press;
        this.mark = mark;
        this.province = province;
    }

    @Override
    public ResponseEntity<byte[]> print(Letter letter, String name) {
        var shown = "%s%s.pdf".formatted(mark.isDemo() ? "minh-hoa-" : "", name);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(shown).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf(letter));
    }

    private byte[] pdf(Letter letter) {
        return press.of(
                "casework/letter",
                "letter.css",
                Map.of(
                        "letter",
                        letter,
                        "place",
                        letter.head().ofTheProvince()
                                ? "tỉnh " + province
                                : letter.head().commune(),
                        "dated",
                        dated(letter)));
    }

    /** The name of the place without its kind, and the day as papers write it: a nought before days below ten and before January and February. */
    private String dated(Letter letter) {
        var where = letter.head().ofTheProvince()
                ? province
                : KIND.matcher(letter.head().commune()).replaceFirst("");
        return letter.head()
                .signedOn()
                .map(it -> "%s, ngày %02d tháng %s năm %d"
                        .formatted(
                                where,
                                it.getDayOfMonth(),
                                (it.getMonthValue() < MARCH ? "0" : "") + it.getMonthValue(),
                                it.getYear()))
                .orElse(where + ", ngày … tháng … năm …");
    }
}
