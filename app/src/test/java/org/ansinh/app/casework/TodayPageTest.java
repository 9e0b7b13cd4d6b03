package org.ansinh.app.casework;

import static org.ansinh.app.casework.VillageOfRights.COMMUNE;
import static org.ansinh.app.pages.Visits.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.ApplicationDesk.Incoming;
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
 * The morning of 20 October 2026 at a desk: three files are past their day, one ends today, one has time, one is not signed, and one person has a right that nobody has claimed.
 * Ten working days from the 2nd are over on the 16th, from the 5th on the 19th, from the 6th today.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TodayPageTest {

    private static final String CLERK = "lan.morning";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static VillageOfRights village;
    private static Visits visits;
    private static OfficerId lan;

    @BeforeAll
    static void aMorning() {
        village = new VillageOfRights();
        village.released();
        visits = new Visits(chromium, village.house);
        lan = village.house.officer(CLERK, "commune_officer", Set.of("social_assistance"), COMMUNE);
        // not in the order in which they must be shown
        received("Hà Thị Én", LocalDate.of(2026, 10, 19));
        received("Đàm Thị Dung", LocalDate.of(2026, 10, 6));
        received("Lý Thị Cúc", LocalDate.of(2026, 10, 5));
        received("Bế Thị Bông", LocalDate.of(2026, 10, 5));
        received("Nông Thị An", LocalDate.of(2026, 10, 2));
        openedFor("Vi Thị Giang");
        village.elder("Bàn Thị Quyền", LocalDate.of(1945, 3, 4));
        village.night();
    }

    @AfterAll
    static void closed() {
        village.close();
    }

    private static long openedFor(String name) {
        int person = village.elder(name, LocalDate.of(1946, 5, 6));
        return Acting.as(
                Actor.officer(lan),
                () -> village.house
                        .get(ApplicationDesk.class)
                        .openFor(person, "social_pension", "applicant")
                        .orElseThrow());
    }

    private static void received(String name, LocalDate on) {
        long file = openedFor(name);
        Acting.run(
                Actor.officer(lan),
                () -> village.house.get(ApplicationDesk.class).receive(List.of(file), new Incoming(on, "", "")));
    }

    @Test
    @Order(1)
    void whatIsOverdueIsNamedFirstAndInRedThenWhatEndsToday() {
        visits.as(CLERK, page -> {
            visits.begins(page, "/today");
            assertThat(urgent(page).allInnerTexts())
                    .extracting(Visits::plain)
                    .satisfiesExactly(
                            it -> assertThat(it).contains("16/10/2026 quá hạn 2 ngày làm việc", "Nông Thị An"),
                            it -> assertThat(it).contains("19/10/2026 quá hạn 1 ngày làm việc", "Bế Thị Bông"),
                            it -> assertThat(it).contains("19/10/2026 quá hạn 1 ngày làm việc", "Lý Thị Cúc"),
                            it -> assertThat(it).contains("20/10/2026 hết hạn hôm nay", "Đàm Thị Dung"));
            for (int late = 0; late < 3; late++) {
                assertThat(isRed(urgent(page).nth(late).locator(".badge"))).isTrue();
            }
            assertThat(isRed(urgent(page).nth(3).locator(".badge")))
                    .as("what ends today is no reproach yet")
                    .isFalse();
            assertThat(isRed(page.locator("section[aria-labelledby=group-OVERDUE] .badge")
                            .first()))
                    .isTrue();
            chromium.assertFineFor(page, "today-morning");
        });
        visits.as(CLERK, Screen.PHONE, page -> {
            visits.begins(page, "/today");
            assertThat(urgent(page).first().innerText()).contains("Nông Thị An");
            chromium.assertFineFor(page, "today-morning-phone");
        });
    }

    @Test
    @Order(2)
    void theDayIsReadFromTheMostUrgentDown() {
        visits.as(CLERK, page -> {
            visits.begins(page, "/today");
            assertThat(page.locator("main .card").allInnerTexts())
                    .extracting(it -> Visits.plain(it).strip())
                    .containsExactly(
                            "Quá hạn 3",
                            "Hết hạn hôm nay 1",
                            "Đang trong hạn 1",
                            "Có quyền, chưa dùng 1",
                            "Sắp có quyền 0");
            assertThat(page.locator("main section.panel h2").allInnerTexts())
                    .containsExactly(
                            "Quá hạn và hết hạn hôm nay",
                            "Quá hạn giải quyết",
                            "Hết hạn hôm nay",
                            "Đang trong hạn",
                            "Đã lập hồ sơ theo đề nghị, chờ chữ ký",
                            "Có quyền mà chưa dùng");
        });
    }

    /** Whoever comes back to the page after each file finds the others where they were. */
    @Test
    @Order(3)
    void theOrderStaysWhileOneFileAfterTheOtherIsWorkedOn() {
        visits.as(CLERK, page -> {
            visits.begins(page, "/today");
            with(page, "section[aria-labelledby=urgent] a", "Lý Thị Cúc").click();
            page.click("summary:has-text('Nơi để hồ sơ giấy')");
            page.fill("#shelf", "tủ 4");
            with(page, "main form[action$='/papers'] button", "Ghi").click();
            visits.begins(page, "/today");
            assertThat(names(page)).containsExactly("Nông Thị An", "Bế Thị Bông", "Lý Thị Cúc", "Đàm Thị Dung");
            with(page, "section[aria-labelledby=urgent] a", "Bế Thị Bông").click();
            page.click("summary:has-text('Hồ sơ còn thiếu')");
            page.fill("#missing", "Tờ khai chưa ký");
            with(page, "main button", "Ghi hồ sơ còn thiếu").click();
            visits.begins(page, "/today");
            assertThat(names(page))
                    .as("she has to bring something first")
                    .containsExactly("Nông Thị An", "Lý Thị Cúc", "Đàm Thị Dung");
            page.click("a.figure[href*='bucket=OVERDUE']");
            assertThat(page.locator("main tbody th a").allInnerTexts()).containsExactly("Nông Thị An", "Lý Thị Cúc");
        });
    }

    private static Locator urgent(Page page) {
        return page.locator("section[aria-labelledby=urgent] tbody tr");
    }

    private static List<String> names(Page page) {
        return page.locator("section[aria-labelledby=urgent] tbody th a").allInnerTexts();
    }

    /** As the eye has it: of its ink red is by far the most. */
    private static boolean isRed(Locator badge) {
        var ink = (String) badge.evaluate("it => getComputedStyle(it).color");
        var parts = ink.replaceAll("[^0-9,]", "").split(",");
        int others = Math.max(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        return Integer.parseInt(parts[0]) > 3 * others;
    }
}
