package org.ansinh.app.casework;

import static org.ansinh.app.casework.CommuneOfElders.PASSWORD;
import static org.ansinh.app.casework.CommuneOfElders.VIETNAMESE;
import static org.ansinh.app.casework.CommuneOfElders.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.ApplicationDesk.Incoming;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.testing.HouseTest;
import org.ansinh.timeline.DateRange;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/** A disabled man of a poor household asks for social assistance: his form is printed with what the register knows, and only what it does not know is left for his pen. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialFormTest {

    private static final String COMMUNE = "01354";
    private static final DateRange ALWAYS = DateRange.startingOn(LocalDate.of(2024, 1, 1));
    private static final int DOTS_AN_INCH = 90;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    private final ApplicationDesk files;
    private final MockMvc browser;
    private final ApplicationContext house;
    private final CommuneOfElders commune;
    private OfficerId lan = new OfficerId(1);
    private long assistance;
    private long pension;

    @Autowired
    OfficialFormTest(ApplicationDesk files, MockMvc browser, ApplicationContext house) {
        this.files = files;
        this.browser = browser;
        this.house = house;
        this.commune = new CommuneOfElders(house, COMMUNE);
    }

    @BeforeAll
    void twoFiles() {
        lan = commune.officer("lan.form", "commune_officer");
        commune.withElders(1, 0, "Nông Thị Hưu");
        Acting.run(
                Actor.WORKER,
                () -> assertThat(house.getBean(LoadDesk.class)
                                .load(OfficialFormTest::disabledMan)
                                .refusals())
                        .isEmpty());
        assistance = opened("Lục Văn Khó", "social_assistance");
        pension = opened("Nông Thị Hưu", "social_pension");
        as(
                lan,
                () -> files.receive(
                        List.of(assistance),
                        new Incoming(LocalDate.of(2026, 10, 19), "Tủ 3, C1", "H14.08-2026-000099")));
    }

    private static void disabledMan(RegisterLoad rows) {
        int paper = rows.paper(Paper.of("load", "forms"));
        var home = rows.household(
                paper, new HouseholdLine(1, "forms", "F1", "KHO-1", Optional.empty(), COMMUNE, ALWAYS, false));
        var man = rows.person(
                paper, 1, "forms", "f", IdentityLine.of("Lục Văn Khó", LocalDate.of(1986, 2, 3), "male"), false);
        rows.membership(paper, 1, man, home, "residence", "head", ALWAYS);
        rows.fact(paper, 1, man, "person.disability", "", ALWAYS, FactValue.words("severe"), "Giấy xác nhận");
        rows.fact(
                paper,
                2,
                man,
                "person.disability_certified_on",
                "",
                ALWAYS,
                FactValue.day(LocalDate.of(2024, 5, 6)),
                "Giấy xác nhận");
        rows.fact(paper, 3, man, "person.monthly_pension", "", ALWAYS, FactValue.whole(0), "tờ khai");
        rows.fact(paper, 1, home, "household.class", "", ALWAYS, FactValue.words("poor"), "Quyết định");
    }

    private long opened(String name, String programme) {
        int person = commune.workerReads(() -> house.getBean(JdbcClient.class)
                .sql("select person_id from registry.face_person where name = ? and commune_code = ?")
                .params(name, COMMUNE)
                .query(Integer.class)
                .single());
        return as(lan, () -> files.openFor(person, programme, "applicant").orElseThrow());
    }

    @Test
    void whatTheRegisterKnowsStandsOnTheFormAndTheMarginSaysWhereItsWordingComesFrom() throws Exception {
        var words = words(asked(lan, "commune_officer", "/applications/%d/form.pdf?sheet=1đ".formatted(assistance)));
        assertThat(words)
                .contains(
                        "Mẫu số 1đ",
                        "TỜ KHAI ĐỀ NGHỊ TRỢ GIÚP XÃ HỘI",
                        "khoản 6 Điều 5 Nghị định số 20/2021/NĐ-CP",
                        "LỤC VĂN KHÓ",
                        "03/02/1986",
                        "Giới tính: Nam",
                        "Ngày cấp: 06/05/2024",
                        "Khuyết tật nặng",
                        "0 đồng",
                        "Số hồ sơ 1/2026; hồ sơ giấy Tủ 3, C1; mã một cửa H14.08-2026-000099",
                        "Tôi xin cam đoan",
                        "MẪU CHƯA ĐỐI CHIẾU VĂN BẢN GỐC (nguồn gián tiếp)",
                        "6. Thuộc hộ nghèo không? Không X Có")
                .as("what nobody recorded is left for the pen")
                .contains("Tình trạng hôn nhân: …", "(*)");
    }

    @Test
    void theFormOfTheGroupIsMeantWhereItIsKnownAndOneIsNamedWhereItIsNot() throws Exception {
        var path = "/applications/%d/form.pdf".formatted(assistance);
        assertThat(asked(lan, "commune_officer", path).getStatus())
                .as("no determination has told his group yet")
                .isEqualTo(404);
        assertThat(page("/applications/" + assistance))
                .as("the answer of today tells it to the page")
                .contains("In tờ khai mẫu 1đ")
                .doesNotContain("Mẫu số 1a");
        commune.workerReads(() -> house.getBean(JdbcClient.class)
                .sql("update casework.application set provisions = 'severe_disability' where application_id = ?")
                .param(assistance)
                .update());
        assertThat(words(asked(lan, "commune_officer", path))).contains("Mẫu số 1đ");
        assertThat(page("/applications/" + assistance))
                .contains("In tờ khai mẫu 1đ")
                .doesNotContain("In tờ khai mẫu 1a");
    }

    @Test
    void aFormWhoseWordingNobodyFoundIsNotPrintedAndThePageSaysWhy() throws Exception {
        assertThat(asked(lan, "commune_officer", "/applications/%d/form.pdf".formatted(pension))
                        .getStatus())
                .isEqualTo(404);
        assertThat(page("/applications/" + pension))
                .contains("Mẫu số 01:", "Chưa in được mẫu này: chưa tìm được nội dung mẫu");
    }

    @Test
    void anotherCommuneFindsNoFormAndEveryPrintIsOnRecord() throws Exception {
        var path = "/applications/%d/form.pdf?sheet=1đ".formatted(assistance);
        var stranger = commune.officer("xa.khac.form", "commune_officer", "01273");
        var payer = commune.officer("ke.toan.form", "paying_officer");
        assertThat(asked(stranger, "commune_officer", path).getStatus()).isEqualTo(404);
        assertThat(asked(payer, "paying_officer", path).getStatus()).isEqualTo(404);
        long before = printed();
        asked(lan, "commune_officer", path);
        assertThat(printed()).isEqualTo(before + 1);
    }

    @Test
    void thePageOfTheFileIsFineForEverybody() {
        for (var screen : Screen.values()) {
            try (var visitor = chromium.visitor(screen)) {
                var page = chromium.open(visitor, "http://127.0.0.1:" + port + "/login");
                page.fill("#username", "lan.form");
                page.fill("#password", PASSWORD);
                page.click("main button[type=submit]");
                page.navigate("http://127.0.0.1:" + port + "/applications/" + pension);
                chromium.assertFineFor(page, "form-none-" + screen);
                page.navigate("http://127.0.0.1:" + port + "/applications/" + assistance);
                chromium.assertFineFor(page, "form-" + screen);
            }
        }
    }

    private long printed() {
        return commune.workerReads(() -> house.getBean(JdbcClient.class)
                .sql("select count(*) from access.audit_entry where act = 'print_person' and officer = ?")
                .param(lan.toString())
                .query(Long.class)
                .single());
    }

    private MockHttpServletResponse asked(OfficerId officer, String role, String path) throws Exception {
        return browser.perform(
                        get(java.net.URI.create(path.replace("đ", "%C4%91"))).with(commune.session(officer, role)))
                .andReturn()
                .getResponse();
    }

    private String page(String path) throws Exception {
        return HtmlUtils.htmlUnescape(
                browser.perform(get(path).locale(VIETNAMESE).with(commune.session(lan, "commune_officer")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private static String words(MockHttpServletResponse found) throws Exception {
        assertThat(found.getStatus()).isEqualTo(200);
        try (var document = Loader.loadPDF(found.getContentAsByteArray())) {
            var folder = Files.createDirectories(Path.of("target", "screens"));
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, DOTS_AN_INCH),
                    "png",
                    folder.resolve("form-1dd.png").toFile());
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                    .as("tagged")
                    .isTrue();
            var reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document).replaceAll("\\s+", " ");
        }
    }
}
