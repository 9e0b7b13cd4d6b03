package org.ansinh.app.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.testing.HouseTest;
import org.ansinh.timeline.DateRange;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two officers bring a register in by file and lay a month beside their own list, in a real browser, with the server's own jobs. */
@HouseTest
class ExchangePagesTest {

    private static final String PASSWORD = "mot mat khau dai";
    private static final String TRUNG_KHANH = "01477";
    private static boolean laid;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    OfficerDesk officers;

    @Autowired
    LoadDesk register;

    @Autowired
    DeterminationDesk determination;

    @BeforeEach
    void officersOfTrungKhanh() {
        if (laid) {
            return;
        }
        laid = true;
        officer("can.bo.tep", "Nông Thị Lan", "commune_officer");
        officer("chu.tich.tep", "Hoàng Văn Chủ", "commune_chair");
        Acting.run(
                Actor.WORKER,
                () -> register.load(load -> load.household(
                        load.paper(Paper.of("load")),
                        new HouseholdLine(
                                1,
                                "import",
                                TRUNG_KHANH + "/TEP-1",
                                "TEP-1",
                                Optional.empty(),
                                TRUNG_KHANH,
                                DateRange.startingOn(LocalDate.of(2020, 1, 1)),
                                false))));
    }

    private void officer(String login, String name, String role) {
        Acting.run(
                Actor.WORKER,
                () -> officers.open(
                        new NewOfficer(
                                login,
                                name,
                                Set.of(role),
                                List.of(TRUNG_KHANH),
                                Set.of("social_assistance", "social_pension"),
                                LocalDate.of(2026, 1, 1),
                                null),
                        PASSWORD,
                        false));
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aRegisterWithDecisionsComesInByTwoOfficersAndAMonthIsComparedWithTheOfficesList(Screen screen) {
        var digit = screen == Screen.LAPTOP ? "1" : "2";
        try (var visitor = chromium.visitor(screen);
                var other = chromium.visitor(screen)) {
            var page = signedIn(visitor, "can.bo.tep");
            page.navigate(address("/exchange"));
            chromium.assertFineFor(page, "exchange-" + screen);

            bring(page, "#file", "so-theo-doi-" + digit + ".csv", register(digit));
            assertThat(page.locator("main")).containsText("Xem trước: chưa ghi gì");
            assertThat(page.locator("main")).containsText("phải chấp nhận");
            assertThat(page.locator("main")).containsText("Đã trả lại số 0 bị mất");
            assertThat(page.locator("main")).containsText("Ngày sinh 3/2/2044 sau hôm nay");
            chromium.assertFineFor(page, "exchange-preview-" + screen);
            var here = page.url();

            accepted(signedIn(other, "chu.tich.tep"), screen, digit);

            page.navigate(here);
            assertThat(page.locator("main")).containsText("Đã ghi vào sổ bộ");
            assertThat(page.locator("main")).containsText("Hoàng Văn Chủ chấp nhận.");
            chromium.assertFineFor(page, "exchange-done-" + screen);
            page.reload();
            assertThat(page.locator("main")).containsText("Đã ghi vào sổ bộ");
            refusedRowsCanBeHad(page);

            page.navigate(address("/exchange"));
            bring(page, "#file", "so-theo-doi-" + digit + ".csv", register(digit));
            // two rows are still to be corrected, so the page does not say that everything stands
            assertThat(page.locator("main")).containsText("Không có hàng nào để ghi");
            assertThat(page.locator("main")).containsText("Hàng bị từ chối (2)");
            assertThat(page.locator("main")).containsText("Chính tệp này đã được ghi lúc");
            chromium.assertFineFor(page, "exchange-nothing-new-" + screen);

            page.navigate(address("/exchange"));
            bring(page, "#file", "cu.csv", "Hä vµ tªn,Ngµy sinh\nNguyÔn V¨n §«ng,1950\n");
            assertThat(page.locator("main")).containsText("TCVN3");
            chromium.assertFineFor(page, "exchange-refused-" + screen);

            compare(page, screen, digit);
            whatIsNoFileIsRefusedInASentence(page);
        }
    }

    private void whatIsNoFileIsRefusedInASentence(Page page) {
        for (var path : List.of("/exchange", "/exchange/months")) {
            page.navigate(address(path));
            bring(page, "#file", "trong.csv", "");
            assertThat(page.locator("[role=alert]")).containsText("Tệp không có dữ liệu");
            assertThat(page.locator("#file")).isVisible();
        }
        page.navigate(address("/exchange"));
        page.fill("#asOf", "30/2/2026");
        bring(page, "#file", "xa.csv", "Hộ và tên;Mã hộ;Xã\nA;1;99999\n");
        assertThat(page.locator("[role=alert]")).containsText("Không đọc được ngày 30/2/2026");
        page.fill("#asOf", "20/10/2026");
        bring(page, "#file", "xa.csv", "Mã hộ;Xã\nH1;99999\n");
        assertThat(page.locator("main")).containsText("Không có xã 99999 vào ngày của tệp. Hãy sửa");
        assertThat(page.locator("main")).not().containsText("….");
        page.navigate(page.url() + "?lang=en");
        assertThat(page.locator("table").last()).containsText("Households");
    }

    private void accepted(Page page, Screen screen, String digit) {
        page.navigate(address("/exchange"));
        assertThat(page.locator("main")).containsText("Chờ anh/chị chấp nhận");
        page.getByText("so-theo-doi-" + digit + ".csv").first().click();
        page.getByText("Chấp nhận và ghi").click();
        assertThat(page.locator("main")).containsText("Đã ghi vào sổ bộ");
        chromium.assertFineFor(page, "exchange-accepted-" + screen);
    }

    private static void refusedRowsCanBeHad(Page page) {
        var download = page.waitForDownload(
                () -> page.getByText("Tải tệp các hàng bị từ chối").click());
        try {
            Assertions.assertThat(Files.size(download.path())).isGreaterThan(1000);
        } catch (java.io.IOException trouble) {
            throw new java.io.UncheckedIOException(trouble);
        }
    }

    private void compare(Page page, Screen screen, String digit) {
        Acting.run(
                Actor.WORKER,
                () -> determination.determineMonth(YearMonth.of(2026, 10), DeterminationDesk.Progress.SILENT));
        page.navigate(address("/exchange/months"));
        chromium.assertFineFor(page, "months-" + screen);
        page.fill("#month", "2026-10");
        page.selectOption("#programme", "social_pension");
        bring(page, "#file", "danh-sach-" + digit + ".csv", """
                DANH SÁCH CHI TRẢ THÁNG 10/2026
                STT;Họ và tên;Năm sinh;Số CCCD;Số tiền
                1;Bế Thị Sâm;1944;414412345%1$s;500.000
                2;Nông Văn Lùn;1941;;500.000
                3;Lục Văn Lạ;1940;;500.000
                Tổng cộng;;;;1.500.000
                """.formatted(digit));
        assertThat(page.locator("main")).containsText("Theo nguyên nhân");
        assertThat(page.locator("main")).containsText("Không tìm thấy trong sổ bộ");
        assertThat(page.locator("main")).containsText("đã được trả lại số 0");
        chromium.assertFineFor(page, "compared-" + screen);
        var download =
                page.waitForDownload(() -> page.getByText("Tải kết quả XLSX").click());
        Assertions.assertThat(download.suggestedFilename()).endsWith(".xlsx");
        page.locator("table a[href^='/people/']").first().click();
        assertThat(page.locator("h1")).containsText("Bế Thị Sâm");
    }

    private static void bring(Page page, String field, String name, String text) {
        var bytes = name.equals("cu.csv")
                ? text.getBytes(java.nio.charset.Charset.forName("windows-1252"))
                : text.getBytes(StandardCharsets.UTF_8);
        page.setInputFiles(field, new FilePayload(name, "text/csv", bytes));
        page.locator("form[enctype] button[type=submit]").click();
    }

    /** People with their decisions; one zero lost, one row from the future. */
    private static String register(String digit) {
        return """
                Họ và tên;Ngày sinh;Giới tính;Số CCCD;Mã hộ;Xã;Chính sách;Số QĐ;Ngày QĐ;Mức hưởng;Hưởng từ ngày;Đã chi trả đến tháng
                Bế Thị Sâm;3/2/1944;Nữ;414412345%1$s;TEP-1;;social_pension;8%1$s/QĐ-UBND;15/8/2025;500.000;1/7/2025;6/2026
                Nông Văn Lùn;12/9/1941;Nam;00404112346%1$s;TEP-1;;social_pension;9%1$s/QĐ-UBND;15/8/2025;500.000;1/7/2025;6/2026
                Nông Văn Sau;3/2/2044;Nam;;TEP-1;;social_pension;7%1$s/QĐ-UBND;15/8/2025;500.000;1/7/2025;6/2026
                """.formatted(digit);
    }

    private Page signedIn(BrowserContext visitor, String login) {
        var page = chromium.open(visitor, address("/login"));
        page.fill("#username", login);
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        return page;
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
