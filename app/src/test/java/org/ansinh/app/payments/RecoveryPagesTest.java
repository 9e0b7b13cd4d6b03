package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
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
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.testing.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An elder died on 3 September and was paid for October: a proposal beside the list, a decision under two signatures, the money that the family brings. */
class RecoveryPagesTest {

    private static final String COMMUNE = "01351";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static House house;

    @BeforeAll
    static void aDeathThatIsKnownLate() {
        house = House.open("--ansinh.codes=off");
        var commune = new CommuneOfElders(house.context(), COMMUNE).withElders(3, 0, "Nông Thị Cuối");
        var payer = commune.officer("ke.toan.th", "paying_officer");
        var chair = commune.officer("chu.tich.th", "commune_chair");
        commune.officer("lanh.dao.th", "provincial_approver", "*");
        var clerk = commune.officer("can.bo.th", "commune_officer");
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
        assertThat(as(chair, () -> payments.approve(((ListResult.Done) drawn).payrollId())))
                .isInstanceOf(ListResult.Done.class);
        var death = new Change.Death(elders.getFirst(), LocalDate.of(2026, 9, 3), Optional.empty());
        as(clerk, () -> house.get(ChangeDesk.class).record(Paper.of("death", "giấy chứng tử 4"), List.of(death)));
        as(payer, () -> payments.prepare(CommuneOfElders.OCTOBER, "social_pension", COMMUNE));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private static Page signedIn(BrowserContext visitor, String login) {
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
    void aProposalBecomesADecisionUnderTwoSignaturesAndTheFamilyPaysBack() {
        var recovery = drafted();
        try (var visitor = chromium.visitor(Screen.PHONE)) {
            var page = signedIn(visitor, "chu.tich.th");
            page.navigate(recovery);
            chromium.assertFineFor(page, "recovery-to-sign");
            page.click("form[action$='/sign'] button");
            assertThat(page.locator("main").textContent()).contains("Đã ký", "Đang thu", "số 4/2026");
        }
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "ke.toan.th");
            page.navigate(address("/payments?month=2026-10&programme=social_pension"));
            assertThat(page.locator("main").textContent()).doesNotContain("đã lập thừa");
            page.navigate(recovery);
            repay(page, "600.000");
            assertThat(page.locator("[role=alert]").textContent()).contains("Chỉ còn phải thu 540.000 đồng");
            repay(page, "540.000");
            assertThat(page.locator("main").textContent()).contains("Đã ghi tiền nộp lại", "Đã thu đủ", "PT 7");
            chromium.assertFineFor(page, "recovery-done");
            page.navigate(address("/recoveries"));
            assertThat(page.locator("table").textContent()).contains("Đã thu đủ", "540.000");
            chromium.assertFineFor(page, "recoveries");
        }
    }

    /** From the proposal beside the list to a draft; its address. */
    private static String drafted() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "ke.toan.th");
            page.navigate(address("/payments/standing?month=2026-10&programme=social_pension&commune=" + COMMUNE));
            assertThat(page.locator("main").textContent()).contains("Đã lập nhiều hơn số được hưởng");
            page.locator(".notice summary").first().click();
            page.locator("a[href*='/recoveries/new']").click();
            assertThat(page.locator("table").textContent()).contains("10/2026", "540.000");
            page.click("main button[type=submit]");
            assertThat(page.locator("[role=alert]").textContent()).contains("Hãy chọn trừ dần hay nộp lại");
            chromium.assertFineFor(page, "recovery-new");
            page.check("input[name=way][value=repaid]");
            page.fill("#cause", "mất ngày 3/9/2026, báo ngày 20/10/2026");
            page.click("main button[type=submit]");
            assertThat(page.locator("main").textContent()).contains("Đã dự thảo", "Chờ ký");
            assertThat(page.locator("form[action$='/sign']").count()).isZero();
            return page.url();
        }
    }

    private static void repay(Page page, String amount) {
        page.fill("#amount", amount);
        page.fill("#on", "20/10/2026");
        page.fill("#paper", "PT 7 ngày 20/10/2026");
        page.click("form[action$='/repay'] button");
    }

    /** The social pension has no ground for it in law, and the page says so. */
    @Test
    void whereTheLawHasNoGroundNobodySuspends() {
        var elder = house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("select max(person_id) from registry.face_person where commune_code = ?")
                        .param(COMMUNE)
                        .query(Integer.class)
                        .single());
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = signedIn(visitor, "ke.toan.th");
            page.navigate(
                    address("/suspensions/new?programme=social_pension&commune=" + COMMUNE + "&subject=p" + elder));
            assertThat(page.locator("main").textContent()).contains("Luật không cho tạm dừng chế độ này");
            page.navigate(
                    address("/suspensions/new?programme=social_assistance&commune=" + COMMUNE + "&subject=p" + elder));
            assertThat(page.locator("main").textContent())
                    .contains("Không nhận liên tục từ 03 tháng trở lên", "02/2021/TT-BLĐTBXH");
            page.check("input[value=not_fetched_three_months]");
            page.fill("#cause", "không nhận các tháng 8, 9, 10/2026");
            chromium.assertFineFor(page, "suspension-new");
            page.click("main button[type=submit]");
            assertThat(page.locator("[role=alert]").textContent()).contains("Chỉ tạm dừng người đang có quyết định");
        }
    }
}
