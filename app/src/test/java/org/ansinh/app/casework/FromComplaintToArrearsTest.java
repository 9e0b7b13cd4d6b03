package org.ansinh.app.casework;

import static org.ansinh.app.casework.VillageOfRights.COMMUNE;
import static org.ansinh.app.pages.Visits.said;
import static org.ansinh.app.pages.Visits.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Set;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Visits;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.Paper;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Hoàng Văn Tám has a severe disability in the register and an extremely severe one on his certificate. At the desk he says so; the officer takes it down, corrects the fact,
 * sees what it changes, drafts; the chair signs both papers; the payer's next list carries what he was paid too little. All of it by the pages.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromComplaintToArrearsTest {

    private static final String CLERK = "lan.heard";
    private static final String CHAIR = "chu.tich.heard";
    private static final String PAYER = "ke.toan.heard";
    private static final String TAM = "Hoàng Văn Tám";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static VillageOfRights village;
    private static Visits visits;

    @BeforeAll
    static void aDecisionOnAWrongFact() {
        village = new VillageOfRights();
        village.released();
        village.house.officer(CLERK, "commune_officer", Set.of("social_assistance"), COMMUNE);
        village.house.officer(CHAIR, "commune_chair", Set.of("social_assistance"), COMMUNE);
        village.house.officer(PAYER, "paying_officer", Set.of("social_assistance"), COMMUNE);
        int tam = village.elder(TAM, LocalDate.of(1986, 3, 2));
        village.fact(tam, "person.disability_certified_on", FactValue.day(LocalDate.of(2026, 6, 15)));
        village.fact(tam, "person.disability", FactValue.words("severe"));
        village.decided(tam, "social_assistance", LocalDate.of(2026, 7, 1), 810_000);
        village.load(load -> load.fact(
                load.paper(Paper.of("load", "paid-through")),
                1,
                load.knownPerson(tam),
                "person.paid_through",
                "social_assistance",
                DateRange.startingOn(LocalDate.of(2020, 1, 1)),
                FactValue.day(LocalDate.of(2026, 9, 30)),
                "sổ chi"));
        village.night();
        visits = new Visits(chromium, village.house);
    }

    @AfterAll
    static void closed() {
        village.close();
    }

    @Test
    @Order(1)
    void whatHeSaysIsTakenDownSignedAndTakenUp() {
        visits.as(CLERK, page -> {
            visits.opens(page, TAM);
            with(page, "main section[aria-labelledby=files] a", "Cho hưởng: Trợ cấp xã hội hằng tháng")
                    .click();
            with(page, "main a", "Ghi khiếu nại về quyết định này").click();
            page.check("input[name=way][value=spoken]");
            page.fill("#name", TAM);
            page.fill("#learntOn", "1/9/2026");
            page.fill("#says", "Giấy xác nhận của tôi ghi đặc biệt nặng, xã trả mức nặng.");
            page.fill("#wants", "Trả đúng mức");
            page.check("input[name=signedAs][value=none]");
            with(page, "main button", "Ghi vào sổ").click();
            assertThat(said(page))
                    .contains("Đã ghi vào sổ.", "Khiếu nại lần đầu số 1/2026", "Hạn thụ lý 30/10/2026")
                    .contains("Chưa ký thì chưa thụ lý được", "01/07/2026 – 31/10/2026 810.000 đ 810.000 đ 0");
            page.check("input[name=signedAs][value=fingerprint]");
            with(page, "main button", "Ghi đã ký").click();
            with(page, "main button", "Thụ lý").first().click();
            assertThat(said(page)).contains("Đã thụ lý", "Hạn giải quyết 19/11/2026");
            chromium.assertFineFor(page, "complaint-taken-up");
        });
    }

    @Test
    @Order(2)
    void theFactIsCorrectedAndTheDifferenceStandsBesideWhatWasSigned() {
        visits.as(CLERK, page -> {
            complaint(page);
            with(page, "main a", "Mở hồ sơ để sửa dữ kiện sai").click();
            with(page, "tr", "Mức độ khuyết tật").locator("a.correct").first().click();
            page.selectOption("[name='person.disability']", "extremely_severe");
            page.fill("#document", "Giấy xác nhận 15/GXN");
            page.selectOption("#source", "disability_council");
            page.locator("#effects").getByText("1.080.000").first().waitFor();
            page.getByText("Ghi thay đổi").last().click();
            assertThat(said(page)).contains("Đã ghi thay đổi");
            complaint(page);
            assertThat(said(page)).contains("01/07/2026 – 31/10/2026 810.000 đ 1.080.000 đ +270.000 đ");
            chromium.assertFineFor(page, "complaint-difference");
        });
    }

    @Test
    @Order(3)
    void theDecisionIsDraftedFromTheDifferenceAndTheAnswerProposed() {
        visits.as(CLERK, page -> {
            complaint(page);
            with(page, "main button", "Dự thảo quyết định điều chỉnh thành 1.080.000")
                    .click();
            assertThat(said(page))
                    .contains("Điều chỉnh: Trợ cấp xã hội hằng tháng", "1.080.000 đ", "01/07/2026")
                    .contains("Giải quyết khiếu nại số 1/2026");
            complaint(page);
            page.check("input[name=finding][value=right]");
            page.fill("#conclusion", "Giấy xác nhận ghi đặc biệt nặng; điều chỉnh từ tháng 7/2026.");
            with(page, "main button", "Trình kết luận").click();
            assertThat(said(page)).contains("Đã trình kết luận. Người khác có thẩm quyền ký.");
            assertThat(page.locator("form[action$='/resolve']").count())
                    .as("who proposes does not sign")
                    .isZero();
        });
    }

    @Test
    @Order(4)
    void theChairSignsTheDecisionAndTheAnswer() {
        visits.as(CHAIR, page -> {
            visits.begins(page, "/decisions");
            with(page, "section[aria-labelledby^=sign-] tr", "Giải quyết khiếu nại số 1/2026")
                    .locator("form[action='/decisions/sign'] button")
                    .click();
            assertThat(said(page)).contains("Đã ký 1 quyết định");
            complaint(page);
            page.fill("#answerNumber", "3/QĐ-UBND");
            with(page, "main button", "Ký giải quyết").click();
            assertThat(said(page)).contains("Đã ký giải quyết.", "Đúng", "văn bản số 3/QĐ-UBND, ngày 20/10/2026");
            assertThat(visits.paper(page, page.locator("a[href$='/letter.pdf']")))
                    .contains(TAM, "3/QĐ-UBND", "điều chỉnh từ tháng 7/2026");
            chromium.assertFineFor(page, "complaint-resolved");
        });
    }

    @Test
    @Order(5)
    void whatHeWasPaidTooLittleStandsOnTheNextList() {
        visits.as(PAYER, page -> {
            visits.begins(page, "/payments?month=2026-10");
            page.selectOption("#programme", "social_assistance");
            with(page, "main form button", "Xem").click();
            page.click("form[action='/payments'][method=post] button");
            assertThat(said(page)).contains("Đã lập danh sách.", "Truy lĩnh các tháng trước 1 810.000 đ");
            assertThat(with(page, "section[aria-labelledby=lines] tbody tr", TAM)
                            .allInnerTexts())
                    .extracting(Visits::plain)
                    .satisfiesExactly(
                            july -> assertThat(july).contains("07/2026", "270.000 đ"),
                            august -> assertThat(august).contains("08/2026", "270.000 đ"),
                            september -> assertThat(september).contains("09/2026", "270.000 đ"),
                            october -> assertThat(october).contains("10/2026", "1.080.000 đ", "cộng 1.890.000 đ"));
            chromium.assertFineFor(page, "complaint-arrears-listed");
        });
    }

    private static void complaint(Page page) {
        visits.begins(page, "/grievances");
        page.click("main table a");
    }
}
