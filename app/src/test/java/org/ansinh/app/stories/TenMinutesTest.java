package org.ansinh.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration's stories show, in the order in which they are told to visitors. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TenMinutesTest {

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

    private static String said(Page page) {
        return page.locator("main").innerText();
    }

    /** A file is ready before her birthday, and says what a late signature costs. */
    @Test
    @Order(1)
    void whoTurns75InNovemberHasAFileThatSaysWhatALateSignatureCosts() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = demo.signedIn(chromium, visitor, "canbo2");
            page.navigate(demo.address("/applications?bucket=AHEAD"));
            page.locator("main a", new Page.LocatorOptions().setHasText("Đàm Thị Nguyên")).click();
            assertThat(said(page))
                    .contains("Có quyền từ ngày 12/11/2026.")
                    .contains("Nếu ký trong tháng 12/2026 thì mất tháng 11/2026: 540.000 đ.")
                    .contains("Mẫu số 01");
            chromium.assertFineFor(page, "story-turns-75");
        }
    }

    /** The decree of 2026 reaches back to July: after the jurist's word one act brings the new level and three months of arrears. */
    @Test
    @Order(2)
    void theBackDatedDecreeIs990_000ForAnAdultWithASevereDisability() {
        released("social_assistance");
        determined();
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = demo.signedIn(chromium, visitor, "canbo2");
            press(page, "/decisions", "form[action='/decisions/adjust'] button");
        }
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = demo.signedIn(chromium, visitor, "chutich2");
            press(page, "/decisions", "form[action='/decisions/sign'] button");
        }
        demo.work();
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = demo.signedIn(chromium, visitor, "ketoan");
            page.navigate(demo.address("/payments?month=2026-10&programme=social_assistance"));
            page.locator("button[aria-label*='Xã Trùng Khánh']").click();
            var list = page.url();
            page.navigate(list + "/difference");
            var his = page.locator("tr", new Page.LocatorOptions().setHasText("Nông Văn Thiêm")).allInnerTexts();
            assertThat(String.join("\n", his))
                    .contains("Truy lĩnh các tháng trước", "180.000 đ")
                    .contains("Văn bản mới đổi mức", "810.000 đ");
            chromium.assertFineFor(page, "story-decree");
        }
    }

    private static void released(String programme) {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = demo.signedIn(chromium, visitor, "phapche");
            page.navigate(demo.address("/law?programme=" + programme));
            page.locator("input[name=what]").all().forEach(it -> it.check());
            page.fill("#jurist", "Lý Thị Mai");
            page.fill("#because", "Đã đọc toàn văn nghị định");
            page.click("form[action='/law/release'] button");
            assertThat(said(page)).contains("Đã xác nhận");
        }
    }

    private static void determined() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = demo.signedIn(chromium, visitor, "lanhdao");
            page.navigate(demo.address("/months"));
            page.click("form[action='/months'] button");
        }
        demo.work();
    }

    /** Presses the first such button until there is none. */
    private static void press(Page page, String path, String button) {
        page.navigate(demo.address(path));
        while (page.locator(button).count() > 0) {
            page.locator(button).first().click();
            page.navigate(demo.address(path));
        }
    }
}
