package org.ansinh.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/** An officer of one commune finds people and reads their files, in a real browser. */
@HouseTest
class RegistryPagesTest {

    private static final String PASSWORD = "mot mat khau dai";
    private static final String THUC_PHAN = "01273";

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
            var village = Objects.requireNonNull(territory
                    .addVillages(List.of(new NewVillage(
                            "TP-01",
                            "Nà Lắc",
                            true,
                            Timeline.of(List.of(new Timeline.Span<>(DateRange.startingOn(since), THUC_PHAN))),
                            List.of(),
                            List.of())))
                    .get("TP-01"));
            register.load(rows -> family(rows, village));
            officers.open(
                    new NewOfficer(
                            "hoa.pages",
                            "Nông Thị Hoa",
                            Set.of("commune_officer"),
                            List.of(THUC_PHAN),
                            Set.of("social_assistance"),
                            since,
                            null),
                    PASSWORD,
                    false);
        });
    }

    /** Three generations; the grandmother has a certificate, the household was poor until last year. */
    private static void family(RegisterLoad rows, int village) {
        int paper = rows.paper(Paper.of("load"));
        var since = LocalDate.of(2025, 7, 1);
        var home = rows.household(
                paper,
                new HouseholdLine(
                        1,
                        "test",
                        "H1",
                        "TP-0001",
                        Optional.of(village),
                        THUC_PHAN,
                        DateRange.startingOn(since),
                        true));
        var head = rows.person(
                paper, 1, "test", "dat", IdentityLine.of("Nông Văn Đạt", LocalDate.of(1975, 3, 2), "male"), true);
        var lan = rows.person(
                paper,
                2,
                "test",
                "lan",
                IdentityLine.of("Nông Thị Lan", LocalDate.of(1950, 8, 20), "female")
                        .ethnicGroup("tay")
                        .number("004150000123"),
                true);
        var an = rows.person(
                paper, 3, "test", "an", IdentityLine.of("Nông Gia An", LocalDate.of(2018, 1, 9), "male"), true);
        rows.membership(paper, 1, head, home, "residence", "head", DateRange.startingOn(since));
        rows.membership(paper, 2, lan, home, "residence", "parent", DateRange.startingOn(since));
        rows.membership(paper, 3, an, home, "residence", "child", DateRange.startingOn(since));
        rows.relation(paper, 3, head, an, "person.raises", DateRange.startingOn(LocalDate.of(2018, 1, 9)));
        rows.fact(
                paper,
                2,
                lan,
                "person.disability",
                "",
                DateRange.startingOn(LocalDate.of(2024, 3, 1)),
                FactValue.words("severe"),
                "Giấy xác nhận khuyết tật");
        rows.fact(
                paper,
                1,
                home,
                "household.class",
                "",
                new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                FactValue.words("poor"),
                "Quyết định công nhận hộ nghèo");
    }

    @Test
    void theSignInPageIsFine() {
        try (var visitor = chromium.visitor(Screen.PHONE)) {
            var page = chromium.open(visitor, address("/login"));
            chromium.assertFineFor(page, "login-PHONE");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aPersonIsFoundWithoutMarksInAnyOrderAndTheFileSaysHowWeKnow(Screen screen) {
        try (var visitor = chromium.visitor(screen)) {
            var page = signedIn(visitor);
            chromium.assertFineFor(page, "home-" + screen);
            page.navigate(address("/search?q=lan+nong+1950"));
            chromium.assertFineFor(page, "search-" + screen);
            page.getByText("Nông Thị Lan").first().click();
            chromium.assertFineFor(page, "person-" + screen);

            assertThat(page.locator("h1").textContent()).isEqualTo("Nông Thị Lan");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hộ"))
                    .first()
                    .click();
            chromium.assertFineFor(page, "household-" + screen);
        }
    }

    private Page signedIn(BrowserContext visitor) {
        var page = chromium.open(visitor, address("/login"));
        page.fill("#username", "hoa.pages");
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
