package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.store.ActingTransactions;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.casework.PapersForTests;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.payments.DispatchDesk.Sent;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.testing.House;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Cash for four elders was released on 18 October 2026. An officer makes the pay day, prints the list, and records on the 20th, which is the second day, what happened on both;
 * the chair counts what is left and closes the day.
 */
class CashDayPagesTest {

    private static final String COMMUNE = "01351";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    static Path folder;

    private static House house;
    private static long dispatch;

    @BeforeAll
    static void cashIsReleasedOnThe18th() {
        house = House.open("--ansinh.codes=off");
        var commune = new CommuneOfElders(house.context(), COMMUNE).withElders(4, 0, "Hoàng Thị Cuối");
        var payer = commune.officer("ke.toan.ch", "paying_officer");
        var chair = commune.officer("chu.tich.ch", "commune_chair");
        var clerk = commune.officer("can.bo.ch", "commune_officer");
        var approver = commune.officer("lanh.dao.ch", "provincial_approver");
        commune.released().determined();
        var elders = house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("select person_id from registry.face_person where commune_code = ? order by 1")
                        .param(COMMUNE)
                        .query(Integer.class)
                        .list());
        var cases = house.get(CaseDesk.class);
        as(
                clerk,
                () -> cases.draft(new DraftOrder(
                        CommuneOfElders.OCTOBER, "social_pension", Optional.of(COMMUNE), Optional.empty(), elders)));
        for (var cause : as(chair, cases::toSign)) {
            var drafts = as(chair, () -> cases.draftsOf("social_pension", Optional.of(COMMUNE), cause.causeKey()));
            as(chair, () -> cases.sign(drafts));
        }
        var payments = house.get(PaymentDesk.class);
        var drawn = as(payer, () -> payments.prepare(CommuneOfElders.OCTOBER, "social_pension", COMMUNE));
        long list = ((ListResult.Done) drawn).payrollId();
        assertThat(as(chair, () -> payments.approve(list))).isInstanceOf(ListResult.Done.class);
        var zone = ZoneId.of("Asia/Ho_Chi_Minh");
        var clock = Clock.fixed(
                LocalDate.of(2026, 10, 18).atTime(LocalTime.NOON).atZone(zone).toInstant(), zone);
        // the room is closed below, the house's own pool is not
        var source = new DelegatingDataSource(house.get(DataSource.class));
        try (var then = new PaymentsAlone(source, new ActingTransactions(source, clock), clock, folder)) {
            var prepared = as(payer, () -> then.dispatches().prepare("cash", List.of(list)));
            dispatch = ((Sent.Done) prepared).dispatchId();
            assertThat(as(approver, () -> then.dispatches().release(dispatch))).isEqualTo(prepared);
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private static void as(String login, Screen screen, Consumer<Page> does) {
        try (var visitor = chromium.visitor(screen)) {
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", login);
            page.fill("#password", CommuneOfElders.PASSWORD);
            page.click("main button[type=submit]");
            does.accept(page);
        }
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + house.context().getEnvironment().getProperty("local.server.port") + path;
    }

    private static String said(Page page) {
        return page.locator("main").innerText().replaceAll("(?U)\\s+", " ");
    }

    private static String words(Page page, String path) {
        var pdf = page.request().get(address(path), RequestOptions.create()).body();
        try (var document = Loader.loadPDF(pdf)) {
            // beside the pictures of the pages, to be looked at
            Files.write(Path.of("target/screens", path.substring(path.lastIndexOf('/') + 1)), pdf);
            return new PDFTextStripper().getText(document).replaceAll("(?U)\\s+", " ");
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }

    @Test
    void fromTheReleasedMoneyToTheClosedDay() {
        as("ke.toan.ch", Screen.LAPTOP, page -> {
            page.navigate(address("/dispatches/" + dispatch));
            assertThat(said(page)).contains("Ngày chi tiền mặt tại thôn");
            page.click("a:has-text('Ngày chi tiền mặt tại thôn')");
            page.fill("#place", "Nhà văn hoá thôn Nà Mèo");
            page.fill("#first", "18/10/2026");
            page.fill("#second", "17/10/2026");
            page.selectOption(
                    "#payer",
                    page.locator("#payer option:has-text('ke.toan.ch')").getAttribute("value"));
            page.fill("#observer", "Hoàng Văn Sơn, Mặt trận thôn");
            page.click("button:has-text('Lập ngày chi')");
            assertThat(said(page)).contains("Ngày thứ hai phải sau ngày chi");
            assertThat(page.inputValue("#observer")).as("what was typed stays").contains("Hoàng Văn Sơn");
            chromium.assertFineFor(page, "cash-villages");
            page.fill("#second", "20/10/2026");
            page.click("button:has-text('Lập ngày chi')");
            assertThat(said(page)).contains("Đã lập ngày chi", "chưa ghi 4 dòng");
            chromium.assertFineFor(page, "cash-day-made");
        });
        var path = "/cash-days/1";
        theListNamesNoProgramme(path);
        recordedByTheClerk(path);
        closedByTheChair(path);
    }

    private static void theListNamesNoProgramme(String path) {
        as("ke.toan.ch", Screen.LAPTOP, page -> {
            page.navigate(address(path));
            var paper = words(page, path + "/list.pdf");
            assertThat(paper)
                    .contains("DANH SÁCH KÝ NHẬN TIỀN MẶT", "18/10/2026", "Nhà văn hoá thôn Nà Mèo", "Hoàng Thị Cuối")
                    .contains(
                            "1945", "Tổng số tiền bằng chữ:", "đồng", "Người giám sát", "Trưởng thôn", "giấy ủy quyền")
                    .doesNotContainIgnoringCase("hưu trí")
                    .doesNotContainIgnoringCase("trợ cấp");
        });
    }

    private static void recordedByTheClerk(String path) {
        as("can.bo.ch", Screen.LAPTOP, page -> {
            page.navigate(address(path));
            var ofTheFirstDay = page.context().newPage();
            ofTheFirstDay.navigate(address(path));
            page.check("input[aria-label*='Hoàng Thị Cuối']");
            page.check("input[aria-label*='Số 1']");
            page.click("button:has-text('Mọi người đã ký nhận')");
            assertThat(said(page)).contains("Đã ghi", "chưa ghi 2 dòng");
            page.check("input[aria-label*='Hoàng Thị Cuối']");
            page.click("button:has-text('vắng mặt')");
            page.click("summary:has-text('Có người nhận thay')");
            page.selectOption(
                    "#payee", page.locator("#payee option:has-text('Số 1')").getAttribute("value"));
            page.fill("#representative", "Nông Văn Lâm");
            page.fill("#relation", "con trai");
            page.click("button:has-text('Ghi người nhận thay')");
            assertThat(said(page)).contains("Không có giấy ghi ngày thì không chi");
            chromium.assertFineFor(page, "cash-day-representative");
            page.fill("#number", "12/UQ");
            page.fill("#paperOn", "1/10/2026");
            page.click("button:has-text('Ghi người nhận thay')");
            assertThat(said(page)).contains("nhận thay: Nông Văn Lâm (con trai), 12/UQ, giấy ngày 01/10/2026");
            ofTheFirstDay.click("button:has-text('Mọi người đã ký nhận')");
            assertThat(said(ofTheFirstDay))
                    .as("the first day's button, pressed on a page that stood open, pays nobody who was absent")
                    .contains("vắng mặt 1 dòng, chưa ghi 0 dòng");
            assertThat(words(page, path + "/absent.pdf"))
                    .contains("LẦN HAI", "20/10/2026", "Hoàng Thị Cuối")
                    .doesNotContain("Số 1");
            page.check("input[aria-label*='Hoàng Thị Cuối']");
            chromium.assertFineFor(page, "cash-day-second");
            page.click("button:has-text('không nhận')");
            assertThat(said(page)).contains("không nhận", "vắng mặt 0 dòng, chưa ghi 0 dòng");
            page.setInputFiles(
                    "#file", new FilePayload("to-1.jpg", "image/jpeg", "<html>".getBytes(StandardCharsets.UTF_8)));
            page.click("button:has-text('Đính kèm')");
            assertThat(said(page)).contains("Tệp chưa được nhận");
            page.setInputFiles("#file", new FilePayload("to-1.jpg", "image/jpeg", PapersForTests.photo("jpg", 3)));
            page.click("button:has-text('Đính kèm')");
            assertThat(said(page)).contains("Đã nhận bản chụp", "Tờ 1");
            page.fill("#counted", "0");
            page.click("button:has-text('Đóng ngày chi')");
            assertThat(said(page)).contains("Người chi tiền hoặc người ghi kết quả không được đóng");
        });
    }

    private static void closedByTheChair(String path) {
        as("chu.tich.ch", Screen.LAPTOP, page -> {
            page.navigate(address(path));
            page.fill("#counted", "1000");
            page.click("button:has-text('Đóng ngày chi')");
            assertThat(said(page)).contains("Chưa khớp: mang đi", "đếm được 1.000 đồng");
            page.fill("#counted", page.locator("dd strong.money").innerText().replaceAll("\\D", ""));
            page.click("button:has-text('Đóng ngày chi')");
            assertThat(said(page)).contains("Đã đóng ngày chi", "đã đóng");
            chromium.assertFineFor(page, "cash-day-closed");
        });
        as("ke.toan.ch", Screen.PHONE, page -> {
            page.navigate(address(path));
            chromium.assertFineFor(page, "cash-day-closed-phone");
            page.fill("#on", "20/10/2026");
            page.fill("#paper", "Giấy nộp tiền 7 ngày 20/10/2026");
            page.click("button:has-text('Nộp lại Kho bạc')");
            assertThat(said(page)).contains("Đã ghi nộp lại Kho bạc", "Giấy nộp tiền 7");
            page.navigate(address("/dispatches/" + dispatch + "/cash-days"));
            chromium.assertFineFor(page, "cash-villages-phone");
            page.navigate(address("/cash-days"));
            assertThat(said(page)).contains("Ngày chi tiền mặt tại thôn", "đã đóng");
            chromium.assertFineFor(page, "cash-days-phone");
        });
    }
}
