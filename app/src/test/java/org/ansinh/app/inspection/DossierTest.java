package org.ansinh.app.inspection;

import static org.ansinh.app.inspection.InspectedCommune.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import javax.imageio.ImageIO;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.payments.SuspensionDesk;
import org.ansinh.app.payments.TransferDesk;
import org.ansinh.app.testing.House;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A case as one paper: read back from the PDF itself, by whoever inspects and by whoever may not. */
class DossierTest {

    private static final int DOTS_AN_INCH = 90;

    private static House house;
    private static InspectedCommune commune;
    private static MockMvc browser;

    @BeforeAll
    static void aCommuneWithSomethingOfEverything() {
        house = House.open("--ansinh.codes=off");
        commune = new InspectedCommune(house);
        browser = MockMvcBuilders.webAppContextSetup((WebApplicationContext) house.context())
                .apply(springSecurity())
                .build();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static MockHttpServletResponse asked(OfficerId officer, String role, String path) throws Exception {
        return browser.perform(get(path)
                        .with(new CommuneOfElders(house.context(), InspectedCommune.COMMUNE).session(officer, role)))
                .andReturn()
                .getResponse();
    }

    private static String words(OfficerId officer, String role, String path, String shot) throws Exception {
        var found = asked(officer, role, path);
        assertThat(found.getStatus()).as(path).isEqualTo(200);
        assertThat(found.getContentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(found.getContentAsByteArray())) {
            shoot(document, shot);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                    .as("tagged")
                    .isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("vi");
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void shoot(PDDocument document, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "screens"));
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(page, DOTS_AN_INCH),
                    "png",
                    folder.resolve("dossier-%s-%d.png".formatted(name, page)).toFile());
        }
    }

    private static long decisionOf(int person) {
        return as(commune.clerk, () -> house.get(CaseDesk.class).ofSubject(false, person))
                .getFirst()
                .id()
                .number();
    }

    private static long printed(OfficerId officer, int person) {
        return house.as(
                Actor.officer(commune.inspector),
                () -> house.jdbc()
                        .sql(
                                "select count(*) from access.audit_entry where act = 'print_person' and officer = ? and person_id = ?")
                        .params(officer.toString(), person)
                        .query(Long.class)
                        .single());
    }

    @Test
    void theWholeCaseOfAnElderIsOnePaperAndOneEntryOfTheAudit() throws Exception {
        int elder = commune.elders.getFirst();
        long before = printed(commune.inspector, elder);
        var words = words(
                commune.inspector, "inspector", "/dossiers/decisions/%d.pdf".formatted(decisionOf(elder)), "elder");

        assertThat(words)
                .contains(
                        "HỒ SƠ VỤ VIỆC",
                        "Nông Thị Số 1",
                        "Trợ cấp hưu trí xã hội",
                        "Cho hưởng, số ",
                        "Cán bộ chu.tich.thanh.tra",
                        "Cán bộ can.bo.thanh.tra",
                        "Kết quả xác định lưu cùng quyết định",
                        "Đủ điều kiện",
                        "TRÙNG KHỚP",
                        "Điều 21 Luật 41/2024/QH15",
                        "Dữ kiện đã dùng",
                        "tờ khai",
                        "Lý Thị Mai",
                        "540.000",
                        "duyệt: Cán bộ chu.tich.thanh.tra",
                        "cho chi: Cán bộ pho.chu.tich.thanh.tra",
                        "Phiếu chi 3",
                        "Khiếu nại số 1/2026")
                .doesNotContain("MINH HOẠ");
        assertThat(printed(commune.inspector, elder)).isEqualTo(before + 1);
    }

    @Test
    void aDecisionOfADistrictThatIsNoMoreStaysInForceAndSaysWhoSignedIt() throws Exception {
        var words = words(
                commune.inspector,
                "inspector",
                "/dossiers/people/%d.pdf".formatted(commune.elders.getLast()),
                "district");

        assertThat(words)
                .contains(
                        "số 217/QĐ-UBND",
                        "UBND huyện Bảo Lạc",
                        "01/03/2024",
                        "Bàn Văn Ký, Chủ tịch",
                        "kể cả khi cơ quan ký đã giải thể",
                        "Xã Cốc Pàng, Huyện Bảo Lạc",
                        "500.000");
    }

    @Test
    void thePapersOfAFileStandInItsDossierWithWhereTheFolderIs() throws Exception {
        var words = words(
                commune.inspector, "inspector", "/dossiers/people/%d.pdf".formatted(commune.elders.get(1)), "papers");

        assertThat(words)
                .contains(
                        "Hồ sơ giấy Tủ 2, B7",
                        "Mã hồ sơ một cửa H14.08-2026-000071",
                        "Giấy tờ về cư trú (ảnh JPEG, 20/10/2026, Cán bộ can.bo.thanh.tra; SHA-256 ");
    }

    @Test
    void whichCommunePaysFromWhenAndWhoSignedItStandsInTheDossierOfWhoeverMoves() throws Exception {
        int elder = commune.elders.get(2);
        var transfers = house.get(TransferDesk.class);
        var about = new SuspensionDesk.About(InspectedCommune.PENSION, false, elder, InspectedCommune.COMMUNE);
        var drafted = as(
                commune.payer,
                () -> transfers.draft(new TransferDesk.NewTransfer(
                        about, "01273", YearMonth.of(2026, 10), "pensioner_moves", "về ở với con từ 15/10/2026")));
        assertThat(drafted).isInstanceOf(TransferDesk.Drafted.Done.class);
        assertThat(as(commune.chair, () -> transfers.sign(((TransferDesk.Drafted.Done) drafted).transferId())))
                .isEmpty();

        var words = words(commune.inspector, "inspector", "/dossiers/people/%d.pdf".formatted(elder), "moves");

        assertThat(words)
                .contains(
                        "Chuyển nơi hưởng",
                        "Chờ xã mới tiếp nhận: Xã Cốc Pàng chi trả đến hết tháng 10/2026",
                        "từ tháng 11/2026; về ở với con từ 15/10/2026; dự thảo: Cán bộ ke.toan.thanh.tra; xã cũ ký: Cán bộ chu.tich.thanh.tra, 20/10/2026, số ");
    }

    /** His money, his papers, who signed: and not a word of why. */
    @Test
    void anIllnessThatIsKeptSecretIsOnNoPaperAnInspectorsNeither() throws Exception {
        var words =
                words(commune.inspector, "inspector", "/dossiers/people/%d.pdf".formatted(commune.hidden), "hidden");

        assertThat(words)
                .contains("Lục Văn Kín", "Cho hưởng, số ")
                .doesNotContainIgnoringCase("hiv")
                .doesNotContain("không nêu tên", "không hiện theo mục đích", "Điều 5 khoản 8", "xét nghiệm");
    }

    @Test
    void anotherCommuneFindsNoDossierAndWhoPaysNeither() throws Exception {
        var path = "/dossiers/people/%d.pdf".formatted(commune.elders.getFirst());
        assertThat(asked(commune.stranger, "commune_officer", path).getStatus()).isEqualTo(404);
        assertThat(asked(commune.payer, "paying_officer", path).getStatus()).isEqualTo(404);
        assertThat(asked(commune.chair, "commune_chair", path).getStatus()).isEqualTo(200);
        assertThat(asked(commune.chair, "commune_chair", path + "?programme=khong_co")
                        .getStatus())
                .isEqualTo(400);
        assertThat(asked(commune.chair, "commune_chair", path + "?programme=electricity")
                        .getStatus())
                .isEqualTo(404);
    }
}
