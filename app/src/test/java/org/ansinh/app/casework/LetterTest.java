package org.ansinh.app.casework;

import static org.ansinh.app.casework.CommuneOfElders.VIETNAMESE;
import static org.ansinh.app.casework.CommuneOfElders.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.ApplicationDesk.Incoming;
import org.ansinh.app.casework.LetterDesk.Delegation;
import org.ansinh.app.testing.HouseTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Decisions on paper: what stands on it is read back from the PDF itself. */
@HouseTest
@TestPropertySource(properties = "ansinh.test.house=letters need released law, and a release holds for a whole house")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LetterTest {

    private static final String COMMUNE = "01321";
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final int DOTS_AN_INCH = 90;

    private final ApplicationDesk desk;
    private final AnswerDesk answers;
    private final CaseDesk decisions;
    private final LetterDesk letters;
    private final MockMvc browser;
    private final ApplicationContext house;
    private final CommuneOfElders commune;
    private OfficerId lan = new OfficerId(1);
    private OfficerId chair = new OfficerId(1);
    private OfficerId deputy = new OfficerId(1);

    @Autowired
    LetterTest(
            ApplicationDesk desk,
            AnswerDesk answers,
            CaseDesk decisions,
            LetterDesk letters,
            MockMvc browser,
            ApplicationContext house) {
        this.desk = desk;
        this.answers = answers;
        this.decisions = decisions;
        this.letters = letters;
        this.browser = browser;
        this.house = house;
        this.commune = new CommuneOfElders(house, COMMUNE);
    }

    @BeforeAll
    void aCommuneWithAChairAndADeputy() {
        lan = commune.officer("lan.letter", "commune_officer");
        chair = commune.officer("chu.tich.letter", "commune_chair");
        deputy = commune.officer("pho.chu.tich.letter", "commune_chair");
        commune.released().withElders(4, 0, "Nông Thị Ước").determined();
    }

    @Test
    @Order(1)
    void aDraftSaysSoAndHasNoNumberYet() throws Exception {
        var draft = drafted("Nông Thị Số 1", "social_pension");
        assertThat(words(draft))
                .contains("DỰ THẢO – chưa ký, chưa có hiệu lực", "/QĐ-UBND", "ngày … tháng … năm …")
                .doesNotContain("Số: 1/QĐ-UBND");
    }

    @Test
    @Order(2)
    void theGrantingLetterHasEveryPartOfTheOfficialForm() throws Exception {
        var decision = drafted("Nông Thị Ước", "social_pension");
        as(chair, () -> decisions.sign(List.of(decision)));
        var number =
                as(lan, () -> decisions.open(decision)).orElseThrow().number().orElseThrow();
        assertThat(words(decision))
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "ỦY BAN NHÂN DÂN",
                        "Số: " + number.substring(0, number.indexOf('/')) + "/QĐ-UBND",
                        "ngày 20 tháng 10 năm 2026",
                        "QUYẾT ĐỊNH",
                        "Về việc hưởng chế độ: Trợ cấp hưu trí xã hội",
                        "Căn cứ Điều 21 Luật 41/2024/QH15 (Luật Bảo hiểm xã hội);",
                        "Điều 4 Nghị định 176/2025/NĐ-CP",
                        "Xét hồ sơ số ",
                        "Nông Thị Ước",
                        "kể từ tháng 10 năm 2026",
                        "540.000 đồng/tháng (Năm trăm bốn mươi nghìn đồng)",
                        "Người từ đủ 75 tuổi không có lương hưu",
                        "có quyền khiếu nại",
                        "Nơi nhận:",
                        "CHỦ TỊCH",
                        "Cán bộ chu.tich.letter")
                .doesNotContain("KT. CHỦ TỊCH", "DỰ THẢO", "MINH HOẠ");
    }

    @Test
    @Order(3)
    void aDeputySignsForTheChairByADatedPaperAndTheLetterSaysKt() throws Exception {
        assertThatThrownBy(() -> as(deputy, () -> {
                    letters.delegate(delegation());
                    return true;
                }))
                .as("nobody delegates to themselves")
                .hasStackTraceContaining("delegation_by_another");
        as(chair, () -> {
            letters.delegate(delegation());
            return true;
        });
        var decision = drafted("Nông Thị Số 2", "social_pension");
        as(deputy, () -> decisions.sign(List.of(decision)));
        assertThat(words(decision))
                .contains(
                        "KT. CHỦ TỊCH",
                        "PHÓ CHỦ TỊCH",
                        "Cán bộ pho.chu.tich.letter",
                        "Ký thay theo 15/QĐ-UBND ngày 01/10/2026");
    }

    @Test
    @Order(4)
    void theRefusalSaysWhyWithTheArticleAndThatOneMayComplain() throws Exception {
        var decision = drafted("Nông Thị Số 3", "low_income_worker");
        as(chair, () -> decisions.sign(List.of(decision)));
        assertThat(words(decision))
                .contains(
                        "Về việc không giải quyết chế độ:",
                        "Lý do:",
                        "Chưa có giấy đề nghị xác nhận người lao động có thu nhập thấp",
                        "Nghị định 30/2025/NĐ-CP",
                        "có quyền khiếu nại",
                        "chưa đối chiếu với văn bản gốc")
                .doesNotContain("Mức hưởng");
    }

    @Test
    @Order(5)
    void everyFontIsEmbeddedAndThePaperCanBeReadAloud() throws Exception {
        var decision = as(lan, () -> decisions.list(DecisionChoice.all(), 1, 50)).stream()
                .filter(it -> it.isSigned() && it.place().communeCode().equals(COMMUNE))
                .findFirst()
                .orElseThrow()
                .id();
        try (var document = Loader.loadPDF(bytes(decision))) {
            assertThat(fonts(document))
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it).contains("Tinos", "embedded"));
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).as("tagged").isTrue();
            assertThat(catalog.getLanguage()).startsWith("vi");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    @Order(6)
    void anOfficerOfAnotherCommuneFindsNoLetterAndWhoPaysNeither() throws Exception {
        var decision = as(lan, () -> decisions.list(DecisionChoice.all(), 1, 50))
                .getFirst()
                .id();
        var stranger = commune.officer("xa.khac.letter", "commune_officer", "01273");
        var payer = commune.officer("ke.toan.letter", "paying_officer");
        for (var outsider : List.of(stranger, payer)) {
            assertThat(as(outsider, () -> letters.letter(decision))).isEmpty();
            assertThat(as(outsider, letters::delegations)).hasSize(outsider.equals(payer) ? 1 : 0);
        }
        browser.perform(get("/decisions/" + decision.number() + "/letter.pdf")
                        .with(commune.session(stranger, "commune_officer")))
                .andExpect(status().isNotFound());
    }

    private Delegation delegation() {
        return new Delegation(
                COMMUNE,
                deputy.toString(),
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 12, 31),
                "15/QĐ-UBND",
                LocalDate.of(2026, 10, 1));
    }

    /** From the file to the draft, as an officer does it. */
    private DecisionId drafted(String name, String programme) {
        int person = commune.workerReads(() -> house.getBean(JdbcClient.class)
                .sql("select person_id from registry.face_person where name = ? and commune_code = ?")
                .params(name, COMMUNE)
                .query(Integer.class)
                .single());
        return as(lan, () -> {
            long file = opened(person, programme).orElseGet(() -> {
                try {
                    return desk.openFor(person, programme, "applicant").orElseThrow();
                } catch (DuplicateKeyException theHouseWasQuicker) {
                    return opened(person, programme).orElseThrow();
                }
            });
            desk.receive(List.of(file), new Incoming(TODAY, "Tủ 1", ""));
            desk.complete(file);
            var complete = desk.open(file).orElseThrow();
            return answers.draftGrant(complete)
                    .or(() -> answers.draftRefusal(complete))
                    .orElseThrow();
        });
    }

    private Optional<Long> opened(int person, String programme) {
        return desk.ofSubject(false, person).stream()
                .filter(it -> it.isOpen() && it.programme().equals(programme))
                .map(Application::id)
                .findFirst();
    }

    private byte[] bytes(DecisionId decision) throws Exception {
        var found = browser.perform(get("/decisions/" + decision.number() + "/letter.pdf")
                        .locale(VIETNAMESE)
                        .with(commune.session(lan, "commune_officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
        assertThat(found.getContentType()).isEqualTo("application/pdf");
        return found.getContentAsByteArray();
    }

    private String words(DecisionId decision) throws Exception {
        try (var document = Loader.loadPDF(bytes(decision))) {
            var letter = as(lan, () -> letters.letter(decision)).orElseThrow();
            shoot(
                    document,
                    (letter.isRefusal() ? "refusal" : "grant")
                            + (letter.isDraft() ? "-draft" : "")
                            + letter.foot()
                                    .signer()
                                    .delegation()
                                    .map(it -> "-kt")
                                    .orElse(""));
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void shoot(PDDocument document, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "screens"));
        ImageIO.write(
                new PDFRenderer(document).renderImageWithDPI(0, DOTS_AN_INCH),
                "png",
                folder.resolve("letter-" + name + ".png").toFile());
    }

    private static Set<String> fonts(PDDocument document) throws IOException {
        var found = new TreeSet<String>();
        for (var page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                found.add(font.getName() + (font.isEmbedded() ? " embedded" : ""));
            }
        }
        return found;
    }
}
