package org.ansinh.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration's stories show, by its own accounts, in an order in which one visitor can see them all: docs/guide/muoi-phut.md tells the same. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenMinutesTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @TempDir
    static Path folder;

    private static Demonstration demo;

    @BeforeAll
    static void open() {
        demo = new Demonstration(folder);
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static void as(String login, Consumer<Page> does) {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            does.accept(demo.signedIn(chromium, visitor, login));
        }
    }

    private static String said(Page page) {
        return plain(page.locator("main").innerText());
    }

    /** Money does not break over lines: its blanks are others than those between words. */
    private static String plain(String text) {
        return text.replaceAll("(?U)\\s+", " ");
    }

    private static Locator withText(Page page, String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    private static void openFile(Page page, String name) {
        page.navigate(demo.address("/search?q=" + name.replace(' ', '+')));
        withText(page, "main a[href^='/people/']", name).first().click();
    }

    /** The office's own XLSX, in which a spreadsheet ate the zeros of every number: put back, and every difference has its cause. */
    @Test
    @Order(1)
    void lastMonthsListOfAnOfficeIsLaidBesideTheLaw() {
        as("canbo2", page -> {
            var list = page.context().request().get(demo.address("/demo/office-list.xlsx"));
            page.navigate(demo.address("/exchange/months"));
            page.setInputFiles("#file", new FilePayload("danh-sach.xlsx", XLSX, list.body()));
            page.selectOption("#programme", "social_pension");
            page.selectOption("#commune", new SelectOption().setLabel("Xã Hà Quảng"));
            page.click("form[action='/exchange/months'] button");
            demo.work();
            page.reload();
            assertThat(said(page))
                    .contains("Khớp 3", "Khác mức 1", "Chỉ có ở hệ thống 1", "Chỉ có ở danh sách 3")
                    .contains("5 số đã được sửa", "đã được trả lại số 0 thành 004143483262")
                    .contains(
                            "Danh sách theo mức ghi trong quyết định; mức theo quy định đã đổi",
                            "Đã mất trước tháng này",
                            "Đã chuyển đi hoặc đăng ký ở xã khác",
                            "Có hai dòng trong danh sách",
                            "Có quyết định ở hệ thống, không có trong danh sách");
            chromium.assertFineFor(page, "story-office-list");
        });
    }

    /** Two disabled neighbours: she gets both, by the one exception; he gets the higher, and what lost is told. */
    @Test
    @Order(2)
    void twoNeighboursGetWhatTheLawGivesEachWithItsArticles() {
        as("canbo2", page -> {
            openFile(page, "Hoàng Thị Bưởi");
            page.navigate(page.url() + "/why/social_assistance");
            assertThat(said(page))
                    .contains("Hoàng Thị Bưởi", "Đủ điều kiện 1.890.000 đ")
                    .contains("Người đơn thân nghèo đang nuôi con: 1.080.000 đ")
                    .contains("Người khuyết tật nặng: 810.000 đ")
                    .contains("Thuộc nhiều diện được hưởng cùng lúc, cộng lại: 1.890.000 đ (khoản 2 Điều 6")
                    .contains("khoản 4 Điều 5 Nghị định 20/2021/NĐ-CP", "khoản 6 Điều 5 Nghị định 20/2021/NĐ-CP");
            chromium.assertFineFor(page, "story-neighbour-both");
            openFile(page, "Lý Văn Khìn");
            page.navigate(page.url() + "/why/social_assistance");
            assertThat(said(page))
                    .contains("Lý Văn Khìn", "Đủ điều kiện 1.080.000 đ")
                    .contains("phụng dưỡng: 810.000 đ", "Người khuyết tật nặng: 1.080.000 đ")
                    .contains("Thuộc nhiều diện, chỉ hưởng một mức cao nhất: 1.080.000 đ (khoản 2 Điều 6")
                    .contains("điểm a khoản 5 Điều 5 Nghị định 20/2021/NĐ-CP");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            assertThat(said(page))
                    .contains("Lý Văn Khìn", "1.080.000 đ", "Điều 5")
                    .doesNotContain("Xem vào ngày khác");
            chromium.shoot(page, "story-neighbour-printed");
        });
    }

    /** A file is ready before her birthday, and says what a late signature costs. */
    @Test
    @Order(3)
    void whoTurns75InNovemberHasAFileThatSaysWhatALateSignatureCosts() {
        as("canbo2", page -> {
            page.navigate(demo.address("/today"));
            page.locator("a[href*='bucket=AHEAD']").first().click();
            withText(page, "main a", "Đàm Thị Nguyên").click();
            assertThat(said(page))
                    .contains("Có quyền từ ngày 12/11/2026.")
                    .contains("Nếu ký trong tháng 12/2026 thì mất tháng 11/2026: 540.000 đ.")
                    .contains("Mẫu số 01");
            chromium.assertFineFor(page, "story-turns-75");
        });
    }

    /** March 2024 in a township that is there no more: its list, the district that signed, and the law held against it. */
    @Test
    @Order(4)
    void theInspectorReadsTheListOfACommuneThatIsThereNoMore() {
        determined("03/2024");
        as("thanhtra", page -> {
            page.navigate(
                    demo.address("/lists/show?month=2024-03&programme=social_assistance&kind=ENTITLED&commune=01477"));
            page.selectOption("#former", new SelectOption().setLabel("Thị trấn Trùng Khánh, Huyện Trùng Khánh"));
            page.click("main form button");
            assertThat(said(page))
                    .contains("03/2024 – Thị trấn Trùng Khánh, Huyện Trùng Khánh", "Nông Văn Thiêm", "540.000 đ")
                    .doesNotContain("Xã Đức Hồng, Huyện Trùng Khánh 360.000 đ");
            chromium.assertFineFor(page, "story-former-commune");
            withText(page, "main table a", "Nông Văn Thiêm").click();
            var paper = page.context()
                    .request()
                    .get(demo.address(page.locator("a[href^='/dossiers/']").getAttribute("href")));
            assertThat(words(paper.body()))
                    .contains("UBND Huyện Trùng Khánh", "04/04/2022", "Thị trấn Trùng Khánh, Huyện Trùng Khánh")
                    .contains("Đối chiếu với pháp luật của tháng ký", "Mức độ khuyết tật")
                    .contains("Điều 5 Nghị định 20/2021/NĐ-CP");
        });
    }

    /** Near-poor in a commune of region I: nothing in November 2025, a right since the new list of 25 December, and still without. */
    @Test
    @Order(5)
    void aNearPoorChildOfAFormerRegionICommuneHasARightSince25December2025() {
        as("canbo2", page -> {
            openFile(page, "Triệu Gia Phát");
            page.navigate(page.url() + "/why/social_assistance");
            page.fill("#on", "30/11/2025");
            page.click("main form button");
            withText(page, "main summary", "Trẻ em dưới 3 tuổi").click();
            assertThat(said(page))
                    .contains("Triệu Gia Phát · 30/11/2025 Không đủ điều kiện", "Khu vực của xã: Khu vực I;");
            page.fill("#on", "25/12/2025");
            page.click("main form button");
            assertThat(said(page)).contains("Triệu Gia Phát · 25/12/2025 Đủ điều kiện", "Khu vực III");
            chromium.assertFineFor(page, "story-region");
            page.navigate(demo.address(
                    "/lists/show?month=2026-10&programme=social_assistance&kind=WITHOUT_DECISION&commune=01501"));
            assertThat(said(page)).contains("Triệu Gia Phát");
            page.navigate(demo.address("/applications?bucket=TO_SIGN&programme=social_assistance&commune=01501"));
            withText(page, "main a", "Triệu Gia Phát").first().click();
            assertThat(said(page))
                    .as("of five forms the one of his group, and the paper that a child needs")
                    .contains("Mẫu số 1d", "Giấy khai sinh của trẻ em")
                    .doesNotContain("Mẫu số 1a", "Mẫu số 1b", "Mẫu số 1c", "Mẫu số 1đ", "Giấy xác nhận khuyết tật");
        });
    }

    /** The decree of 2026 reaches back to July: after the jurist's word one act brings the new level and three months of arrears. */
    @Test
    @Order(6)
    void theBackDatedDecreeIs990_000ForAnAdultWithASevereDisability() {
        released("social_assistance");
        released("social_pension");
        determined("10/2026");
        as("canbo2", page -> pressAll(page, "/decisions", "form[action='/decisions/adjust'] button"));
        as("chutich2", page -> pressAll(page, "/decisions", "form[action='/decisions/sign'] button"));
        demo.work();
        as("ketoan", page -> {
            drawn(page, "social_assistance", "Xã Trùng Khánh");
            page.navigate(page.url() + "/difference");
            var his = withText(page, "tr", "Nông Văn Thiêm").allInnerTexts();
            assertThat(plain(String.join("\n", his)))
                    .contains("Truy lĩnh các tháng trước", "180.000 đ")
                    .contains("Văn bản mới đổi mức", "810.000 đ");
            chromium.assertFineFor(page, "story-decree");
        });
        as("chutich2", page -> {
            page.navigate(demo.address("/payments?month=2026-10&programme=social_assistance"));
            withText(page, "main tr", "Xã Trùng Khánh")
                    .locator("a[href^='/payments/']")
                    .first()
                    .click();
            assertThat(said(page))
                    .contains("Nông Văn Thiêm 1984 Xóm Khau Dầu 10/2026 Tiền mặt 810.000 đ cộng 990.000 đ");
            page.click("form[action$='/approve'] button");
            assertThat(said(page)).contains("Đã duyệt danh sách.");
        });
    }

    /** He died on 3 September and October was paid before anybody said so: September stays, October is a proposal, the burial's file is open. */
    @Test
    @Order(7)
    void aDeathThatIsReportedLateLeavesSeptemberProposesOctoberAndOpensTheFuneralFile() {
        as("ketoan", page -> {
            drawn(page, "social_pension", "Xã Đông Khê");
            assertThat(said(page)).contains("Truy lĩnh các tháng trước", "Văn bản mới đổi mức");
        });
        as("chutich2", page -> {
            page.navigate(demo.address("/payments?month=2026-10&programme=social_pension"));
            withText(page, "main tr", "Xã Đông Khê")
                    .locator("a[href^='/payments/']")
                    .first()
                    .click();
            page.click("form[action$='/approve'] button");
        });
        sent();
        as("canbo2", page -> {
            openFile(page, "Bế Văn Lực");
            withText(page, "main a", "Khai tử").first().click();
            page.fill("#died_on", "3/9/2026");
            page.selectOption("#buried_by", new SelectOption().setIndex(1));
            page.fill("#document", "Trích lục khai tử số 45/2026");
            page.fill("#received_on", "20/10/2026");
            page.selectOption("#source", "civil_registry");
            withText(page, "main button", "Ghi thay đổi").click();
            assertThat(said(page)).contains("10/2026 – 10/2027 540.000 đ 0 đ", "cần ra quyết định thôi hưởng");
            withText(page, "main button", "Ghi thay đổi").click();
            assertThat(said(page)).contains("đã mất 03/09/2026", "Đã ghi thay đổi");
            demo.work();
            page.navigate(demo.address("/today"));
            assertThat(said(page)).contains("Hỗ trợ chi phí mai táng", "10.800.000 đ");
            chromium.assertFineFor(page, "story-funeral-file");
        });
        as("ketoan", page -> {
            page.navigate(demo.address("/payments?month=2026-10&programme=social_pension"));
            page.locator("button[aria-label*='Tính lại'][aria-label*='Xã Đông Khê']")
                    .click();
            page.navigate(demo.address("/payments?month=2026-10&programme=social_pension"));
            withText(page, "main tr", "Xã Đông Khê")
                    .locator("a[href^='/payments/']")
                    .first()
                    .click();
            assertThat(said(page))
                    .contains("Đã lập nhiều hơn số được hưởng: 1 người, hộ, 540.000 đ")
                    .contains("Không trừ của ai khi chưa có quyết định thu hồi đã ký");
            chromium.assertFineFor(page, "story-late-death");
        });
    }

    /** What is approved leaves: a third officer releases it, by each way of paying. */
    private static void sent() {
        as("ketoan", page -> {
            for (var channel : List.of("cash", "bank_account", "post")) {
                page.navigate(demo.address("/dispatches?month=2026-10"));
                var chosen = page.locator("input[name=chosen][value$='-" + channel + "']");
                if (chosen.count() > 0) {
                    chosen.all().forEach(Locator::check);
                    withText(page, "main button", "Lập lệnh chi").click();
                    assertThat(said(page)).contains("Đã lập lệnh chi");
                }
            }
        });
        as("lanhdao", page -> {
            page.navigate(demo.address("/dispatches"));
            for (int waiting = withText(page, "main tr", "Chờ phát hành").count(); waiting > 0; waiting--) {
                page.navigate(demo.address("/dispatches"));
                withText(page, "main tr", "Chờ phát hành").first().locator("a").click();
                page.click("form[action$='/release'] button");
                assertThat(said(page)).contains("Đã phát hành");
            }
        });
    }

    private static void drawn(Page page, String programme, String commune) {
        page.navigate(demo.address("/payments?month=2026-10&programme=" + programme));
        page.locator("button[aria-label*='" + commune + "']").click();
        assertThat(said(page)).contains("Đã lập danh sách.");
    }

    private static void released(String programme) {
        as("phapche", page -> {
            page.navigate(demo.address("/law?programme=" + programme));
            page.locator("input[name=what]").all().forEach(Locator::check);
            page.fill("#jurist", "Lý Thị Mai");
            page.fill("#because", "Đã đọc toàn văn nghị định");
            page.click("form[action='/law/release'] button");
            assertThat(said(page)).contains("Đã xác nhận");
        });
    }

    private static void determined(String month) {
        as("lanhdao", page -> {
            page.navigate(demo.address("/months"));
            page.fill("#month", month);
            page.click("form[action='/months'] button");
        });
        demo.work();
    }

    /** Presses the first such button until there is none. */
    private static void pressAll(Page page, String path, String button) {
        page.navigate(demo.address(path));
        while (page.locator(button).count() > 0) {
            page.locator(button).first().click();
            page.navigate(demo.address(path));
        }
    }

    private static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
    }
}
