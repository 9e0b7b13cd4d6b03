package org.ansinh.app.casework.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.ansinh.app.casework.Letter;
import org.ansinh.app.pages.TaggedPdf;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A letter as paper: whose place stands in its head, and its day as offices write it. */
@Component
class LetterPaper {

    private static final Pattern KIND =
            Pattern.compile("^(xã|phường|thị trấn) ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int MARCH = 3;

    private final TaggedPdf press;
    private final String province;

    LetterPaper(TaggedPdf press, @Value("${ansinh.house.province:Cao Bằng}") String province) {
        this.press = press;
        this.province = province;
    }

    byte[] pdf(Letter letter) {
        return press.of(
                "casework/letter",
                "letter.css",
                Map.of(
                        "letter",
                        letter,
                        "place",
                        letter.ofTheProvince() ? "tỉnh " + province : letter.commune(),
                        "dated",
                        dated(letter)));
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
}
