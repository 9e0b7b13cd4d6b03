package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.AdjustDesk;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.DecisionInForce;
import org.ansinh.app.casework.DraftOrder;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.GrievanceDesk;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.Paper;
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

/**
 * What happens to a signed decision afterwards, on paper: another level, an end, payment that rests and goes on, money that is to come back, and the answer to whoever
 * complained. What stands on each is read back from the PDF itself.
 */
class LettersOfChangeTest {

    private static final String COMMUNE = "01354";
    private static final String PENSION = "social_pension";
    private static final String ASSISTANCE = "social_assistance";
    private static final int DOTS_AN_INCH = 90;
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    private static House house;
    private static MockMvc browser;
    private static CommuneOfElders commune;
    private static OfficerId lan;
    private static OfficerId chair;
    private static OfficerId payer;
    private static List<Integer> elders;

    @BeforeAll
    static void aCommuneThatHasDecidedAndPaid() {
        house = House.open("--ansinh.codes=off");
        browser = MockMvcBuilders.webAppContextSetup((WebApplicationContext) house.context())
                .apply(springSecurity())
                .build();
        commune = new CommuneOfElders(house.context(), COMMUNE).withElders(5, 0, "Nông Thị Cuối");
        lan = commune.officer("lan.change", "commune_officer");
        chair = commune.officer("chu.tich.change", "commune_chair");
        payer = commune.officer("ke.toan.change", "paying_officer");
        elders = house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("select person_id from registry.face_person where commune_code = ? order by 1")
                        .param(COMMUNE)
                        .query(Integer.class)
                        .list());
        takenOver(elders.get(3), PENSION, 500_000);
        takenOver(elders.get(4), ASSISTANCE, 540_000);
        commune.released().determined();
        var cases = house.get(CaseDesk.class);
        as(
                lan,
                () -> cases.draft(new DraftOrder(
                        CommuneOfElders.OCTOBER,
                        PENSION,
                        Optional.of(COMMUNE),
                        Optional.empty(),
                        elders.subList(0, 3))));
        signAll();
        var payments = house.get(PaymentDesk.class);
        var drawn = as(payer, () -> payments.prepare(CommuneOfElders.OCTOBER, PENSION, COMMUNE));
        assertThat(as(chair, () -> payments.approve(((ListResult.Done) drawn).payrollId())))
                .isInstanceOf(ListResult.Done.class);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void anotherLevelStandsBesideTheOldOneWithItsMonthAndItsCause() throws Exception {
        var cases = house.get(CaseDesk.class);
        var of = decisionOf(elders.get(1));
        var draft = as(lan, () -> cases.draftAdjustment(of, 600_000, NOVEMBER, "Giải quyết khiếu nại số 3/2026"))
                .orElseThrow();
        assertThat(words(lan, "commune_officer", "/decisions/%d/letter.pdf".formatted(draft.number()), "adjust-draft"))
                .contains("DỰ THẢO – chưa ký, chưa có hiệu lực")
                .doesNotContain("Theo kết quả xác định");
        as(chair, () -> cases.sign(List.of(draft)));
        assertThat(words(lan, "commune_officer", "/decisions/%d/letter.pdf".formatted(draft.number()), "adjust"))
                .contains(
                        "Về việc điều chỉnh mức hưởng chế độ: Trợ cấp hưu trí xã hội",
                        "Điều chỉnh mức hưởng chế độ Trợ cấp hưu trí xã hội của ông/bà Nông Thị Số 2",
                        "kể từ tháng 11 năm 2026",
                        "Mức đã hưởng: 540.000 đồng/tháng.",
                        "Mức điều chỉnh: 600.000 đồng/tháng (Sáu trăm nghìn đồng).",
                        "Lý do: Giải quyết khiếu nại số 3/2026.",
                        "/QĐ-UBND",
                        "có quyền khiếu nại",
                        "Cán bộ chu.tich.change")
                .doesNotContain("DỰ THẢO");
    }

