package org.ansinh.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.casework.EntitlementLists.Kind;
import org.ansinh.app.casework.EntitlementLists.ListChoice;
import org.ansinh.app.casework.EntitlementLists.Sort;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.testing.HouseTest;
import org.ansinh.timeline.DateRange;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One October in a commune: who is entitled is listed, drafted by one officer, signed by another, and the law sees it. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromEntitlementToDecisionTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String COMMUNE = "01318";
    private static final String FORMULA = "=HYPERLINK(\"http://xau\")";

    private final CaseDesk desk;
    private final EntitlementLists lists;
    private final DeterminationDesk determination;
    private final LoadDesk registry;
    private final OfficerDesk officers;
    private final MockMvc browser;
    private final ReleaseDesk releases;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private OfficerId lan = new OfficerId(1);
    private OfficerId chair = new OfficerId(1);

    @Autowired
    FromEntitlementToDecisionTest(
            CaseDesk desk,
            EntitlementLists lists,
            DeterminationDesk determination,
            LoadDesk registry,
            OfficerDesk officers,
            MockMvc browser,
            ReleaseDesk releases,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.lists = lists;
        this.determination = determination;
        this.registry = registry;
        this.officers = officers;
        this.browser = browser;
        this.releases = releases;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeAll
    void aCommuneWithEldersIsDetermined() {
        lan = officer("lan.case", "commune_officer");
        chair = officer("chu.tich.case", "commune_chair");
        Acting.run(Actor.WORKER, () -> {
            var loaded = registry.load(load -> {
                int paper = load.paper(Paper.of("load", "case-test"));
                for (int i = 1; i <= 6; i++) {
                    var home = load.household(
                            paper,
                            new HouseholdLine(
                                    i,
                                    "case",
                                    "h" + i,
                                    "CASE-" + i,
                                    Optional.empty(),
                                    COMMUNE,
                                    DateRange.startingOn(LocalDate.of(2020, 1, 1)),
                                    false));
                    var name = i == 6 ? FORMULA : "Nông Thị Số " + i;
                    var elder = load.person(
                            paper,
                            i,
                            "case",
                            "p" + i,
                            IdentityLine.of(name, LocalDate.of(1945, i, 3), "female"),
                            false);
                    load.membership(
                            paper, i, elder, home, "residence", "head", DateRange.startingOn(LocalDate.of(2020, 1, 1)));
                    if (i != 5) {
                        load.fact(
                                paper,
                                i,
                                elder,
                                "person.monthly_pension",
                                "",
                                DateRange.startingOn(LocalDate.of(2020, 1, 1)),
                                FactValue.whole(0),
                                "tờ khai");
                    }
                }
            });
            assertThat(loaded.refusals()).isEmpty();
            determination.determineMonth(OCTOBER, DeterminationDesk.Progress.SILENT);
        });
    }

    @Test
    @Order(1)
    void whoIsEntitledWithoutADecisionIsListedWithAmountAndReason() {
        as(lan, () -> {
            var choice = choice(Kind.WITHOUT_DECISION);
            var rows = lists.page(choice, new Sort(Sort.Key.NAME, false), 1, 50);
            assertThat(rows).hasSize(5).hasSize((int) lists.count(choice)).allSatisfy(it -> {
                assertThat(it.amount()).isEqualTo(540_000);
                assertThat(it.provisions()).isNotBlank();
            });
            var asked = lists.page(choice(Kind.UNDETERMINED), new Sort(Sort.Key.NAME, false), 1, 50);
            assertThat(asked)
                    .singleElement()
                    .satisfies(it -> assertThat(it.missing()).isNotBlank().doesNotContain("person."));
            return rows;
        });
    }

    @Test
    @Order(2)
    void aListBecomesAWorkbookInWhichANameIsNeverAFormula() throws Exception {
        var bytes = browser.perform(
                        get("/lists/file?month=2026-10&kind=WITHOUT_DECISION&programme=social_pension&commune="
                                        + COMMUNE)
                                .with(session(lan, "commune_officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var cells = new ArrayList<String>();
            for (var row : book.getFirstSheet().read()) {
                row.forEach(cell -> {
                    if (cell != null) {
                        assertThat(cell.getFormula()).isNull();
                        cells.add(String.valueOf(cell.getRawValue()));
                    }
                });
            }
            assertThat(cells).contains(FORMULA, "Nông Thị Số 1");
        }
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
            var order = new DraftOrder(OCTOBER, "social_pension", COMMUNE, Optional.of(cause.provisions()), List.of());
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
                        .with(session(lan, "commune_officer")))
                .andExpect(redirectedUrl("/decisions"))
                .andExpect(flash().attributeExists("done"));
        assertThat(count("signed")).isZero();
    }

    @Test
    @Order(5)
    void nothingIsSignedOnARateThatNoJuristHasReleased() {
        var signing = as(chair, () -> desk.sign(drafts()));
        assertThat(signing.signed()).isEmpty();
        assertThat(signing.unverified()).isEqualTo(5);
    }

    @Test
    @Order(6)
    void afterTheReleaseTheMonthIsDeterminedAndTheSameDraftsRestOnReleasedLaw() {
        var jurist = officer("phap.che.case", "jurist");
        as(jurist, () -> {
            releases.unverified()
                    .forEach(it -> releases.release(it.what(), "Đã đối chiếu bản ký số của văn bản", "Nông Văn Luật"));
            return jurist;
        });
        Acting.run(Actor.WORKER, () -> determination.determineMonth(OCTOBER, DeterminationDesk.Progress.SILENT));
        var order = new DraftOrder(OCTOBER, "social_pension", COMMUNE, Optional.empty(), List.of());
        assertThat(as(lan, () -> desk.draft(order))).isEqualTo(5);
        assertThat(as(chair, () -> desk.toSign()).getFirst().unverified()).isZero();
        assertThat(drafts()).hasSize(5);
    }

    @Test
    @Order(7)
    void anotherOfficerSignsTheWholeCauseAndTheLawSeesIt() {
        var signing = as(chair, () -> desk.sign(drafts()));
        assertThat(signing.signed()).hasSize(5);
        var facts = Acting.as(
                Actor.WORKER,
                () -> inOne(() -> jdbc.sql(
                                "select count(*) from registry.face_fact_now where fact = 'person.decision' and instance = 'social_pension' and day = '2026-10-20'")
                        .query(Long.class)
                        .single()));
        assertThat(facts).isEqualTo(5);
        Acting.run(Actor.WORKER, () -> determination.determineMonth(OCTOBER, DeterminationDesk.Progress.SILENT));
        as(chair, () -> {
            assertThat(lists.count(choice(Kind.WITHOUT_DECISION))).isZero();
            var rows = lists.page(choice(Kind.ENTITLED), new Sort(Sort.Key.AMOUNT, true), 1, 50);
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
        var until = Acting.as(
                Actor.WORKER,
                () -> inOne(() -> jdbc.sql(
                                "select upper(days)::text from registry.face_fact_now where fact = 'person.decision' and subject_id = ?")
                        .param(signed.subjectId())
                        .query(String.class)
                        .single()));
        assertThat(until).isEqualTo("2026-11-01");
    }

    @Test
    @Order(9)
    void decisionsOfAnAbolishedDistrictAreTakenOverOnceUnderTheirOwnNumber() {
        int elder = as(lan, () -> lists.page(choice(Kind.ENTITLED), new Sort(Sort.Key.NAME, false), 1, 1))
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
            browser.perform(get(path).locale(Locale.of("vi")).with(session(chair, "commune_chair")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(org.hamcrest.Matchers.containsString("</html>")));
        }
        browser.perform(get("/api/lists/ENTITLED?month=2026-10&programme=social_pension")
                        .with(session(chair, "commune_chair")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(5));
        browser.perform(get("/api/lists/ENTITLED?month=2026-10&programme=social_pension&size=9999")
                        .with(session(chair, "commune_chair")))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @Test
    @Order(11)
    void anOfficerOfAnotherCommuneSeesNoLineAndNoDecision() {
        var other = officer("xa.khac.case", "commune_officer", "01273");
        as(other, () -> {
            assertThat(lists.count(new ListChoice(
                            OCTOBER, Kind.ENTITLED, "social_pension", Optional.empty(), Optional.empty())))
                    .isZero();
            assertThat(desk.count(DecisionChoice.all())).isZero();
            return other;
        });
        assertThatThrownBy(() -> as(other, () -> desk.takeOver(Optional.of(lan), take -> {})))
                .hasStackTraceContaining("may not take over decisions");
    }

    private List<DecisionId> drafts() {
        var cause = as(chair, () -> desk.toSign()).getFirst();
        return as(chair, () -> desk.draftsOf(cause.programme(), cause.communeCode(), cause.causeKey()));
    }

    private static ListChoice choice(Kind kind) {
        return new ListChoice(OCTOBER, kind, "social_pension", Optional.of(COMMUNE), Optional.empty());
    }

    private long count(String state) {
        return as(
                chair,
                () -> desk.count(new DecisionChoice(
                        Optional.of(state), Optional.empty(), Optional.of(COMMUNE), Optional.empty())));
    }

    private OfficerId officer(String login, String role) {
        return officer(login, role, COMMUNE);
    }

    private OfficerId officer(String login, String role, String commune) {
        return Acting.as(
                Actor.WORKER,
                () -> officers.open(
                        new NewOfficer(
                                login,
                                "Cán bộ " + login,
                                Set.of(role),
                                List.of(commune),
                                Set.of("social_assistance"),
                                LocalDate.of(2026, 1, 1),
                                null),
                        "mot mat khau dai",
                        false));
    }

    private static RequestPostProcessor session(OfficerId officer, String role) {
        var who = new SignedIn(
                officer.number(), "case" + officer.number(), "Cán bộ", Set.of(role), Set.of(COMMUNE), false);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                who, null, List.of(new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)))));
    }

    private <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
