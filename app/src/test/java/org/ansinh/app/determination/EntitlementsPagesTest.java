package org.ansinh.app.determination;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.app.territory.TerritoryDesk.NewVillage;
import org.ansinh.app.testing.HouseTest;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the law gives, on the pages of a severely disabled grandmother and of her poor household. */
@HouseTest
class EntitlementsPagesTest {

    private static final String PASSWORD = "mot mat khau dai";
    private static final int HEAVIEST = 150_000;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static boolean laid;

    @LocalServerPort
    int port;

    @Autowired
    LoadDesk register;

    @Autowired
    OfficerDesk officers;

    @Autowired
    TerritoryDesk territory;

    @BeforeEach
    void lay() {
        if (laid) {
            return;
        }
        laid = true;
        Acting.run(Actor.WORKER, () -> {
            var since = LocalDate.of(2025, 7, 1);
            var days = Timeline.of(List.of(new Timeline.Span<>(DateRange.startingOn(since), "01288")));
            var village = new NewVillage("TG-77", "Bản Chang", true, days, List.of(), List.of());
            var number = Objects.requireNonNull(
                    territory.addVillages(List.of(village)).get("TG-77"));
            register.load(rows -> grandmother(rows, number));
            var mai = new NewOfficer(
                    "mai.entitled",
                    "Lý Thị Mai",
                    Set.of("commune_officer"),
                    List.of("01288"),
                    Set.of("social_assistance"),
                    since,
                    null);
            officers.open(mai, PASSWORD, false);
        });
    }

    private static void grandmother(RegisterLoad rows, int village) {
        int paper = rows.paper(Paper.of("load"));
        var since = DateRange.startingOn(LocalDate.of(2025, 7, 1));
        var home = rows.household(
                paper, new HouseholdLine(1, "entitled", "H1", "TG-7701", Optional.of(village), "01288", since, true));
        var ly = IdentityLine.of("Triệu Mùi Ghển", LocalDate.of(1948, 5, 4), "female");
        var person = rows.person(paper, 1, "entitled", "ghen", ly, true);
        rows.membership(paper, 1, person, home, "residence", "head", since);
        rows.fact(paper, 1, person, "person.disability", "", since, FactValue.words("severe"), "Giấy xác nhận");
        rows.fact(
                paper,
                1,
                person,
                "person.disability_certified_on",
                "",
                since,
                FactValue.day(since.from()),
                "Giấy xác nhận");
        rows.fact(paper, 1, home, "household.class", "", since, FactValue.words("poor"), "Quyết định");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void theReasonsComeWhenTheyAreOpenedAndCiteTheArticle(Screen screen) {
        try (var visitor = chromium.visitor(screen)) {
            var page = herPage(visitor);
            var assistance = page.locator("article.entitlement")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHasText("Trợ cấp xã hội hằng tháng"))
                    .first();
            assertThat(assistance.locator(".reasons").count()).isZero();
            assistance
                    .locator("summary", new com.microsoft.playwright.Locator.LocatorOptions().setHasText("Vì sao"))
                    .click();
            assistance.locator(".reasons").first().waitFor();

            assertThat(assistance.textContent()).contains("20/2021/NĐ-CP");
            chromium.assertFineFor(page, "why-open-" + screen);
        }
    }

    @Test
    void whatDoesNotApplySaysWhyInWordsAndNeverByTheEnginesCodes() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = herPage(visitor);

            assertThat(page.locator("main").textContent())
                    .contains("Không có sự việc làm phát sinh quyền lợi này")
                    .doesNotContainPattern("\\b[a-z]+(_[a-z]+)+\\b")
                    .doesNotContain(".;");
        }
    }

    @Test
    void whatSheHasStandsUnderItsGroundAndTheLevelOfHerCardIsTold() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = herPage(visitor);
            var card = page.locator("article.entitlement")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHasText("Mức hưởng trên thẻ bảo hiểm y tế"));

            assertThat(card.locator("p.small").first().textContent()).containsPattern("^Mức [1-4]: [0-9]+%");
        }
    }

    @Test
    void fromWhatNobodyDecidedOneComesToTheListToDraft() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = herPage(visitor);
            var links = page.locator("a:has-text('Dự thảo từ danh sách chưa có quyết định')");

            assertThat(links.count()).isPositive();
            links.first().click();
            assertThat(page.locator("h1").textContent()).startsWith("Đủ điều kiện, chưa có quyết định");
        }
    }

    @Test
    void whoLooksBackSeesWhatWasRecordedAndNeitherRightsNorFormsOfToday() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = herPage(visitor);
            var here = page.url();
            page.navigate(here + "?known=1/1/2026");

            assertThat(page.locator("main").textContent())
                    .contains("đã biết đến hết ngày 01/01/2026", "Thông tin đã ghi nhận")
                    .doesNotContain("Theo luật được gì", "Ghi thay đổi");
            page.navigate(here + "?known=31/2/2026");
            assertThat(page.locator("main").textContent())
                    .contains("Mục “Xem hồ sơ như đã biết vào ngày” không thể là “31/2/2026”");
        }
    }

    @Test
    void anAssumptionIsSaidAndNeverAsADayThatStandsForNone() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = herPage(visitor);
            page.navigate(page.url() + "/why/health_insurance");

            assertThat(page.locator("main").textContent())
                    .contains("(giả định khi chưa ghi nhận)")
                    .doesNotContain("2200", "1900", "cần hỏi (giả định");
        }
    }

    @Test
    void withoutScriptsTheReasonsAreAPageOfTheirOwn() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = herPage(visitor);
            page.navigate(page.url() + "/why/social_assistance");

            assertThat(page.locator("main").textContent()).contains("20/2021/NĐ-CP");
            chromium.assertFineFor(page, "why-page");
        }
    }

    @Test
    void theHouseholdsPageSaysWhatItGetsAndWhoInIt() {
        try (var visitor = chromium.visitor(Screen.PHONE)) {
            var page = herPage(visitor);
            page.locator("a[href^='/households/']").first().click();

            assertThat(page.locator("main").textContent())
                    .contains("Từng người trong hộ", "Triệu Mùi Ghển", "Trợ cấp xã hội hằng tháng");
            chromium.assertFineFor(page, "household-entitled");
        }
    }

    @Test
    void herPageIsLightEnoughForASlowLine() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = herPage(visitor);
            assertThat(page.content().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .isLessThan(HEAVIEST);
        }
    }

    private Page herPage(BrowserContext visitor) {
        var page = chromium.open(visitor, "http://127.0.0.1:" + port + "/login");
        page.fill("#username", "mai.entitled");
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        page.navigate("http://127.0.0.1:" + port + "/search?q=trieu+mui+ghen");
        page.getByText("Triệu Mùi Ghển").first().click();
        page.locator("#entitled").waitFor();
        return page;
    }
}
