package org.ansinh.app.registry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.casework.AnswerDesk;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.exchange.PopulationFilesDesk;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.testing.HouseTest;
import org.assertj.core.api.Assertions;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Lan sends somebody's data to the commune police, gets the workbook back, and records what the database knows better. */
@HouseTest
class PopulationCheckPagesTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private void fine(Page page, Screen screen, String name) {
        chromium.assertFineFor(page, "population-" + name + "-" + screen);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aListGoesOutComesBackAndTheFileSaysThatTheyAgree(Screen screen) {
        var village = ChangeVillage.in(house);
        var family = village.family("Sầm" + (screen == Screen.PHONE ? "" : "g"));
        long file = applied(family.mai());
        try (var visitor = chromium.visitor(screen)) {
            visitor.setDefaultTimeout(120_000);
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", "lan.changes");
            page.fill("#password", ChangeVillage.PASSWORD);
            page.click("main button[type=submit]");
            page.navigate(address("/applications/" + file));
            assertThat(page.locator("main")).containsText("chưa đối chiếu với CSDL dân cư");
            page.navigate(address("/people/" + family.mai()));
            page.getByText("Gửi đối chiếu với CSDL dân cư").click();
            fine(page, screen, "new");
            page.fill("#why", "Hồ sơ nhận trong tháng 10");
            page.click("main form.panel button[type=submit]");
            assertThat(page.locator(".notice-good")).containsText("Đã lập danh sách");
            fine(page, screen, "out");

            var download = page.waitForDownload(
                    () -> page.getByText("Tải danh sách (XLSX)").click());
            Assertions.assertThat(download.suggestedFilename()).matches("doi-chieu-dan-cu-DC-\\d+\\.xlsx");
            var answered = answered(download.path(), Map.of("Kết quả", "Khác", "Ngày sinh trong CSDL", "21/08/1949"));
            page.setInputFiles("#file", new FilePayload("cong-an-tra.xlsx", "application/octet-stream", answered));
            page.locator("form[enctype] button[type=submit]").click();
            assertThat(page.locator("main")).containsText("Chưa ghi gì, hãy xem trước");
            assertThat(page.locator("main")).containsText("21/08/1949");
            fine(page, screen, "preview");
            page.getByText("Ghi 1 trả lời").click();
            assertThat(page.locator(".notice-good")).containsText("Đã ghi 1 trả lời");
            fine(page, screen, "answered");

            page.navigate(address("/applications/" + file));
            assertThat(page.locator("main")).containsText("khác, chưa xem xong");
            page.navigate(address("/today"));
            page.getByText("CSDL dân cư trả lời khác với sổ").click();
            fine(page, screen, "open");
            recordedFrom(page, screen, family.mai());

            page.navigate(address("/applications/" + file));
            assertThat(page.locator("main")).containsText("đối chiếu với CSDL dân cư ngày 20/10/2026: khớp");
            fine(page, screen, "agrees");
            page.navigate(address("/population-checks"));
            fine(page, screen, "lists");
        }
        Assertions.assertThat(village.text("""
                        select source || ' ' || born from registry.identity_entry where person_id = %d order by entry desc limit 1""".formatted(family.mai()))).isEqualTo("population_database 1949-08-21");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void aDraftOfSomebodyOfWhomTheDatabaseSaysOtherwiseWarnsWhoeverSigns(Screen screen) {
        var family = ChangeVillage.in(house).family("Vi" + (screen == Screen.PHONE ? "" : "ng"));
        long draft = drafted(family.dat());
        try (var visitor = chromium.visitor(screen)) {
            visitor.setDefaultTimeout(120_000);
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", "chu.changes");
            page.fill("#password", ChangeVillage.PASSWORD);
            page.click("main button[type=submit]");
            page.navigate(address("/decisions/" + draft));
            assertThat(page.locator("main")).containsText("chưa đối chiếu với CSDL dân cư");
            assertThat(page.locator("main")).not().containsText("Xem lại đối chiếu dân cư trước khi ký");

            answered(family.dat());

            page.navigate(address("/decisions/" + draft));
            assertThat(page.locator(".notice-warn")).containsText("Xem lại đối chiếu dân cư trước khi ký");
            assertThat(page.locator(".notice-warn")).containsText("không tìm thấy");
            fine(page, screen, "draft");
            page.navigate(address("/decisions"));
            assertThat(page.locator("main")).containsText("dự thảo chờ ký cần xem lại đối chiếu dân cư");
            page.navigate(address("/decisions/list?state=draft"));
            assertThat(page.locator("main")).containsText("xem đối chiếu dân cư");
            fine(page, screen, "drafts");
        }
    }

    /** A refusal of what nobody in the family has a right to. */
    private long drafted(int person) {
        var desk = house.getBean(ApplicationDesk.class);
        return Acting.as(lan(), () -> {
            long file = desk.openFor(person, "low_income_worker", "applicant").orElseThrow();
            desk.receive(List.of(file), new ApplicationDesk.Incoming(LocalDate.of(2026, 10, 19), "A1", ""));
            desk.complete(file);
            return house.getBean(AnswerDesk.class)
                    .draftRefusal(desk.open(file).orElseThrow())
                    .orElseThrow()
                    .number();
        });
    }

    private void answered(int person) {
        var files = house.getBean(PopulationFilesDesk.class);
        Acting.run(lan(), () -> {
            var order = new PopulationCheckDesk.Order(ChangeVillage.HERE, "person", Optional.empty(), "Trước khi ký");
            var made = (PopulationCheckDesk.Made.Done) files.make(
                    new PopulationFilesDesk.Choice(order, Optional.of(person)),
                    UUID.randomUUID().toString());
            var key = house.getBean(PopulationCheckDesk.class)
                    .lines(made.list(), Optional.empty())
                    .getFirst()
                    .key();
            var text = "Mã dòng;Kết quả\n%s;Không tìm thấy\n".formatted(key);
            files.record(files.bring(
                    made.list(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "tra-loi.csv"));
        });
    }

    private Actor lan() {
        return Actor.officer(
                house.getBean(OfficerDesk.class).find("lan.changes").orElseThrow());
    }

    /** From the task to the form on which identities are corrected, filled with what the database says, and back. */
    private void recordedFrom(Page page, Screen screen, int person) {
        page.locator("section", new Page.LocatorOptions().setHas(page.locator("a[href='/people/" + person + "']")))
                .getByText("Xem và ghi vào sổ")
                .click();
        assertThat(page.locator("#born_as_known")).hasValue("21/08/1949");
        assertThat(page.locator("#source")).hasValue("population_database");
        page.locator("[data-look]").click();
        fine(page, screen, "form");
        page.getByText("Ghi thay đổi").last().click();
        assertThat(page.locator(".notice-good")).containsText("Đã ghi thay đổi");
        fine(page, screen, "person");
    }

    private long applied(int person) {
        return Acting.as(
                lan(),
                () -> house.getBean(ApplicationDesk.class)
                        .openFor(person, "social_assistance", "applicant")
                        .orElseThrow());
    }

    /** The workbook with these cells filled in its only row. */
    private static byte[] answered(Path file, Map<String, String> cells) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new ReadableWorkbook(file.toFile());
                var back = new Workbook(bytes, "test", "1.0")) {
            var sheet = back.newWorksheet("Danh sách");
            var headings = new ArrayList<String>();
            for (var row : book.getFirstSheet().read()) {
                var texts = new ArrayList<>(row.stream()
                        .map(it -> it == null || it.getText() == null ? "" : it.getText())
                        .toList());
                if (headings.isEmpty() && texts.getFirst().equals("Mã dòng")) {
                    headings.addAll(texts);
                } else if (!headings.isEmpty()) {
                    cells.forEach((heading, value) -> put(texts, headings.indexOf(heading), value));
                }
                for (int i = 0; i < texts.size(); i++) {
                    sheet.inlineString(row.getRowNum() - 1, i, texts.get(i));
                }
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return bytes.toByteArray();
    }

    private static void put(List<String> texts, int at, String value) {
        while (texts.size() <= at) {
            texts.add("");
        }
        texts.set(at, value);
    }
}
