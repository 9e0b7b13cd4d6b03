package org.ansinh.app.casework;

import static org.ansinh.app.casework.CommuneOfElders.PASSWORD;
import static org.ansinh.app.casework.CommuneOfElders.VIETNAMESE;
import static org.ansinh.app.casework.CommuneOfElders.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.ApplicationDesk.Incoming;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.testing.HouseTest;
import org.ansinh.postgres.DatabaseLogin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/** An officer photographs what somebody shows at the desk and attaches it to their file; what is not a paper is refused in a sentence that says what it is. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentPagesTest {

    private static final String COMMUNE = "01327";
    private static final int TOO_LARGE = 11 << 20;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    private final ApplicationDesk files;
    private final AttachmentDesk desk;
    private final MockMvc browser;
    private final ApplicationContext house;
    private final CommuneOfElders commune;
    private OfficerId lan = new OfficerId(1);

    @Autowired
    AttachmentPagesTest(ApplicationDesk files, AttachmentDesk desk, MockMvc browser, ApplicationContext house) {
        this.files = files;
        this.desk = desk;
        this.browser = browser;
        this.house = house;
        this.commune = new CommuneOfElders(house, COMMUNE);
    }

    @BeforeAll
    void aCommuneWithElders() {
        lan = commune.officer("lan.attach", "commune_officer");
        commune.withElders(8, 0, "Nông Thị Ảnh");
    }

    @Test
    void aPhotoOfACertificateIsAttachedShownAndHandedOutAsItWas() throws Exception {
        long file = file(1);
        var photo = PapersForTests.photo("jpg", 1);
        assertThat(sent(file, "giay-xac-nhan.JPG", photo)).isEqualTo("Đã đính kèm: Giấy xác nhận khuyết tật.");
        assertThat(shown(file))
                .contains("Giấy xác nhận khuyết tật", "ảnh JPEG", "1 kB", "Đính kèm giấy tờ", "20/10/2026")
                .as("papers that the pack names can be chosen")
                .contains("Mẫu và giấy tờ phải có");
        var got = fetched(file, lan, "commune_officer");
        assertThat(got.getContentAsByteArray()).isEqualTo(photo);
        assertThat(got.getContentType()).isEqualTo("image/jpeg");
        assertThat(got.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"ho-so-%d-giay-to-%d.jpg\"".formatted(file, paper(file)));
        assertThat(got.getHeaders("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(got.getHeader("Content-Security-Policy")).startsWith("default-src 'none'; sandbox");
        assertThat(got.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(text(
                        "select string_agg(act || ' ' || coalesce(words, ''), ', ' order by entry_id) from access.audit_entry where officer = '%s' and (digest is not null or act = 'print_person')"
                                .formatted(lan)))
                .contains("print_person", "attachment %d of application %d".formatted(paper(file), file));
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefusedSayingWhatItIs() throws Exception {
        long file = file(2);
        assertThat(sent(file, "don-de-nghi.pdf", PapersForTests.photo("png", 1)))
                .contains("Tệp “don-de-nghi.pdf” thực ra là ảnh PNG, không đúng như tên");
        assertThat(sent(file, "don.jpg", "PK\u0003\u0004 word/document.xml".getBytes(StandardCharsets.UTF_8)))
                .contains("Tệp “don.jpg” là tệp nén hoặc tệp Word, Excel. Chỉ nhận ảnh JPEG, PNG, HEIC hoặc bản PDF");
        assertThat(sent(file, "anh.png", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .contains("là trang web");
        assertThat(sent(file, "rong.jpg", new byte[0])).contains("rỗng");
        assertThat(sent(file, "quet.pdf", PapersForTests.scanWithScript()))
                .contains("JavaScript", "In ra rồi quét lại".toLowerCase(VIETNAMESE));
        assertThat(sent(file, "quet.pdf", PapersForTests.scanWithAFileInside())).contains("chứa tệp khác bên trong");
        assertThat(sent(file, "to.jpg", Arrays.copyOf(PapersForTests.photo("jpg", 1), TOO_LARGE)))
                .contains("lớn hơn giới hạn 10 MB");
        assertThat(as(lan, () -> desk.of(file))).isEmpty();
        assertThat(sent(file, "IMG_0001.HEIC", PapersForTests.heic())).startsWith("Đã đính kèm");
        assertThat(sent(file, "quet.pdf", PapersForTests.scan())).startsWith("Đã đính kèm");
    }

    @Test
    void thePhotoSentTwiceOverABadLineIsOnePaper() throws Exception {
        long file = file(3);
        var photo = PapersForTests.photo("jpg", 3);
        sent(file, "a.jpg", photo);
        assertThat(sent(file, "a.jpg", photo)).isEqualTo("Giấy tờ này đã được đính kèm vào hồ sơ rồi.");
        assertThat(as(lan, () -> desk.of(file))).hasSize(1);
    }

    @Test
    void theWrongPaperIsTakenAwayWithAReasonAndStaysMarked() throws Exception {
        long file = file(4);
        sent(file, "a.jpg", PapersForTests.photo("jpg", 4));
        var away = "/applications/%d/attachments/%d/take-away".formatted(file, paper(file));
        assertThat(said(post(away).param("because", " "))).isEqualTo("Chưa ghi vì sao rút giấy tờ. Hãy ghi lý do.");
        assertThat(said(post(away).param("because", "Nhầm giấy của người khác")))
                .contains("vẫn được giữ, có đánh dấu");
        assertThat(shown(file)).contains("đã rút", "Nhầm giấy của người khác");
        assertThat(fetched(file, lan, "commune_officer").getStatus())
                .as("it is there still")
                .isEqualTo(200);
        assertThat(said(post(away).param("because", "Lần nữa"))).contains("không có gì thay đổi");
    }

    @Test
    void whoDoesNotSeeTheFileFindsNoPaper() throws Exception {
        long file = file(5);
        sent(file, "a.jpg", PapersForTests.photo("jpg", 5));
        var stranger = commune.officer("xa.khac.attach", "commune_officer", "01273");
        var payer = commune.officer("ke.toan.attach", "paying_officer");
        assertThat(fetched(file, stranger, "commune_officer").getStatus()).isEqualTo(404);
        assertThat(fetched(file, payer, "paying_officer").getStatus()).isEqualTo(404);
        var refused = browser.perform(multipart("/applications/%d/attachments".formatted(file))
                        .file(new MockMultipartFile("file", "b.jpg", "image/jpeg", PapersForTests.photo("jpg", 6)))
                        .param("otherPaper", "Giấy lạ")
                        .with(csrf())
                        .with(commune.session(stranger, "commune_officer")))
                .andReturn()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(404);
        assertThat(as(lan, () -> desk.of(file))).hasSize(1);
    }

    @Test
    void bytesThatSomebodyChangedBehindTheHouseAreNotHandedOut() throws Exception {
        long file = file(6);
        sent(file, "a.jpg", PapersForTests.photo("jpg", 7));
        var owner = house.getBean(DatabaseLogin.class);
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("alter table casework.attachment_part disable trigger attachment_part_kept");
            statement.execute(
                    "update casework.attachment_part set bytes = bytes || '\\x00'::bytea where attachment_id = "
                            + paper(file));
            statement.execute("alter table casework.attachment_part enable trigger attachment_part_kept");
        }
        var got = fetched(file, lan, "commune_officer");
        assertThat(got.getStatus()).isEqualTo(409);
        assertThat(got.getContentAsByteArray()).isEmpty();
    }

    @Test
    void aFileIsFoundByWhatIsWrittenOnItsFolderAndItsReceiptAlsoWhenItHasEnded() throws Exception {
        long file = file(7);
        as(
                lan,
                () -> files.receive(
                        List.of(file),
                        new Incoming(LocalDate.of(2026, 10, 19), "Tủ 2, Ngăn B7", "H14.08-2026-000071")));
        for (var words : List.of("ngăn b7", "h14.08-2026-000071")) {
            assertThat(page("/applications?q=" + words))
                    .contains("Nông Thị Số 7", "Tủ 2, Ngăn B7", "H14.08-2026-000071");
        }
        as(lan, () -> files.withdraw(file, "Không có nhu cầu"));
        assertThat(page("/applications?q=Ngăn B7")).contains("Nông Thị Số 7", "Đã rút");
        assertThat(page("/applications?q=100%")).contains("Không có").doesNotContain("Nông Thị Số 7");
        assertThat(page("/applications")).doesNotContain("Nông Thị Số 7");
    }

    @Test
    void onALaptopAndOnATelephoneAPaperIsAttachedAndThePageIsFineForEverybody() {
        long file = file(8);
        for (var screen : Screen.values()) {
            try (var visitor = chromium.visitor(screen)) {
                var page = chromium.open(visitor, address("/login"));
                page.fill("#username", "lan.attach");
                page.fill("#password", PASSWORD);
                page.click("main button[type=submit]");
                page.navigate(address("/applications/" + file));
                attach(page, screen);
                chromium.assertFineFor(page, "attachments-" + screen);
                page.navigate(address("/applications?q=A3"));
                chromium.assertFineFor(page, "applications-found-" + screen);
            }
        }
        assertThat(as(lan, () -> desk.of(file))).hasSize(2);
    }

    private static void attach(Page page, Screen screen) {
        page.click("section[aria-labelledby=attached] > details > summary");
        page.fill("#otherPaper", "Sổ hộ nghèo, chụp " + (screen == Screen.PHONE ? "bằng điện thoại" : "bằng máy quét"));
        page.setInputFiles(
                "#file",
                new FilePayload("IMG_20261020.jpg", "image/jpeg", PapersForTests.photo("jpg", 20 + screen.ordinal())));
        page.click("section[aria-labelledby=attached] form[enctype] button[type=submit]");
        assertThat(page.textContent("main")).contains("Đã đính kèm: Sổ hộ nghèo");
    }

    private long file(int elder) {
        var name = elder == 8 ? "Nông Thị Ảnh" : "Nông Thị Số " + elder;
        int person = commune.workerReads(() -> house.getBean(JdbcClient.class)
                .sql("select person_id from registry.face_person where name = ? and commune_code = ?")
                .params(name, COMMUNE)
                .query(Integer.class)
                .single());
        return as(
                lan,
                () -> files.openFor(person, "social_assistance", "applicant").orElseThrow());
    }

    private long paper(long file) {
        return as(lan, () -> desk.of(file)).getLast().id();
    }

    /** What the officer reads after sending a file. */
    private String sent(long file, String name, byte[] bytes) throws Exception {
        return said(multipart("/applications/%d/attachments".formatted(file))
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .param("otherPaper", "Giấy xác nhận khuyết tật"));
    }

    private String said(org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> act)
            throws Exception {
        var told = browser.perform(act.locale(VIETNAMESE).with(csrf()).with(commune.session(lan, "commune_officer")))
                .andReturn()
                .getFlashMap();
        return String.valueOf(told.getOrDefault("done", told.get("refused")));
    }

    private MockHttpServletResponse fetched(long file, OfficerId officer, String role) throws Exception {
        return browser.perform(get("/applications/%d/attachments/%d".formatted(file, paper(file)))
                        .with(commune.session(officer, role)))
                .andReturn()
                .getResponse();
    }

    private String shown(long file) throws Exception {
        return page("/applications/" + file);
    }

    private String page(String path) throws Exception {
        return HtmlUtils.htmlUnescape(
                browser.perform(get(path).locale(VIETNAMESE).with(commune.session(lan, "commune_officer")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String text(String sql) {
        return commune.workerReads(() ->
                house.getBean(JdbcClient.class).sql(sql).query(String.class).single());
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
