package org.ansinh.app.casework;

import static org.ansinh.app.casework.CommuneOfElders.OCTOBER;
import static org.ansinh.app.casework.CommuneOfElders.VIETNAMESE;
import static org.ansinh.app.casework.CommuneOfElders.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.EntitlementLists.Kind;
import org.ansinh.app.casework.EntitlementLists.Sort;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.testing.HouseTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** One October in a commune: who is entitled is drafted by one officer, signed by another, and the law sees it. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromEntitlementToDecisionTest {

    private static final String COMMUNE = "01318";

    private final CaseDesk desk;
    private final EntitlementLists lists;
    private final MockMvc browser;
    private final ReleaseDesk releases;
    private final JdbcClient jdbc;
    private final CommuneOfElders commune;
    private OfficerId lan = new OfficerId(1);
    private OfficerId chair = new OfficerId(1);

    @Autowired
    FromEntitlementToDecisionTest(
            CaseDesk desk,
            EntitlementLists lists,
            MockMvc browser,
            ReleaseDesk releases,
            JdbcClient jdbc,
            ApplicationContext house) {
        this.desk = desk;
        this.lists = lists;
        this.browser = browser;
        this.releases = releases;
        this.jdbc = jdbc;
        this.commune = new CommuneOfElders(house, COMMUNE);
    }

    @BeforeAll
    void aCommuneWithEldersIsDetermined() {
        lan = commune.officer("lan.case", "commune_officer");
        chair = commune.officer("chu.tich.case", "commune_chair");
        commune.withElders(6, 5, "Nông Thị Cuối").determined();
    }

    @Test
    @Order(2)
    void whatNoJuristHasReleasedIsSeenAndNotOfferedForDrafting() throws Exception {
        assertThat(shown("/decisions")).contains("5 chờ pháp chế xác nhận").doesNotContain("Dự thảo 5 quyết định");
    }

    @Test
    @Order(3)
    void oneOfficerDraftsAllOfACauseAndDraftingAgainDraftsNobodyTwice() {
        as(lan, () -> {
            var cause = desk.waiting(OCTOBER).stream()
                    .filter(it -> it.programme().equals("social_pension")
                            && it.communeCode().equals(COMMUNE))
                    .findFirst()
                    .orElseThrow();
            assertThat(cause.number()).isEqualTo(5);
            var order = new DraftOrder(
                    OCTOBER, "social_pension", Optional.of(COMMUNE), Optional.of(cause.provisions()), List.of());
            assertThat(desk.draft(order)).isEqualTo(5);
            assertThat(desk.draft(order)).isZero();
            return order;
        });
    }

    @Test
    @Order(4)
    void theDrafterSignsNothingAndIsToldWhy() throws Exception {
        var signing = as(lan, () -> desk.toSign()).getFirst();
        assertThat(signing.own()).isEqualTo(5);
        browser.perform(post("/decisions/sign")
                        .param("programme", "social_pension")
                        .param("commune", COMMUNE)
                        .param("cause", signing.causeKey())
                        .with(csrf())
                        .with(commune.session(lan, "commune_officer")))
                .andExpect(redirectedUrl("/decisions"))
                .andExpect(flash().attributeExists("done"));
        assertThat(count("signed")).isZero();
    }

    @Test
    @Order(5)
    void nothingIsSignedOnARateThatNoJuristHasReleased() throws Exception {
        assertThat(why()).contains("540.000 đ", "chưa kiểm chứng").doesNotContain("đã đối chiếu và xác nhận");
        var signing = as(chair, () -> desk.sign(drafts()));
        assertThat(signing.signed()).isEmpty();
        assertThat(signing.unverified()).isEqualTo(5);
    }

    @Test
    @Order(6)
    void afterTheReleaseTheMonthIsDeterminedAndTheSameDraftsRestOnReleasedLaw() throws Exception {
        var jurist = commune.officer("phap.che.case", "jurist");
        as(jurist, () -> {
            releases.unverified()
                    .forEach(it -> releases.release(it.what(), "Đã đối chiếu bản ký số của văn bản", "Nông Văn Luật"));
            return jurist;
        });
        commune.determined();
        var order = new DraftOrder(OCTOBER, "social_pension", Optional.of(COMMUNE), Optional.empty(), List.of());
        assertThat(as(lan, () -> desk.draft(order))).isEqualTo(5);
        assertThat(as(chair, () -> desk.toSign()).getFirst().unverified()).isZero();
        assertThat(drafts()).hasSize(5);
        assertThat(why())
                .as("who answers for the rate is said beside it")
                .contains("Nông Văn Luật đã đối chiếu và xác nhận ngày ", "Đã đối chiếu bản ký số của văn bản")
                .doesNotContain("chưa kiểm chứng");
    }

    private String why() throws Exception {
        int elder = as(
                        lan,
                        () -> lists.page(commune.list(Kind.ENTITLED), new Sort(Sort.Key.NAME, false), VIETNAMESE, 1, 1))
                .getFirst()
                .subjectId();
        return shown("/people/" + elder + "/why/social_pension");
    }

    private String shown(String page) throws Exception {
        return browser.perform(get(page).locale(VIETNAMESE).with(commune.session(lan, "commune_officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @Order(7)
    void anotherOfficerSignsTheWholeCauseAndTheLawSeesIt() {
        var signing = as(chair, () -> desk.sign(drafts()));
        assertThat(signing.signed()).hasSize(5);
        var facts = commune.workerReads(() -> jdbc.sql(
                        "select count(*) from registry.face_fact_now where fact = 'person.decision' and instance = 'social_pension' and day = '2026-10-20'")
                .query(Long.class)
                .single());
        assertThat(facts).isEqualTo(5);
        commune.determined();
        as(chair, () -> {
            assertThat(lists.count(commune.list(Kind.WITHOUT_DECISION))).isZero();
            var rows = lists.page(commune.list(Kind.ENTITLED), new Sort(Sort.Key.AMOUNT, true), VIETNAMESE, 1, 50);
            assertThat(rows).hasSize(5).allSatisfy(it -> assertThat(it.owed()).isEqualTo(540_000));
            return rows;
        });
    }

    @Test
    @Order(8)
    void aStopTakesTheDecisionBackFromItsDayOn() {
        var signed = as(
                        chair,
                        () -> desk.list(
                                new DecisionChoice(
                                        Optional.of("signed"),
                                        Optional.empty(),
                                        Optional.of(COMMUNE),
                                        Optional.empty()),
                                1,
                                10))
                .getFirst();
        var stop = as(lan, () -> desk.draftStop(signed.id(), LocalDate.of(2026, 11, 1), "Chuyển đi tỉnh khác"))
                .orElseThrow();
        assertThat(as(chair, () -> desk.sign(List.of(stop))).signed()).containsExactly(stop);
        var until = commune.workerReads(() -> jdbc.sql(
                        "select upper(days)::text from registry.face_fact_now where fact = 'person.decision' and subject_id = ?")
                .param(signed.subjectId())
                .query(String.class)
                .single());
        assertThat(until).isEqualTo("2026-11-01");
    }

    @Test
    @Order(9)
    void decisionsOfAnAbolishedDistrictAreTakenOverOnceUnderTheirOwnNumber() {
        int elder = as(
                        lan,
                        () -> lists.page(commune.list(Kind.ENTITLED), new Sort(Sort.Key.NAME, false), VIETNAMESE, 1, 1))
                .getFirst()
                .subjectId();
        var old = new DecisionInForce(
                false,
                elder,
                "social_assistance",
                new DecisionInForce.SignedPaper(
                        "118/QĐ-UBND",
                        LocalDate.of(2022, 3, 9),
                        "UBND huyện Bảo Lạc",
                        "Chủ tịch UBND huyện",
                        "Đàm Văn Ký"),
                LocalDate.of(2022, 4, 1),
                540_000,
                1,
                "beneficiary");
        assertThat(Acting.as(Actor.WORKER, () -> desk.takeOver(Optional.empty(), take -> take.accept(old))))
                .isEqualTo(new TakenOver(1, List.of(), List.of(), List.of()));
        assertThat(Acting.as(Actor.WORKER, () -> desk.takeOver(Optional.empty(), take -> take.accept(old))))
                .isEqualTo(new TakenOver(0, List.of(1), List.of(), List.of()));
        var shown = as(lan, () -> desk.ofSubject(false, elder)).stream()
                .filter(it -> it.programme().equals("social_assistance"))
                .findFirst()
                .orElseThrow();
        assertThat(shown.number()).contains("118/QĐ-UBND");
        assertThat(shown.signatures().office()).contains("UBND huyện Bảo Lạc");
    }

    @Test
    @Order(10)
    void everyPageOpensForItsOfficers() throws Exception {
        long number = as(chair, () -> desk.list(DecisionChoice.all(), 1, 1))
                .getFirst()
                .id()
                .number();
        for (var path : List.of(
                "/lists?month=2026-10",
                "/lists/show?month=2026-10&kind=ENTITLED&programme=social_pension&commune=" + COMMUNE,
                "/lists/show?month=2026-10&kind=UNDETERMINED&programme=social_pension&sort=-AMOUNT",
                "/decisions",
                "/decisions/list?state=signed",
                "/decisions/" + number)) {
            browser.perform(get(path).locale(Locale.of("vi")).with(commune.session(chair, "commune_chair")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(org.hamcrest.Matchers.containsString("</html>")));
        }
        browser.perform(get("/api/lists/ENTITLED?month=2026-10&programme=social_pension")
                        .with(commune.session(chair, "commune_chair")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(5));
        browser.perform(get("/api/lists/ENTITLED?month=2026-10&programme=social_pension&size=9999")
                        .with(commune.session(chair, "commune_chair")))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @Test
    @Order(11)
    void aCommuneOfficerDoesNotTakeDecisionsOver() {
        assertThatThrownBy(() -> as(lan, () -> desk.takeOver(Optional.of(chair), take -> {})))
                .hasStackTraceContaining("may not take over decisions");
    }

    private List<DecisionId> drafts() {
        var cause = as(chair, () -> desk.toSign()).getFirst();
        return as(chair, () -> desk.draftsOf(cause.programme(), Optional.of(cause.communeCode()), cause.causeKey()));
    }

    private long count(String state) {
        return as(
                chair,
                () -> desk.count(new DecisionChoice(
                        Optional.of(state), Optional.empty(), Optional.of(COMMUNE), Optional.empty())));
    }
}
