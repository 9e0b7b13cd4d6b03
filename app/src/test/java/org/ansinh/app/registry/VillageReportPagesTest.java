package org.ansinh.app.registry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Lan listens to the head of the village on the phone, takes down what he says, and is led on to record it. */
@HouseTest
class VillageReportPagesTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private void fine(Page page, Screen screen, String name) {
        chromium.assertFineFor(page, "village-" + name + "-" + screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aDeathToldByPhoneIsTakenDownFoundAndLedToTheFormOfDeaths(Screen screen) {
        var village = ChangeVillage.in(house);
        var name = "Trịnh" + (screen == Screen.PHONE ? "" : "h");
        var family = village.family(name);
        village.family(name);
        try (var visitor = chromium.visitor(screen)) {
            visitor.setDefaultTimeout(120_000);
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", "lan.changes");
            page.fill("#password", ChangeVillage.PASSWORD);
            page.click("main button[type=submit]");
            page.navigate(address("/village-reports"));
            fine(page, screen, "all");
            page.getByText("Lũng Vai").click();
            page.locator("input[name=came][value=phone]").check();
            page.fill("#toldBy", "Nông Văn Sơn, trưởng thôn");
            line(page, 1, "death", name.toLowerCase(java.util.Locale.of("vi")) + " thi mai", "18");
            line(page, 2, "move_in", "Lục Văn Tài", "");
            page.getByText("Tìm người trong sổ của thôn").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("2 người trong thôn có tên");
            fine(page, screen, "namesakes");

            page.locator("select[name=person1]").selectOption(new SelectOption().setValue("" + family.mai()));
            page.getByText("Ghi danh sách", new Page.GetByTextOptions().setExact(true))
                    .click();

            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Đã ghi 2 dòng");
            assertThat(page.locator("main")).containsText("tiền đang tạm giữ");
            page.getByText("Báo nhầm").first().click();
            fine(page, screen, "taken");

            page.navigate(address("/village-reports/open"));
            fine(page, screen, "open");
            page.navigate(address("/today"));
            assertThat(page.locator("main")).containsText(name + " Thị Mai");
            fine(page, screen, "today");
            page.navigate(address("/people/" + family.mai()));
            fine(page, screen, "person");
            page.locator("section.notice a").first().click();
            assertThat(page.locator("#died_on")).hasValue("18/10/2026");
            assertThat(page.locator("#source")).hasValue("village_head");

            page.navigate(address("/applications/new?person=" + family.dat() + "&lookFor=lung+vai"));
            fine(page, screen, "claim");
        }
    }

    private static void line(Page page, int n, String kind, String name, String day) {
        page.locator("select[name=kind" + n + "]").selectOption(kind);
        page.fill("input[name=name" + n + "]", name);
        page.fill("input[name=day" + n + "]", day);
    }
}
