package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Optional;
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
import org.ansinh.app.testing.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three elders' October, in a browser: the budget is allotted, the list warns and is approved, two are paid and one does not come; the book opens down to her. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MoneyPagesTest {

    private static final String COMMUNE = "01318";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static House house;
    private static OfficerId payer;
    private static OfficerId chair;
    private static long list;

    @BeforeAll
    static void threeEldersWithSignedDecisions() {
        house = House.open("--ansinh.codes=off");
        var commune = new CommuneOfElders(house.context(), COMMUNE).withElders(3, 0, "Nông Thị Cuối");
        payer = commune.officer("ke.toan.so", "paying_officer");
        chair = commune.officer("chu.tich.so", "commune_chair");
        commune.officer("so.noi.vu.so", "provincial_approver", "*");
        var clerk = commune.officer("can.bo.so", "commune_officer");
        commune.released().determined();
        var cases = house.get(CaseDesk.class);
        var elders = house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("select person_id from registry.face_person where commune_code = ?")
                        .param(COMMUNE)
                        .query(Integer.class)
                        .list());
        as(
                clerk,
                () -> cases.draft(new DraftOrder(
                        CommuneOfElders.OCTOBER, "social_pension", Optional.of(COMMUNE), Optional.empty(), elders)));
        for (var cause : as(chair, cases::toSign)) {
            var drafts = as(chair, () -> cases.draftsOf("social_pension", Optional.of(COMMUNE), cause.causeKey()));
            as(chair, () -> cases.sign(drafts));
        }
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private static Page signedIn(com.microsoft.playwright.BrowserContext visitor, String login) {
        var page = chromium.open(visitor, address("/login"));
        page.fill("#username", login);
        page.fill("#password", CommuneOfElders.PASSWORD);
        page.click("main button[type=submit]");
        return page;
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + house.context().getEnvironment().getProperty("local.server.port") + path;
    }

    @Test
    @Order(1)
    void withoutABudgetTheListWarnsAndWithOneItSaysWhatIsLeft() {
        var drawn = as(
                payer, () -> house.get(PaymentDesk.class).prepare(CommuneOfElders.OCTOBER, "social_pension", COMMUNE));
        list = ((ListResult.Done) drawn).payrollId();
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "ke.toan.so");
            page.navigate(address("/payments/" + list));
            assertThat(page.locator("main").textContent()).contains("chưa được giao dự toán");

            page.navigate(address("/budgets/new"));
            page.click("main button[type=submit]");
            assertThat(page.locator("[role=alert]").textContent())
                    .contains("Chưa ghi, hoặc dài quá", "Chưa chọn", "Chưa ghi số tiền");
            chromium.assertFineFor(page, "allotment-wrong");
            fillAllotment(page, "1.700.000");
            page.click("main button[type=submit]");
            assertThat(page.locator("main").textContent()).contains("Đã ghi quyết định", "1.700.000");

            page.navigate(address("/payments/" + list));
            assertThat(page.locator("main").textContent())
                    .contains("Được giao 1.700.000", "đang giữ 1.620.000", "Dự toán không đủ đến hết năm")
                    .doesNotContain("chưa được giao dự toán");
        }
    }

    private static void fillAllotment(Page page, String amount) {
        page.fill("#number", "15/QĐ-UBND");
        page.fill("#signed", "5/1/2026");
        page.fill("#office", "UBND tỉnh Cao Bằng");
        page.fill("#signer", "Hoàng Văn Thạch");
        page.check("input[name=source][value=province]");
        page.selectOption("#programme", "social_pension");
        page.fill("#amount-" + COMMUNE, amount);
    }

    @Test
    @Order(2)
    void twoArePaidAndWhoDidNotComeStaysOwed() {
        assertThat(as(chair, () -> house.get(PaymentDesk.class).approve(list))).isInstanceOf(ListResult.Done.class);
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "ke.toan.so");
            page.navigate(address("/payments/" + list));
            page.locator("a[href$='/results']").click();
            page.locator("input[name=ticked]").first().check();
            page.click("button[value=PAID_EXCEPT]");
            assertThat(page.locator("[role=alert]").textContent()).contains("Chưa ghi giấy tờ");
            page.fill("#paper", "Danh sách ký nhận ngày 20/10");
            page.fill("#on", "22/10/2026");
            page.click("button[value=PAID_EXCEPT]");
            assertThat(page.locator("[role=alert]").textContent())
                    .as("what the database refuses is told on the page")
                    .contains("Không thực hiện được", "ngày đã đến");
            assertThat(page.locator("input[name=ticked]").first().isChecked()).isTrue();
            assertThat(page.inputValue("#paper")).isEqualTo("Danh sách ký nhận ngày 20/10");
            page.fill("#on", "20/10/2026");
            page.click("button[value=PAID_EXCEPT]");
            assertThat(page.locator("main").textContent()).contains("Đã chi 2 dòng", "chưa có kết quả 1 dòng");
            assertThat(page.locator(".lead").textContent()).contains("Trợ cấp hưu trí xã hội");

            page.locator("tr:has-text('chưa có kết quả') input[name=ticked]").check();
            page.fill("#paper", "Biên bản ngày 20/10");
            page.click("button[value=NOT_COLLECTED]");
            assertThat(page.locator("main").textContent())
                    .contains("chưa nhận hoặc bị trả lại 1 dòng", "chưa có kết quả 0 dòng");
        }
        var again = as(
                payer, () -> house.get(PaymentDesk.class).prepare(CommuneOfElders.OCTOBER, "social_pension", COMMUNE));
        var next = ((ListResult.Done) again).payrollId();
        assertThat(as(payer, () -> house.get(PaymentDesk.class).lines(next, 0, 10)))
                .singleElement()
                .satisfies(it -> assertThat(it.sequence()).isOne());
        as(payer, () -> house.get(PaymentDesk.class).discard(next));
    }

    @Test
    @Order(3)
    void aPersonsPageSaysWhereTheirMoneyIs() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "can.bo.so");
            page.navigate(address("/people/" + elder("paid")));
            assertThat(page.locator("section:has(#money)").textContent())
                    .contains("10/2026", "540.000", "Đã nhận", "20/10/2026", "Danh sách ký nhận ngày 20/10");
            page.navigate(address("/people/" + elder("not_collected")));
            assertThat(page.locator("section:has(#money)").textContent())
                    .contains("Chưa đến nhận, vào danh sách sau", "Biên bản ngày 20/10");
            assertThat(page.locator("section:has(#acts)").textContent())
                    .as("what was recorded is told in words")
                    .contains("Ký quyết định");
        }
    }

    private static String elder(String outcome) {
        return house.text("select max(subject_id)::text from payments.outcome where outcome = '%s'".formatted(outcome));
    }

    @Test
    @Order(3)
    void everyFigureOfTheBookOpensDownToTheListAndTheElder() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "chu.tich.so");
            page.navigate(address("/ledger?month=2026-10"));
            assertThat(page.locator("main").textContent()).contains("Tổng Nợ bằng tổng Có");
            page.locator("main a:has-text('Chưa nhận, chuyển kỳ sau')").click();
            page.locator("tbody a").first().click();
            assertThat(page.locator("main").textContent()).contains("540.000", "Chưa đến nhận");
            page.locator("tbody a:has-text('Chưa đến nhận')").first().click();
            assertThat(page.locator("main").textContent()).contains("Biên bản ngày 20/10", "Nông Thị");
            page.locator("dl a:has-text('Danh sách chi trả số')").click();
            assertThat(page.url()).endsWith("/payments/" + list);
        }
        assertThat(house.text("select string_agg(words, ' ') from access.face_audit where words like 'ledger/%'"))
                .startsWith("ledger/entries/");
    }

    @Test
    @Order(4)
    void aMonthIsClosedByTheProvinceOnceItIsOver() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "so.noi.vu.so");
            page.navigate(address("/ledger?month=2026-10"));
            assertThat(page.locator("form[action$='/ledger/close']").count()).isZero();
            page.navigate(address("/ledger?month=2026-09"));
            page.click("form[action$='/ledger/close'] button");
            assertThat(page.locator("main").textContent()).contains("Đã khoá sổ");
        }
    }

    @Test
    @Order(5)
    void aFundTakesInWhatWasRaisedAndSpendsItByTwo() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "ke.toan.so");
            page.navigate(address("/funds"));
            page.fill("#name", "Quỹ Vì người nghèo");
            page.fill("#document", "Thư kêu gọi ngày 17/10/2026");
            page.fill("#purposes", "Sửa nhà cho hộ nghèo\nTặng quà Tết");
            page.selectOption("#commune", COMMUNE);
            page.click("form[action$='/funds'] button");
            page.locator("main a:has-text('Quỹ Vì người nghèo')").click();
            recordInFund(page, "Thu", "5.000.000", "Trường tiểu học Yên Thổ");
            recordInFund(page, "Chi: Sửa nhà cho hộ nghèo", "2.000.000", "Nông Văn Thiêm");
            assertThat(page.locator("main").textContent()).contains("chờ người khác duyệt");
            fillFund(page, "Thu", "1.000.000", "Trường tiểu học Yên Thổ", "22/10/2026");
            page.click("form.panel button");
            assertThat(page.locator("[role=alert]").textContent())
                    .contains("Không thực hiện được", "Ngày này chưa tới");
        }
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "chu.tich.so");
            page.navigate(address("/funds/1"));
            page.click("form[action$='/approve'] button");
            assertThat(page.locator("main").textContent()).contains("Đã duyệt chi", "đã chi 2.000.000");
        }
    }

    private static void recordInFund(Page page, String what, String amount, String whom) {
        fillFund(page, what, amount, whom, "19/10/2026");
        page.click("form.panel button");
    }

    private static void fillFund(Page page, String what, String amount, String whom, String on) {
        page.selectOption("#purpose", new SelectOption().setLabel(what));
        page.fill("#amount", amount);
        page.fill("#whom", whom);
        page.fill("#on", on);
        page.fill("#document", "Chứng từ ngày 19/10");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    @Order(6)
    void thePagesAreFineForEverybody(Screen screen) {
        long entry =
                Long.parseLong(house.text("select min(entry_id)::text from ledger.entry where kind = 'list_approved'"));
        long account =
                Long.parseLong(house.text("select min(account_id)::text from ledger.account where class = 'payable'"));
        try (var visitor = chromium.visitor(screen)) {
            var clerk = signedIn(visitor, "can.bo.so");
            clerk.navigate(address("/people/" + elder("not_collected")));
            chromium.assertFineFor(clerk, "money-person-" + screen);
        }
        try (var visitor = chromium.visitor(screen)) {
            var page = signedIn(visitor, "ke.toan.so");
            for (var path : List.of(
                    "/budgets",
                    "/budgets?by=both",
                    "/budgets/new",
                    "/budgets/allotments/1",
                    "/ledger?month=2026-10",
                    "/ledger?month=2026-10&kind=payable",
                    "/ledger/accounts/" + account + "?month=2026-10",
                    "/ledger/entries/" + entry,
                    "/funds",
                    "/funds/1",
                    "/payments/" + list,
                    "/payments/" + list + "/results")) {
                page.navigate(address(path));
                assertThat(page.locator("main td:visible").allInnerTexts())
                        .as("a record read on a phone shows no heading without a value")
                        .noneMatch(it -> screen == Screen.PHONE && path.contains("month=") && it.isBlank());
                chromium.assertFineFor(page, "money" + path.replaceAll("[^a-z0-9]", "-") + "-" + screen);
            }
        }
    }
}
