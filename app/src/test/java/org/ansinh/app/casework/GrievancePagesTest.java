package org.ansinh.app.casework;

import static org.ansinh.app.casework.CommuneOfElders.PASSWORD;
import static org.ansinh.app.casework.CommuneOfElders.VIETNAMESE;
import static org.ansinh.app.casework.CommuneOfElders.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** Somebody comes to the desk and says that a decision is wrong: what the officer writes down, what the page says to do next, and what is refused in a sentence. */
@HouseTest
@TestPropertySource(
        properties = "ansinh.test.house=complaints need signed decisions, and their law is released for a whole house")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrievancePagesTest {

    private static final String COMMUNE = "01318";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    private final GrievanceDesk desk;
    private final CaseDesk cases;
    private final MockMvc browser;
    private final CommuneOfElders commune;
    private OfficerId lan = new OfficerId(1);
    private OfficerId chair = new OfficerId(1);
    private DecisionId decision = new DecisionId(0);

    @Autowired
    GrievancePagesTest(GrievanceDesk desk, CaseDesk cases, MockMvc browser, ApplicationContext house) {
        this.desk = desk;
        this.cases = cases;
        this.browser = browser;
        this.commune = new CommuneOfElders(house, COMMUNE);
    }

    @BeforeAll
    void aSignedDecision() {
        lan = commune.officer("lan.complaints", "commune_officer");
        chair = commune.officer("chu.tich.complaints", "commune_chair");
        commune.released().withElders(3, 0, "Nông Thị Cuối").determined();
        as(
                lan,
                () -> cases.draft(new DraftOrder(
                        CommuneOfElders.OCTOBER, "social_pension", Optional.empty(), Optional.empty(), List.of())));
        var drafts = as(
                        chair,
                        () -> cases.list(
                                new DecisionChoice(
                                        Optional.of("draft"), Optional.empty(), Optional.empty(), Optional.empty()),
                                1,
                                10))
                .stream()
                .map(Decision::id)
                .toList();
        decision = as(chair, () -> cases.sign(drafts)).signed().getFirst();
    }

    @Test
    @Order(1)
    void whatIsMissingIsSaidAndNothingTypedIsLost() throws Exception {
        assertThat(shown("/decisions/" + decision.number())).contains("Ghi khiếu nại về quyết định này");
        var again = page(post("/grievances")
                .param("decision", Long.toString(decision.number()))
                .param("kind", "complaint")
                .param("receivedOn", "20/10/2026")
                .param("says", "Mức này chưa đúng"));
        assertThat(again).contains("Khiếu nại, tố cáo phải có họ tên", "Mức này chưa đúng", "20/10/2026");
        assertThat(page(post("/grievances").param("kind", "feedback").param("receivedOn", "20/10/2026")))
                .contains("Chưa ghi nội dung");
    }

    @Test
    @Order(2)
    void aSpokenComplaintGoesItsWayToASignedAnswer() throws Exception {
        done(post("/grievances")
                .param("decision", Long.toString(decision.number()))
                .param("kind", "complaint")
                .param("name", "Nông Thị Số 1")
                .param("way", "spoken")
                .param("signedAs", "none")
                .param("receivedOn", "20/10/2026")
                .param("learntOn", "19/10/2026")
                .param("says", "Mức này chưa đúng"));
        var id = newest();
        assertThat(shown("/grievances/" + id))
                .contains("Chưa ký thì chưa thụ lý được", "540.000", "01/10/2026 – 31/10/2026", "Luật 02/2011/QH13");
        var refused = browser.perform(post("/grievances/" + id + "/accept")
                        .with(csrf())
                        .with(commune.session(lan, "commune_officer")))
                .andReturn()
                .getFlashMap();
        assertThat(String.valueOf(refused.get("refused"))).contains("Chưa có chữ ký hoặc điểm chỉ");
        done(post("/grievances/" + id + "/signed").param("signedAs", "fingerprint"));
        done(post("/grievances/" + id + "/accept"));
        assertThat(shown("/grievances/" + id)).contains("19/11/2026");
        done(post("/grievances/" + id + "/propose")
                .param("finding", "wrong")
                .param("conclusion", "Mức 540.000 đồng đúng quy định."));
        browser.perform(post("/grievances/" + id + "/resolve")
                        .param("answerNumber", "5/QĐ-UBND")
                        .param("resolvedOn", "20/10/2026")
                        .with(csrf())
                        .with(commune.session(chair, "commune_chair")))
                .andExpect(status().is3xxRedirection());
        assertThat(shown("/grievances/" + id)).contains("Đã giải quyết", "5/QĐ-UBND", "Ghi khiếu nại lần hai");
        assertThat(shown("/decisions/" + decision.number())).contains("Khiếu nại số 1/2026");
    }

    @Test
    @Order(3)
    void feedbackNeedsNoNameAndTheDaySaysHowMuchIsOpen() throws Exception {
        done(post("/grievances")
                .param("kind", "feedback")
                .param("commune", COMMUNE)
                .param("way", "phone")
                .param("signedAs", "none")
                .param("receivedOn", "20/10/2026")
                .param("says", "Điểm chi trả đóng cửa sớm"));
        assertThat(shown("/grievances")).contains("Điểm chi trả đóng cửa sớm", "không nêu tên");
        assertThat(shown("/today")).contains("Phản ánh, kiến nghị: 1");
    }

    @Test
    @Order(4)
    void aLapsedSessionLosesNothingThatWasTyped() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", "lan.complaints");
            page.fill("#password", PASSWORD);
            page.click("main button[type=submit]");
            page.navigate(address("/grievances/new?decision=" + decision.number()));
            page.fill("#name", "Nông Thị Số 3");
            page.fill("#says", "Tên tôi bị ghi sai, tôi nói với bà Lan rồi");
            visitor.clearCookies();
            page.click("main form button[type=submit]");
            page.fill("#username", "lan.complaints");
            page.fill("#password", PASSWORD);
            page.click("main button[type=submit]");
            assertThat(page.inputValue("#name")).isEqualTo("Nông Thị Số 3");
            assertThat(page.inputValue("#says")).isEqualTo("Tên tôi bị ghi sai, tôi nói với bà Lan rồi");
        }
        assertThat(as(lan, () -> desk.count(new GrievanceDesk.Choice(Optional.empty(), true, false))))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    @Order(5)
    void thePagesAreFineForEverybody(Screen screen) {
        var paths = List.of(
                "/grievances",
                "/grievances?kind=complaint&open=false",
                "/grievances/new",
                "/grievances/new?decision=" + decision.number(),
                "/grievances/" + newest(),
                "/grievances/1");
        try (var visitor = chromium.visitor(screen)) {
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", "lan.complaints");
            page.fill("#password", PASSWORD);
            page.click("main button[type=submit]");
            for (int i = 0; i < paths.size(); i++) {
                page.navigate(address(paths.get(i)));
                chromium.assertFineFor(page, "grievances-" + i + "-" + screen);
            }
        }
    }

    private long newest() {
        return as(lan, () -> desk.list(new GrievanceDesk.Choice(Optional.empty(), true, false), 1, 10)).stream()
                .mapToLong(Grievance::id)
                .max()
                .orElseThrow();
    }

    private void done(MockHttpServletRequestBuilder act) throws Exception {
        browser.perform(act.with(csrf()).with(commune.session(lan, "commune_officer")))
                .andExpect(status().is3xxRedirection());
    }

    private String shown(String path) throws Exception {
        return page(get(path));
    }

    private String page(MockHttpServletRequestBuilder asked) throws Exception {
        return HtmlUtils.htmlUnescape(
                browser.perform(asked.locale(VIETNAMESE).with(csrf()).with(commune.session(lan, "commune_officer")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
