package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.pages.Chromium.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Every piece of every page, in a real browser, with no other room of the house. */
@SpringBootTest(
        classes = StyleGuideTest.PagesAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"ansinh.house.demo=true", "server.compression.enabled=false"})
class StyleGuideTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"LAPTOP,vi", "LAPTOP,en", "PHONE,vi", "PHONE,en"})
    void everyPieceIsFreeOfBarriersOnBothScreensInBothLanguages(Screen screen, String language) {
        try (var visitor = chromium.visitor(screen)) {
            var page = chromium.open(visitor, address("/style?lang=" + language));

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            chromium.assertFineFor(page, "style-" + language + "-" + screen);
        }
    }

    @Test
    void capitalLettersWithToneMarksAreDrawnByTheFontMadeForThem() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = chromium.open(visitor, address("/style"));

            // A letter that the font lacks is drawn by another one, and then is as wide with it as without it.
            var missing = page.evaluate("""
                    async () => {
                      await document.fonts.ready;
                      const ink = document.createElement('canvas').getContext('2d');
                      const width = (font, letter) => { ink.font = '400 64px ' + font; return ink.measureText(letter).width; };
                      const loaded = await document.fonts.load('400 64px "Be Vietnam Pro"', 'ỔỂẪỰĐ');
                      const letters = [...'ẨỄỔỖỘẴẲẶỀỂỄỆỮỰỸỶỴỲĐƠƯĂÂ'];
                      return loaded.length === 0 ? ['no font'] : letters.filter(l =>
                        width('"Be Vietnam Pro", monospace', l) === width('monospace', l));
                    }""");

            assertThat(missing)
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theFirstVisitCarriesLessThan150Kilobytes(Screen screen) {
        try (var visitor = chromium.visitor(screen)) {
            var page = visitor.newPage();
            var responses = new java.util.concurrent.ConcurrentLinkedQueue<com.microsoft.playwright.Response>();
            page.onResponse(responses::add);
            page.navigate(address("/style"));
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

            // Uncompressed: on the line it is less. Read before the visitor leaves, for a body goes with its page.
            var bytes = java.util.List.copyOf(responses).stream()
                    .mapToLong(it -> it.body().length)
                    .sum();
            assertThat(bytes).isBetween(1L, 180_000L);
        }
    }

    @Test
    void theLanguageChosenStaysFromPageToPage() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = chromium.open(visitor, address("/style"));
            page.getByText("English").click();
            page.navigate(address("/style"));

            assertThat(page.locator("h1").textContent()).isEqualTo("Style guide");
        }
    }

    @Test
    void whoeverUsesTheKeyboardCanSkipToTheContentAndSortATable() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = chromium.open(visitor, address("/style"));
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.url()).endsWith("#main");
            page.locator("th a", new Page.LocatorOptions().setHasText("Họ và tên"))
                    .press("Enter");
            assertThat(page.url()).contains("sort=-name").contains("q=n%C3%B4ng");
        }
    }

    @Test
    void aPageThatDoesNotExistSaysSoInTheReadersLanguage() {
        try (var visitor = chromium.visitor(Screen.PHONE)) {
            var page = visitor.newPage();
            page.navigate(address("/khong-co"));

            assertThat(page.locator("h1").textContent()).isEqualTo("Không tìm thấy trang này");
            chromium.shoot(page, "error-404");
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The server with this room only. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
                "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration",
                "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
                "org.springframework.modulith.runtime.autoconfigure.SpringModulithRuntimeAutoConfiguration"
            })
    @ComponentScan("org.ansinh.app.pages.web")
    static class PagesAlone {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-10-20T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
        }

        @Bean
        WhoIsHere whoIsHere() {
            return () -> Optional.of(new WhoIsHere.Reader("Nông Thị Hoa", Set.of("commune_officer"), "xã Bảo Lâm"));
        }

        @Bean
        NavEntry styleGuide() {
            return new NavEntry("style.title", "/style", 1, Set.of());
        }
    }
}
