package org.ansinh.app.payments;

import static org.ansinh.app.pages.Visits.said;
import static org.ansinh.app.pages.Visits.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Visits;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.testing.House;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In October three elders have decisions that were signed here, and one of two whom the old office paid through September is dead: the official list of increases and decreases. */
class IncreaseDecreaseListTest {

    private static final String COMMUNE = "01351";
    private static final String PAYER = "ke.toan.updown";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static House house;
    private static Visits visits;

    @BeforeAll
    static void threeComeAndOneIsGone() {
        house = House.open("--ansinh.codes=off");
        visits = new Visits(chromium, house);
        var commune = new CommuneOfElders(house.context(), COMMUNE).withElders(3, 0, "Hoàng Thị Cuối");
        commune.officer(PAYER, "paying_officer");
        var clerk = commune.officer("can.bo.updown", "commune_officer");
        var chair = commune.officer("chu.tich.updown", "commune_chair");
        Acting.run(Actor.WORKER, IncreaseDecreaseListTest::takenOver);
        commune.released().determined();
        var cases = house.get(CaseDesk.class);
        as(
                clerk,
                () -> cases.draft(new DraftOrder(
                        CommuneOfElders.OCTOBER, "social_pension", Optional.of(COMMUNE), Optional.empty(), List.of())));
        for (var cause : as(chair, cases::toSign)) {
            var drafts = as(chair, () -> cases.draftsOf("social_pension", Optional.of(COMMUNE), cause.causeKey()));
            assertThat(as(chair, () -> cases.sign(drafts)).signed()).hasSize(3);
        }
        house.work();
    }

    /** Paid by the office before us through September; one of them died on the 20th. */
    private static void takenOver() {
        var old = new Elders(COMMUNE, "updown");
        house.get(LoadDesk.class).load(load -> {
            int paper = old.paper(load);
            old.elder(load, paper, 1, YearMonth.of(2026, 9));
            old.elder(load, paper, 2, YearMonth.of(2026, 9));
        });
        int lives = number("Bàn Thị Số 1");
        int dead = number("Bàn Thị Số 2");
        house.get(CaseDesk.class).takeOver(Optional.empty(), take -> {
            take.accept(Elders.decision(lives));
            take.accept(Elders.decision(dead));
        });
        var told = house.get(LoadDesk.class)
                .load(load -> load.identity(
                        load.paper(Paper.of("load", "updown-death")),
                        1,
                        dead,
                        LocalDate.of(2020, 1, 1),
                        new IdentityLine(
                                Optional.of("Bàn Thị Số 2"),
                                Optional.empty(),
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of(LocalDate.of(2026, 9, 20)))));
        assertThat(told.refusals()).isEmpty();
        assertThat(house.text("select died_on::text from registry.face_person where person_id = " + dead))
                .isEqualTo("2026-09-20");
    }

    private static int number(String name) {
        return Integer.parseInt(
                house.text("select person_id::text from registry.face_person where name = '%s'".formatted(name)));
    }

    private static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    @AfterAll
    static void closed() {
        house.close();
    }

    @Test
    void theWorkbookHasWhatIsMoreAndWhatIsLessWithCausesAndSums() {
        visits.as(PAYER, page -> {
            visits.begins(page, "/payments?month=2026-10&programme=social_pension");
            page.click("form[action='/payments'][method=post] button");
            assertThat(said(page)).contains("Quyết định mới 3 1.620.000 đ 0 đ", "Đã mất 1 0 đ 540.000 đ");
            var sheets = workbook(page);
            assertThat(sheets).containsOnlyKeys("Tăng", "Giảm");
            var more = sheets.getOrDefault("Tăng", List.of());
            assertThat(more.getFirst().getFirst())
                    .contains("Tăng – Trợ cấp hưu trí xã hội", "10/2026", "Lần 1", "Chờ duyệt");
            assertThat(more.get(1))
                    .containsSubsequence("Người hưởng", "Nguyên nhân", "Tháng trước", "Danh sách này", "Tăng");
            assertThat(more.subList(2, 5)).allSatisfy(it -> {
                assertThat(it).contains("Quyết định mới").endsWith("0", "540000", "540000");
                assertThat(String.join(" ", it)).contains("20/10/2026");
            });
            assertThat(more.subList(2, 5))
                    .extracting(it -> it.get(1))
                    .containsExactlyInAnyOrder("Nông Thị Số 1", "Nông Thị Số 2", "Hoàng Thị Cuối");
            assertThat(more.getLast()).contains("Cộng", "1620000");
            var less = sheets.getOrDefault("Giảm", List.of());
            assertThat(less.get(2))
                    .contains("Bàn Thị Số 2", "Đã mất", "20/09/2026")
                    .endsWith("540000", "0", "540000");
            assertThat(less).hasSize(4);
            assertThat(less.getLast()).contains("Cộng", "540000");
            with(page, "main a", "Quyết định mới").click();
            assertThat(page.locator("main tbody tr").count()).isEqualTo(3);
            chromium.assertFineFor(page, "increase-new-decisions");
        });
    }

    /** Rows that say something, by the name of their sheet. */
    private static Map<String, List<List<String>>> workbook(Page page) {
        var download = page.waitForDownload(
                () -> with(page, "main a", "Tải danh sách tăng, giảm").first().click());
        assertThat(download.suggestedFilename()).endsWith("tang-giam-social_pension-01351-2026-10-1.xlsx");
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        try (var book = new ReadableWorkbook(Files.newInputStream(download.path()))) {
            for (var sheet : book.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream()
                                .map(row -> row.stream()
                                        .map(it -> it == null || it.getRawValue() == null ? "" : it.getText())
                                        .toList())
                                .filter(row -> row.stream().anyMatch(it -> !it.isEmpty()))
                                .toList());
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return sheets;
    }
}
