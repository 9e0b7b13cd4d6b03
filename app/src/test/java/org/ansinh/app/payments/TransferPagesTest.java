package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.testing.House;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** October's list is approved. One elder turns out to have died in September: her October is not sent. Another moves away: two communes decide, each on its own pages. */
class TransferPagesTest {

    private static final String COMMUNE = "01351";
    private static final String OTHER = "01273";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static House house;
    private static List<Integer> elders;
    private static long list;

    @BeforeAll
    static void threeEldersOnAnApprovedList() {
        house = House.open("--ansinh.codes=off");
        var commune = new CommuneOfElders(house.context(), COMMUNE).withElders(3, 0, "Nông Thị Cuối");
        var payer = commune.officer("ke.toan.tr", "paying_officer");
        var chair = commune.officer("chu.tich.tr", "commune_chair");
        var clerk = commune.officer("can.bo.tr", "commune_officer");
        commune.officer("can.bo.moi", "commune_officer", OTHER);
        commune.officer("chu.tich.moi", "commune_chair", OTHER);
        commune.released().determined();
        elders = house.as(
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
        list = ((ListResult.Done) drawn).payrollId();
        assertThat(as(chair, () -> payments.approve(list))).isInstanceOf(ListResult.Done.class);
        var death = new Change.Death(elders.getFirst(), LocalDate.of(2026, 9, 3), Optional.empty());
        as(clerk, () -> house.get(ChangeDesk.class).record(Paper.of("death", "giấy chứng tử 4"), List.of(death)));
        house.work();
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
            return new PDFTextStripper().getText(document).replaceAll("(?U)\\s+", " ");
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }

    @Test
    void whatIsNotSentStandsOnTheListOnTheDispatchAndOnThePersonsPage() {
        as("ke.toan.tr", Screen.LAPTOP, page -> {
            page.navigate(address("/payments/" + list));
            assertThat(said(page))
                    .contains("Đã duyệt nhưng không chuyển", "540.000", "Sổ ghi: mất ngày 03/09/2026")
                    .doesNotContain("Đã lập nhiều hơn số được hưởng");
            chromium.assertFineFor(page, "kept-list");
            page.navigate(address("/payments/" + list + "/signatures"));
            assertThat(said(page))
                    .as("nobody signs for what is not handed out")
                    .contains("Nông Thị Số 2", "Nông Thị Cuối")
                    .doesNotContain("Nông Thị Số 1");
            page.navigate(address("/dispatches?month=2026-10"));
            page.locator("input[name=chosen]").first().check();
            page.locator("main form[action='/dispatches'] button[type=submit]")
                    .last()
                    .click();
            assertThat(said(page)).contains("Đã lập lệnh chi", "Số lệnh: 2", "Đã duyệt nhưng không chuyển");
            chromium.assertFineFor(page, "kept-dispatch");
        });
        as("can.bo.tr", Screen.PHONE, page -> {
            page.navigate(address("/people/" + elders.getFirst()));
            assertThat(said(page)).contains("Đã duyệt nhưng không chuyển");
            chromium.assertFineFor(page, "kept-person");
        });
    }

    @Test
    void theOldCommuneEndsItsPaymentAndTheNewOneGoesOn() {
        long decision = house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("select max(decision_id) from casework.face_decision where subject_id = ?")
                        .param(elders.getLast())
                        .query(Long.class)
                        .single());
        var at = new String[1];
        as("can.bo.tr", Screen.LAPTOP, page -> {
            page.navigate(address("/decisions/" + decision));
            page.locator("a[href*='/transfers/new']").click();
            page.click("main form[action='/transfers'] button[type=submit]");
            assertThat(page.locator("[role=alert]").textContent()).contains("Hãy ghi lý do");
            chromium.assertFineFor(page, "transfer-new");
            page.fill("#cause", "thường trú tại xã mới từ 15/10/2026");
            page.click("main form[action='/transfers'] button[type=submit]");
            assertThat(page.locator("[role=alert]").textContent())
                    .as("no commune stands there by itself")
                    .contains("Chưa chọn xã mới");
            assertThat(page.inputValue("#cause")).isEqualTo("thường trú tại xã mới từ 15/10/2026");
            page.selectOption("#toCommune", OTHER);
            page.click("main form[action='/transfers'] button[type=submit]");
            assertThat(said(page)).contains("Đã dự thảo", "Chờ xã cũ ký", "đến hết tháng 10/2026");
            assertThat(page.locator("form[action$='/sign']").count()).isZero();
            at[0] = page.url().substring(page.url().indexOf("/transfers/"));
        });
        as("chu.tich.tr", Screen.PHONE, page -> {
            page.navigate(address("/today"));
            assertThat(said(page)).contains("Quyết định chuyển nơi hưởng chờ ký");
            chromium.assertFineFor(page, "transfer-today");
            page.navigate(address(at[0]));
            page.click("form[action$='/sign'] button");
            assertThat(said(page)).contains("Chờ xã mới tiếp nhận", "gói pháp luật không ghi thời hạn riêng");
            chromium.assertFineFor(page, "transfer-sent");
            assertThat(words(page, at[0] + "/letter.pdf"))
                    .contains("Thôi chi trả chế độ", "Nông Thị Cuối", "tháng 10/2026", "Lý do: thường trú tại xã mới");
        });
        as("can.bo.moi", Screen.LAPTOP, page -> {
            page.navigate(address("/today"));
            page.locator("main a[href='/transfers']").click();
            chromium.assertFineFor(page, "transfers");
            page.locator("main tbody a").first().click();
            page.fill("#because", "đã về ở thôn Nà Pồng");
            page.click("form[action$='/receive'] button");
            assertThat(said(page)).contains("Chờ xã mới ký");
        });
        as("chu.tich.moi", Screen.LAPTOP, page -> {
            page.navigate(address(at[0]));
            page.click("form[action$='/sign'] button");
            assertThat(said(page)).contains("Xã mới đã tiếp nhận", "từ tháng 11/2026");
            chromium.assertFineFor(page, "transfer-received");
            assertThat(words(page, at[0] + "/receipt.pdf"))
                    .contains("Tiếp tục chi trả chế độ", "Nông Thị Cuối", "tháng 11/2026, sau khi");
        });
    }
}