    @Test
    void whatTheLawGivesMoreThanWasSignedIsToldMonthByMonth() throws Exception {
        var desk = house.get(AdjustDesk.class);
        var difference = as(lan, desk::differences).stream()
                .filter(it -> it.cause().programme().equals(PENSION))
                .findFirst()
                .orElseThrow();
        assertThat(as(lan, () -> desk.draft(difference.cause(), Optional.of(COMMUNE))))
                .isEqualTo(1);
        signAll();
        assertThat(words(
                        lan,
                        "commune_officer",
                        "/decisions/%d/letter.pdf"
                                .formatted(decisionOf(elders.get(3)).number()),
                        "adjust-months"))
                .contains(
                        "Nông Thị Số 4",
                        "Mức đã hưởng: 500.000 đồng/tháng.",
                        "Từ tháng – đến tháng",
                        "540.000",
                        "Điều 21 Luật 41/2024/QH15");
    }

    @Test
    void anEndSaysFromWhichMonthAndWhy() throws Exception {
        var cases = house.get(CaseDesk.class);
        var of = decisionOf(elders.get(2));
        var draft = as(lan, () -> cases.draftStop(of, NOVEMBER, "Chuyển đến xã khác ngày 12/10/2026"))
                .orElseThrow();
        as(chair, () -> cases.sign(List.of(draft)));
        assertThat(words(lan, "commune_officer", "/decisions/%d/letter.pdf".formatted(draft.number()), "stop"))
                .contains(
                        "Về việc thôi hưởng chế độ: Trợ cấp hưu trí xã hội",
                        "Thôi hưởng chế độ Trợ cấp hưu trí xã hội đối với ông/bà Nông Thị Số 3",
                        "kể từ tháng 11 năm 2026",
                        "Mức hưởng đến trước khi thôi hưởng: 540.000 đồng/tháng.",
                        "Lý do: Chuyển đến xã khác ngày 12/10/2026.",
                        "Nghị định 176/2025/NĐ-CP",
                        "(**) Căn cứ chưa đối chiếu với văn bản gốc")
                .doesNotContain("Mức hưởng:", "Mức điều chỉnh");
    }

    @Test
    void paymentRestsByARuleOfTheLawAndGoesOnByAnotherDecision() throws Exception {
        var desk = house.get(SuspensionDesk.class);
        var about = new SuspensionDesk.About(ASSISTANCE, false, elders.get(4), COMMUNE);
        var drafted = as(payer, () -> desk.draft(about, "not_fetched_three_months", "Không đến nhận từ tháng 7/2026"));
        long id = ((SuspensionDesk.Drafted.Done) drafted).suspensionId();
        var letter = "/suspensions/%d/letter.pdf".formatted(id);
        assertThat(words(payer, "paying_officer", letter, "suspend-draft")).contains("DỰ THẢO");
        assertThat(asked(payer, "paying_officer", "/suspensions/%d/resumption.pdf".formatted(id))
                        .getStatus())
                .as("nobody has drafted that payment goes on")
                .isEqualTo(404);
        assertThat(as(chair, () -> desk.sign(id))).isEmpty();
        var signed = words(payer, "paying_officer", letter, "suspend");
        assertThat(signed)
                .contains(
                        "Về việc tạm dừng chi trả chế độ: Trợ cấp xã hội hằng tháng",
                        "đối với ông/bà Nông Thị Cuối",
                        "Lý do: Không đến nhận từ tháng 7/2026.",
                        "Không nhận liên tục từ 03 tháng trở lên: tạm dừng theo quyết định",
                        "điểm a khoản 3 Điều 2 Thông tư 02/2021/TT-BLĐTBXH",
                        "Cán bộ chu.tich.change")
                .doesNotContain("DỰ THẢO");
        assertThat(as(payer, () -> desk.resume(id, "Đã đến nhận ngày 19/10/2026")))
                .isEmpty();
        assertThat(as(chair, () -> desk.sign(id))).isEmpty();
        assertThat(words(payer, "paying_officer", "/suspensions/%d/resumption.pdf".formatted(id), "resume"))
                .contains(
                        "Về việc chi trả lại chế độ: Trợ cấp xã hội hằng tháng",
                        "gồm cả các tháng chưa chi trả trong thời gian tạm dừng theo Quyết định số",
                        "Lý do: Đã đến nhận ngày 19/10/2026.");
    }

