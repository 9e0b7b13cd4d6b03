package org.ansinh.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A form is sent as a browser sends it that nobody has touched. */
class WebFormTest {

    private static final String PAGE = """
            <form class="leave" action="/logout" method="post"><input type="hidden" name="_csrf" value="a"></form>
            <form method="post" action="/changes/fact?person=7&amp;fact=person.monthly_pension">
              <input type="hidden" name="_csrf" value="b"/>
              <input class="short" type="text" name="from" value="1/10/2026">
              <input type="checkbox" name="subject" value="12"><input type="radio" name="kind" value="person" checked="checked">
              <select id="source" name="source"><option value="">Chọn…</option><option value="court" selected="selected">Toà án</option></select>
              <select name="village"><option value="1">Nà Lắc</option><option value="2">Bản Mới</option></select>
              <button type="submit" name="act" value="sign">Ký</button>
            </form>""";

    @Test
    void whatNobodyTickedIsNotSentAndWhatIsChosenIs() throws IOException {
        var form = WebForm.of(PAGE, "/changes/fact");
        assertThat(form.action()).isEqualTo("/changes/fact?person=7&fact=person.monthly_pension");
        assertThat(form.fields())
                .containsOnly(
                        Map.entry("_csrf", "b"),
                        Map.entry("from", "1/10/2026"),
                        Map.entry("kind", "person"),
                        Map.entry("source", "court"),
                        Map.entry("village", "1"));
    }

    @Test
    void whatIsFilledInTakesThePlaceOfWhatStood() throws IOException {
        var form = WebForm.of(PAGE, "/changes").with(Map.of("from", "5/10/2026", "subject", "12"));
        assertThat(form.fields()).containsEntry("from", "5/10/2026").containsEntry("subject", "12");
    }

    @Test
    void aPageWithoutTheFormSaysSo() {
        assertThatThrownBy(() -> WebForm.of(PAGE, "/decisions"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/decisions");
    }

    @Test
    void boxesOfAListAreRead() {
        assertThat(WebForm.all(Pattern.compile("name=\"subject\" value=\"(\\d+)\""), PAGE))
                .containsExactly("12");
    }
}
