package org.ansinh.app.casework;

import static org.ansinh.app.casework.VillageOfRights.COMMUNE;
import static org.ansinh.app.pages.Visits.said;
import static org.ansinh.app.pages.Visits.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Set;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.pages.Visits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Nông Thị Hoa is 78 and comes to the desk. An officer opens her file, asks the one thing that is missing, takes her papers, finds the file complete and drafts; the chair
 * signs; the letter goes to her. All of it by the pages.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromApplicationToLetterTest {

    private static final String CLERK = "lan.desk";
    private static final String CHAIR = "chu.tich.desk";
    private static final String HOA = "Nông Thị Hoa";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static VillageOfRights village;
    private static Visits visits;

    @BeforeAll
    static void aVillage() {
        village = new VillageOfRights();
        village.released();
        village.house.officer(CLERK, "commune_officer", Set.of("social_assistance"), COMMUNE);
        village.house.officer(CHAIR, "commune_chair", Set.of("social_assistance"), COMMUNE);
        village.elder(HOA, LocalDate.of(1948, 3, 4), false);
        village.elder("Bế Văn Nhờ", LocalDate.of(1947, 5, 6));
        visits = new Visits(chromium, village.house);
    }

    @AfterAll
    static void closed() {
        village.close();
    }

    @Test
    @Order(1)
    void herFileIsOpenedAndAsksOnlyWhatIsMissing() {
        visits.as(CLERK, page -> {
            opened(page, HOA, "applicant");
            assertThat(said(page))
                    .contains("Đã lập hồ sơ", "Người dân đề nghị", "Chỉ cần hỏi thêm", "Mẫu số 01")
                    .doesNotContain("Dự thảo quyết định");
            chromium.assertFineFor(page, "application-asks");
            assertThat(page.locator("section[aria-labelledby=law] ul.links li").allInnerTexts())
                    .as("of all that could be asked the one thing that decides")
                    .hasSize(1);
            page.click("section[aria-labelledby=law] ul.links a");
            page.fill("[name='person.monthly_pension']", "0");
            page.fill("#from", "1/1/2020");
            page.fill("#document", "Tờ khai ngày 20/10/2026");
            page.selectOption("#source", "commune_officer");
            with(page, "#effects", "Trợ cấp hưu trí xã hội").waitFor();
            page.getByText("Ghi thay đổi").last().click();
            assertThat(said(page)).contains("Đã ghi thay đổi");
            file(page);
            assertThat(said(page))
                    .contains("540.000 đ mỗi tháng", "Người từ đủ 75 tuổi")
                    .doesNotContain("Chỉ cần hỏi thêm");
        });
    }

    @Test
    @Order(2)
    void herPapersComeInAndTheFileIsFoundComplete() {
        visits.as(CLERK, page -> {
            visits.opens(page, HOA);
            file(page);
            page.fill("#receivedOn", "20/10/2026");
            page.fill("#shelf", "tủ 2, ngăn A3");
            page.fill("#oneStop", "H14.08-2026-000112");
            with(page, "main button", "Nhận hồ sơ đã ký").click();
            assertThat(said(page)).contains("Đã nhận hồ sơ và cấp số", "1/2026", "tủ 2, ngăn A3");
            page.click("section[aria-labelledby=attached] summary");
            page.fill("#otherPaper", "Tờ khai đã ký");
            page.setInputFiles("#file", new FilePayload("to-khai.jpg", "image/jpeg", PapersForTests.photo("jpg", 3)));
            with(page, "section[aria-labelledby=attached] button", "Đính kèm")
                    .last()
                    .click();
            assertThat(said(page)).contains("Đã đính kèm: Tờ khai đã ký");
            assertThat(page.locator("form[action$='/grant']").count())
                    .as("nothing is drafted on a file that nobody found complete")
                    .isZero();
            with(page, "main button", "Hồ sơ đã đủ").click();
            assertThat(said(page)).contains("Đã ghi: hồ sơ đủ", "Hạn giải quyết");
            chromium.assertFineFor(page, "application-complete");
        });
    }

    @Test
    @Order(3)
    void oneDraftsAndCannotSign() {
        visits.as(CLERK, page -> {
            visits.opens(page, HOA);
            file(page);
            with(page, "main button", "Dự thảo quyết định cho hưởng: 540.000").click();
            assertThat(said(page)).contains("Cho hưởng: Trợ cấp hưu trí xã hội", "Đã dự thảo. Người khác ký.", HOA);
            assertThat(with(page, "main button", "Ký").count()).isZero();
            assertThat(visits.paper(page, page.locator("a[href$='/letter.pdf']")))
                    .contains("DỰ THẢO");
        });
    }

    @Test
    @Order(4)
    void theChairReadsTheCauseSignsAndTheLetterIsThere() {
        visits.as(CHAIR, page -> {
            visits.begins(page, "/today");
            with(page, "main a", "Quyết định chờ ký").click();
            page.click("section[aria-labelledby^=sign-] td.num a");
            with(page, "tbody tr", HOA).locator("a").first().click();
            assertThat(said(page)).contains("Dự thảo", "540.000 đ", "Kết quả xác định được lưu cùng quyết định");
            with(page, "main button", "Ký quyết định").click();
            assertThat(said(page)).contains("Đã ký 1 quyết định", "Đã ký", "20/10/2026");
            chromium.assertFineFor(page, "decision-signed");
            assertThat(visits.paper(page, with(page, "main a", "Quyết định dạng PDF")))
                    .contains("QUYẾT ĐỊNH", "Điều 1", HOA, "540.000", "ngày 20 tháng 10 năm 2026")
                    .contains("khiếu nại")
                    .doesNotContain("DỰ THẢO");
        });
        visits.as(CLERK, Screen.PHONE, page -> {
            visits.opens(page, HOA);
            file(page);
            assertThat(said(page)).contains("Tình trạng Đã có quyết định", "Ký quyết định", "Dự thảo quyết định");
            chromium.assertFineFor(page, "application-decided-phone");
        });
    }

    /** A village head speaks for somebody who cannot come: it is taken down as that, and waits in the work of the day until it is signed. */
    @Test
    @Order(5)
    void whatAVillageHeadAsksForWaitsForTheSignature() {
        visits.as(CLERK, page -> {
            opened(page, "Bế Văn Nhờ", "village_head");
            assertThat(said(page)).contains("Nguồn hồ sơ Trưởng thôn đề nghị thay", "Chờ người đề nghị ký");
            with(page, "main a", "Việc hôm nay").first().click();
            var waits = with(page, "section.panel", "Đã lập hồ sơ theo đề nghị, chờ chữ ký");
            assertThat(waits.innerText()).contains("Trợ cấp hưu trí xã hội");
            chromium.assertFineFor(page, "today-asked-for");
            waits.locator("td.num a").click();
            with(page, "main a", "Bế Văn Nhờ").click();
            assertThat(said(page)).contains("Trưởng thôn đề nghị thay", "Nhận hồ sơ đã ký");
        });
    }

    /** From somebody's file by the form: which programme, and who asks. */
    private static void opened(Page page, String name, String came) {
        visits.opens(page, name);
        with(page, "main a", "Lập hồ sơ đề nghị").click();
        page.selectOption("#programme", "social_pension");
        page.check("input[name=came][value=" + came + "]");
        with(page, "main button", "Lập hồ sơ").click();
    }

    private static void file(Page page) {
        with(
                        page,
                        "section[aria-labelledby=files] a:not([href*=new])[href^='/applications/']",
                        "Trợ cấp hưu trí xã hội")
                .click();
    }
}