    @Test
    void moneyThatIsToComeBackIsToldByMonthInWordsAndHow() throws Exception {
        int dead = elders.getFirst();
        var death = new Change.Death(dead, LocalDate.of(2026, 9, 3), Optional.empty());
        as(lan, () -> house.get(ChangeDesk.class).record(Paper.of("death", "giấy chứng tử 4"), List.of(death)));
        as(payer, () -> house.get(PaymentDesk.class).prepare(CommuneOfElders.OCTOBER, PENSION, COMMUNE));
        var desk = house.get(RecoveryDesk.class);
        var about = new RecoveryDesk.About(PENSION, false, dead, COMMUNE);
        var drafted = as(
                payer, () -> desk.draft(about, CommuneOfElders.OCTOBER, Optional.of(100_000L), "Chết ngày 03/9/2026"));
        long id = ((RecoveryDesk.Drafted.Done) drafted).recoveryId();
        assertThat(as(chair, () -> desk.sign(id))).isEmpty();
        assertThat(words(payer, "paying_officer", "/recoveries/%d/letter.pdf".formatted(id), "recover"))
                .contains(
                        "Về việc thu hồi tiền đã chi trả chế độ: Trợ cấp hưu trí xã hội",
                        "Tổng số tiền: 540.000 đồng (Năm trăm bốn mươi nghìn đồng)",
                        "10/2026 540.000",
                        "đã mất ngày 03 tháng 9 năm 2026",
                        "gia đình ông/bà Nông Thị Số 1 có quyền khiếu nại",
                        "Căn cứ Điều 4 Nghị định 176/2025/NĐ-CP",
                        "mỗi kỳ 100.000 đồng (Một trăm nghìn đồng)",
                        "ít nhất 70%",
                        "không phải mức của văn bản quy phạm pháp luật",
                        "Lý do: Chết ngày 03/9/2026.");
    }

    @Test
    void whoeverComplainedDenouncedOrToldGetsAnAnswerInWriting() throws Exception {
        var complaint =
                answered("complaint", "Nông Thị Số 2", "Mức này chưa đúng", Optional.of(decisionOf(elders.get(1))));
        assertThat(words(lan, "commune_officer", "/grievances/%d/letter.pdf".formatted(complaint), "complaint"))
                .contains(
                        "Số: 5/QĐ-UBND",
                        "Về việc giải quyết khiếu nại của ông/bà Nông Thị Số 2 (lần đầu)",
                        "Điều 28 Luật 02/2011/QH13",
                        "Nội dung: “Mức này chưa đúng”.",
                        "nội dung khiếu nại không đúng",
                        "Kết luận: Đã đối chiếu hồ sơ.",
                        "khiếu nại lần hai")
                .as("the chair decides it, the committee does not")
                .doesNotContain("TM. ỦY BAN");
        var denunciation = answered("denunciation", "Bàn Văn Tố", "Trưởng thôn giữ tiền", Optional.empty());
        assertThat(words(lan, "commune_officer", "/grievances/%d/letter.pdf".formatted(denunciation), "denunciation"))
                .contains(
                        "THÔNG BÁO",
                        "Về việc kết quả giải quyết tố cáo",
                        "Kính gửi: ông/bà Bàn Văn Tố",
                        "TM. ỦY BAN NHÂN DÂN")
                .doesNotContain("QUYẾT ĐỊNH:", "Điều 1.");
        var feedback = answered("feedback", "Lý Thị Phản", "Điểm chi trả đóng cửa sớm", Optional.empty());
        assertThat(words(lan, "commune_officer", "/grievances/%d/letter.pdf".formatted(feedback), "feedback"))
                .contains(
                        "V/v trả lời phản ánh, kiến nghị",
                        "Kính gửi: ông/bà Lý Thị Phản",
                        "Trả lời: Đã đối chiếu hồ sơ.",
                        "Số: 5/UBND",
                        "nhận ngày 20 tháng 10 năm 2026");
        var nameless = answered("feedback", "", "Đường vào điểm chi trả hỏng", Optional.empty());
        assertThat(asked(lan, "commune_officer", "/grievances/%d/letter.pdf".formatted(nameless))
                        .getStatus())
                .as("nobody is known to write to")
                .isEqualTo(404);
    }

