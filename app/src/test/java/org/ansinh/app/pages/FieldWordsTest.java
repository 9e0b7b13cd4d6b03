package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A page that was asked for wrongly says which part is wrong in the reader's words, never in the name that the program has for it. */
@HouseTest
class FieldWordsTest {

    private static final Pattern TOLD =
            Pattern.compile("(?:new NotUnderstood|NotUnderstood\\.missing)\\(\\s*\"(\\w+)\"");

    private final ApplicationContext house;
    private final MockMvc browser;

    @Autowired
    FieldWordsTest(ApplicationContext house, MockMvc browser) {
        this.house = house;
        this.browser = browser;
    }

    @Test
    void everyFieldThatMayBeSentWronglyHasAWordInBothLanguages() throws IOException {
        var fields = new EveryPage(house).fields();
        fields.addAll(toldByControllers());
        assertThat(fields).contains("year", "commune", "id", "village");

        var nameless = new TreeSet<String>();
        for (var language : Set.of("vi", "en")) {
            for (String field : fields) {
                var words = house.getMessage("error.field." + field, null, "", Locale.of(language));
                if (words == null || words.isEmpty()) {
                    nameless.add("error.field." + field + " in " + language);
                }
            }
        }
        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/budgets?year=0&lang=vi,        Mục “Năm” không thể là “0”",
        "/budgets?year=0&lang=en,        “Year” cannot be “0”",
        "/budgets?year=nam%20nay&lang=vi, Mục “Năm” không thể là “nam nay”",
        "/figures?month=13/2026&lang=vi, Mục “Tháng” không thể là “13/2026”",
        "/figures/list?lang=vi,          Thiếu mục “Tháng”",
    })
    void thePageNamesTheFieldAsItsReaderDoes(String address, String sentence) throws Exception {
        var answer = browser.perform(MockMvcRequestBuilders.get(java.net.URI.create(address))
                        .with(SecurityMockMvcRequestPostProcessors.user("lan").roles("COMMUNE_OFFICER")))
                .andReturn();

        assertThat(answer.getResponse().getStatus()).isEqualTo(400);
        assertThat(answer.getRequest().getAttribute("refused")).asString().startsWith(sentence);
    }

    private static Set<String> toldByControllers() throws IOException {
        var told = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                var found = TOLD.matcher(Files.readString(file));
                while (found.find()) {
                    told.add(found.group(1));
                }
            }
        }
        return told;
    }
}
