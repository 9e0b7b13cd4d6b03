package org.ansinh.app.registry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.registry.ChangeVillage.Family;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A commune officer records what papers say, in a real browser: sees what it alters first, loses nothing, records once. */
@HouseTest
class ChangePagesTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private ChangeVillage village;

    @BeforeEach
    void lay() {
        village = ChangeVillage.in(house);
        // A machine with much else to do may take its time.
        setDefaultAssertionTimeout(120_000);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private Page signedIn(BrowserContext visitor, String login) {
        visitor.setDefaultTimeout(120_000);
        var page = chromium.open(visitor, address("/login"));
        signIn(page, login);
        return page;
    }

    private static void signIn(Page page, String login) {
        page.fill("#username", login);
        page.fill("#password", ChangeVillage.PASSWORD);
        page.click("main button[type=submit]");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void everyFormIsFreeOfBarriers(Screen screen) {
        var family = village.family("Mông" + screen.ordinal());
        try (var visitor = chromium.visitor(screen)) {
            var page = signedIn(visitor, "lan.changes");
            fine(page, screen, "person", "/people/" + family.dat());
            for (var kind : new String[] {"death", "disability", "study", "fact", "identity", "merge"}) {
                fine(page, screen, kind, "/changes/" + kind + "?person=" + family.dat());
            }
            fine(page, screen, "fact-pension", "/changes/fact?person=" + family.dat() + "&fact=person.monthly_pension");
            fine(
                    page,
                    screen,
                    "correct",
                    "/changes/correct?person=" + family.mai() + "&fact=person.monthly_pension&first=2024-01-01");
            fine(page, screen, "household", "/households/" + family.household());
            for (var kind :
                    new String[] {"birth", "class", "split", "join", "relocate", "move-out", "household-fact"}) {
                fine(page, screen, kind, "/changes/" + kind + "?household=" + family.household());
            }
            fine(page, screen, "tasks", "/tasks");
        }
    }

    private void fine(Page page, Screen screen, String name, String path) {
        page.navigate(address(path));
        assertThat(page.locator("h1")).isVisible();
        chromium.assertFineFor(page, "change-" + name + "-" + screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aCertificateShowsWhatItGivesBeforeItIsRecorded(Screen screen) {
        var family = village.family("Lục" + screen.ordinal());
        try (var visitor = chromium.visitor(screen)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/people/" + family.dat()));
            page.getByText("Giấy xác nhận khuyết tật").first().click();
            certificate(page);

            assertThat(page.locator("#effects")).containsText("Trợ cấp xã hội hằng tháng");
            assertThat(page.locator("#effects")).containsText("Nếu ký ngày 20/10/2026");
            assertThat(page.locator("#effects"))
                    .containsText("10 ngày làm việc; hồ sơ nhận hôm nay thì trả lời chậm nhất ngày 03/11/2026");
            chromium.assertFineFor(page, "change-disability-seen-" + screen);
            assertThat(village.number(
                            "select count(*)::int from registry.face_fact_now where fact = 'person.disability'"
                                    + " and subject_id = " + family.dat()))
                    .isZero();

            page.getByText("Ghi thay đổi").click();

            assertThat(page.locator(".notice-good")).containsText("Đã ghi thay đổi");
            assertThat(page.locator("main")).containsText("Khuyết tật nặng");
            chromium.assertFineFor(page, "change-disability-recorded-" + screen);
        }
        assertThat(village.text("select words || ' ' || days || ' ' || source from registry.face_fact_now where fact ="
                        + " 'person.disability' and subject_id = " + family.dat()))
                .isEqualTo("severe [2026-10-05,) disability_council");
    }

    private static void certificate(Page page) {
        page.selectOption("[name='person.disability']", "severe");
        page.fill("[name='person.disability_certified_on']", "5/10/2026");
        page.fill("#document", "15/GXN-BL");
        page.selectOption("#source", "disability_council");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void whoBuriesIsSaidWithTheDeathOrAfterIt(Screen screen) {
        var family = village.family("Chu" + screen.ordinal());
        try (var visitor = chromium.visitor(screen)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/changes/death?person=" + family.mai()));
            page.fill("#died_on", "5/10/2026");
            page.selectOption("#buried_by", Integer.toString(family.dat()));
            page.selectOption("#burial_ground", "aged_80");
            page.selectOption("#source", "family");
            assertThat(page.locator("#effects")).containsText("Hỗ trợ chi phí mai táng");
            chromium.assertFineFor(page, "change-death-burial-" + screen);
            page.getByText("Ghi thay đổi").click();
            assertThat(page.locator(".notice-good")).containsText("Đã ghi thay đổi");
            assertThat(page.locator("main")).containsText("Người lo mai táng:");

            fine(page, screen, "burial", "/changes/burial?person=" + family.mai());
        }
    }

    @Test
    void withoutScriptOneLooksAndThenRecords() {
        var family = village.family("Đinh");
        try (var visitor = chromium.visitor(Screen.LAPTOP, false)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/changes/disability?person=" + family.dat()));
            certificate(page);
            page.getByText("Ghi thay đổi").click();

            // Not yet: what it alters must have been seen.
            assertThat(page.locator(".notice-warn").first()).containsText("Xem thay đổi trước khi ghi");
            assertThat(page.locator("#effects")).containsText("Trợ cấp xã hội hằng tháng");
            assertThat(page.locator("#document")).hasValue("15/GXN-BL");

            page.getByText("Ghi thay đổi").last().click();
            assertThat(page.locator(".notice-good")).containsText("Đã ghi thay đổi");
        }
    }

    @Test
    void aboveAnEmptyFormEachSentenceNamesItsField() {
        var family = village.family("Lục");
        try (var visitor = chromium.visitor(Screen.PHONE)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/changes/birth?household=" + family.household()));
            page.getByText("Ghi thay đổi").click();

            assertThat(page.locator(".notice-bad a").first()).hasText("Họ và tên: Chưa nhập. Điền vào ô này.");
            assertThat(page.locator(".notice-bad")).containsText("Ai xác nhận: Chưa chọn");
            chromium.assertFineFor(page, "change-birth-empty");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void whatMayBeStatedStandsUnderFieldsOfWorkThatHaveNames(String language) {
        var family = village.family("Ma " + language);
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "lan.changes");
            for (var path : List.of("fact?person=" + family.dat(), "household-fact?household=" + family.household())) {
                page.navigate(address("/changes/" + path + "&lang=" + language));
                assertThat(page.locator("main h2").allTextContents())
                        .isNotEmpty()
                        .noneMatch(it -> it.matches("[a-z_]+"));
            }
        }
    }

    @Test
    void aHalfFilledFormSurvivesAPowerCut() {
        var family = village.family("Hà");
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/changes/birth?household=" + family.household()));
            page.fill("#name", "Hà Gia Bảo");
            page.fill("#born", "1/10/2026");
            assertThat(page.locator(".draft-state")).hasText("Đã giữ bản nháp");
            // The machine goes off: no farewell, no cookie.
        }
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/tasks"));
            page.getByText("Khai sinh: Hà Gia Bảo").click();

            assertThat(page.locator(".notice-calm").first()).containsText("Đã lấy lại bản nháp");
            assertThat(page.locator("#name")).hasValue("Hà Gia Bảo");
            assertThat(page.locator("#born")).hasValue("1/10/2026");

            page.getByText("Bỏ bản nháp").click();
            assertThat(page.locator("#name")).hasValue("");
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(booleans = {true, false})
    void aLapsedSessionLosesNothingThatWasTyped(boolean withScript) {
        var family = village.family(withScript ? "Triệu" : "Hoàng");
        try (var visitor = chromium.visitor(Screen.LAPTOP, withScript)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/changes/death?person=" + family.mai()));
            page.fill("#died_on", "18/9/2026");
            page.selectOption("#source", "village_head");
            if (withScript) {
                assertThat(page.locator("#effects")).containsText("Đã xét các ngày");
            }
            visitor.clearCookies();
            page.fill("#document", "7/2026 trích lục");
            if (!withScript) {
                page.getByText("Ghi thay đổi").click();
            }

            assertThat(page.locator(".notice")).containsText("Phiên làm việc đã hết");
            signIn(page, "lan.changes");

            assertThat(page.locator("h1")).containsText("Khai tử");
            assertThat(page.locator(".notice").first()).containsText("nội dung đang ghi vẫn còn nguyên");
            assertThat(page.locator("#died_on")).hasValue("18/9/2026");
            assertThat(page.locator("#document")).hasValue("7/2026 trích lục");
            assertThat(page.locator("#source")).hasValue("village_head");
        }
        assertThat(village.number(
                        "select count(*)::int from registry.face_person where died_on is not null and person_id = "
                                + family.mai()))
                .as("nothing was recorded behind the officer's back")
                .isZero();
    }

    @Test
    void whatALapsedSessionLeftIsNotShownToAnotherOfficer() {
        var family = village.family("Bế");
        try (var visitor = chromium.visitor(Screen.LAPTOP, false)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/changes/death?person=" + family.mai()));
            visitor.clearCookies();
            page.fill("#document", "chuyện riêng");
            page.getByText("Ghi thay đổi").click();
            signIn(page, "chu.changes");

            assertThat(page.locator("main")).not().containsText("chuyện riêng");
            assertThat(page.content()).doesNotContain("chuyện riêng");
        }
    }

    @Test
    void goingBackAndSendingTheFormAgainRecordsItOnce() {
        var family = village.family("Vi");
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/changes/disability?person=" + family.dat()));
            certificate(page);
            assertThat(page.locator("#effects")).containsText("Trợ cấp xã hội");
            page.getByText("Ghi thay đổi").click();
            assertThat(page.locator(".notice-good")).isVisible();
            var first = page.url();

            page.goBack();
            assertThat(page.locator("h1")).containsText("Giấy xác nhận khuyết tật");
            certificate(page);
            page.locator("[data-look]").click();
            page.getByText("Ghi thay đổi").last().click();

            assertThat(page.locator(".notice").first()).isVisible();
            assertThat(first).contains("recorded=");
        }
        assertThat(village.number("select count(distinct recording)::int from registry.fact_entry where"
                        + " subject_id = " + family.dat() + " and subject_kind = 'p'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aMoveHasTwoPartsAndTheOtherCommuneSeesWhatItTakesOver(Screen screen) {
        var family = village.family("Sầm" + screen.ordinal());
        try (var visitor = chromium.visitor(screen)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/changes/move-out?household=" + family.household()));
            page.check("[name=who][value='" + family.mai() + "']");
            page.selectOption("#to_commune", ChangeVillage.THERE);
            page.fill("#moved_on", "15/10/2026");
            page.fill("#note", "về ở với con gái");
            page.selectOption("#source", "family");
            assertThat(page.locator("#effects")).containsText("Ghi việc này chưa làm thay đổi quyền lợi của ai");
            assertThat(page.locator("#effects")).not().containsText("Đã xét các ngày");
            page.getByText("Ghi thay đổi").click();
            assertThat(page.locator(".notice-good")).isVisible();
        }
        try (var visitor = chromium.visitor(screen)) {
            var page = signedIn(visitor, "binh.changes");
            page.navigate(address("/tasks"));
            assertThat(page.locator("main")).containsText("về ở với con gái");
            chromium.assertFineFor(page, "change-tasks-coming-" + screen);
            page.locator("li", new Page.LocatorOptions().setHasText("Sầm" + screen.ordinal()))
                    .getByText("Tiếp nhận")
                    .click();
            page.fill("#home_code", "BK-" + screen.ordinal());
            page.selectOption("#village", Integer.toString(ChangeVillage.villageThere()));
            page.selectOption("#role_" + family.mai(), "head");
            page.selectOption("#source", "commune_officer");
            assertThat(page.locator("#effects")).containsText("Đã xét các ngày");
            chromium.assertFineFor(page, "change-move-in-" + screen);
            page.getByText("Ghi thay đổi").click();

            assertThat(page.locator("h1")).containsText("BK-" + screen.ordinal());
            assertThat(page.locator("main")).containsText("Thị Mai");
        }
        try (var visitor = chromium.visitor(screen)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/people/" + family.mai()));
            assertThat(page.locator("h1")).hasText("Không tìm thấy trang này");
        }
    }

    @Test
    void aDeathKnownLateShowsWhatIsNoLongerDueAndWhoHeadsTheHousehold() {
        Family family = village.family("Nông");
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "lan.changes");
            page.navigate(address("/changes/death?person=" + family.dat()));
            page.fill("#died_on", "3/9/2026");
            page.selectOption("#source", "civil_registry");
            page.selectOption("#new_head", Integer.toString(family.hoa()));
            assertThat(page.locator("#effects")).containsText("Đã xét các ngày");
            chromium.assertFineFor(page, "change-death-seen");
            page.getByText("Ghi thay đổi").click();

            assertThat(page.locator("main")).containsText("đã mất 03/09/2026");
        }
        assertThat(village.number(
                        "select head_id from registry.face_household where household_id = " + family.household()))
                .isEqualTo(family.hoa());
    }
}