    @Test
    void anotherCommuneFindsNoneOfThem() throws Exception {
        var stranger = commune.officer("xa.khac.change", "commune_officer", "01273");
        var id = decisionOf(elders.get(2)).number();
        for (var path : List.of(
                "/decisions/%d/letter.pdf".formatted(id),
                "/suspensions/1/letter.pdf",
                "/suspensions/1/resumption.pdf",
                "/recoveries/1/letter.pdf",
                "/grievances/1/letter.pdf")) {
            assertThat(asked(stranger, "commune_officer", path).getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    private static long answered(String kind, String name, String says, Optional<DecisionId> decision) {
        var desk = house.get(GrievanceDesk.class);
        var said =
                new Grievance.Said(name, "", "spoken", "signature", says, "", "", TODAY, decision.map(it -> TODAY), "");
        long id = as(
                lan, () -> desk.take(new GrievanceDesk.Incoming(kind, decision, Optional.empty(), COMMUNE, 0, said)));
        as(lan, () -> desk.accept(id, false, false));
        as(lan, () -> desk.propose(id, kind.equals("feedback") ? "" : "wrong", "Đã đối chiếu hồ sơ."));
        var ends = Map.of("complaint", "/QĐ-UBND", "denunciation", "/TB-UBND", "feedback", "/UBND");
        as(chair, () -> desk.resolve(id, "5" + ends.get(kind), TODAY));
        return id;
    }

    private static void takenOver(int person, String programme, long level) {
        var july = LocalDate.of(2026, 7, 6);
        var paper = new DecisionInForce.SignedPaper("QĐ " + person, july, "UBND xã", "Chủ tịch", "Bàn Văn Ký");
        var decision = new DecisionInForce(false, person, programme, paper, july, level, 1, "beneficiary");
        Acting.run(
                Actor.WORKER,
                () -> house.get(CaseDesk.class).takeOver(Optional.empty(), take -> take.accept(decision)));
    }

    private static void signAll() {
        var cases = house.get(CaseDesk.class);
        for (var cause : as(chair, cases::toSign)) {
            var drafts = as(chair, () -> cases.draftsOf(PENSION, Optional.of(COMMUNE), cause.causeKey()));
            as(chair, () -> cases.sign(drafts));
        }
    }

    /** The newest signed one. */
    private static DecisionId decisionOf(int person) {
        return as(lan, () -> house.get(CaseDesk.class).ofSubject(false, person))
                .getFirst()
                .id();
    }

    private static MockHttpServletResponse asked(OfficerId officer, String role, String path) throws Exception {
        return browser.perform(get(path).with(commune.session(officer, role)))
                .andReturn()
                .getResponse();
    }

    private static String words(OfficerId officer, String role, String path, String shot) throws Exception {
        var found = asked(officer, role, path);
        assertThat(found.getStatus()).as(path).isEqualTo(200);
        try (var document = Loader.loadPDF(found.getContentAsByteArray())) {
            shoot(document, shot);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                    .as("tagged")
                    .isTrue();
            var reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void shoot(PDDocument document, String name) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "screens"));
        ImageIO.write(
                new PDFRenderer(document).renderImageWithDPI(0, DOTS_AN_INCH),
                "png",
                folder.resolve("letter-" + name + ".png").toFile());
    }

    private static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }
}
