package org.ansinh.app.casework;

import static org.ansinh.app.casework.CommuneOfElders.OCTOBER;
import static org.ansinh.app.casework.CommuneOfElders.VIETNAMESE;
import static org.ansinh.app.casework.CommuneOfElders.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.EntitlementLists.Kind;
import org.ansinh.app.casework.EntitlementLists.ListChoice;
import org.ansinh.app.casework.EntitlementLists.Sort;
import org.ansinh.app.testing.HouseTest;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** October in a commune of six elders, one of whom was never asked about a pension: who is entitled, who must be asked, who waits. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsOfAMonthTest {

    private static final String COMMUNE = "01297";
    private static final String FORMULA = "=HYPERLINK(\"http://xau\")";

    private final EntitlementLists lists;
    private final CaseDesk desk;
    private final MockMvc browser;
    private final ApplicationContext house;
    private final CommuneOfElders commune;
    private OfficerId lan = new OfficerId(1);

    @Autowired
    ListsOfAMonthTest(EntitlementLists lists, CaseDesk desk, MockMvc browser, ApplicationContext house) {
        this.lists = lists;
        this.desk = desk;
        this.browser = browser;
        this.house = house;
        this.commune = new CommuneOfElders(house, COMMUNE);
    }

    @BeforeAll
    void determined() {
        lan = commune.officer("lan.lists", "commune_officer");
        commune.withElders(6, 5, FORMULA).determined();
    }

    @Test
    void whoIsEntitledWithoutADecisionIsListedWithAmountAndReason() {
        as(lan, () -> {
            var choice = commune.list(Kind.WITHOUT_DECISION);
            var rows = lists.page(choice, new Sort(Sort.Key.NAME, false), VIETNAMESE, 1, 50);
            assertThat(rows).hasSize(5).hasSize((int) lists.count(choice)).allSatisfy(it -> {
                assertThat(it.amount()).isEqualTo(540_000);
                assertThat(it.provisions()).isNotBlank();
            });
            return rows;
        });
    }

    /** In the alphabet of the country Đ follows D; by the numbers of letters it would follow Z, and "=" would come first either way. */
    @Test
    void namesStandInTheOrderOfTheVietnameseAlphabet() {
        var elsewhere = new CommuneOfElders(house, "01360").withElders(2, 0, "Đàm Thị Nguyên");
        elsewhere.determined();
        as(elsewhere.officer("lan.order", "commune_officer"), () -> {
            var rows = lists.page(
                    elsewhere.list(Kind.WITHOUT_DECISION), new Sort(Sort.Key.NAME, false), VIETNAMESE, 1, 50);
            assertThat(rows)
                    .extracting(EntitlementLists.Entry::name)
                    .containsExactly("Đàm Thị Nguyên", "Nông Thị Số 1");
            return rows;
        });
    }

    @Test
    void whoMustBeAskedIsListedWithTheQuestionInTheReadersLanguage() {
        as(lan, () -> {
            var choice = commune.list(Kind.UNDETERMINED);
            var asked = lists.page(choice, new Sort(Sort.Key.NAME, false), VIETNAMESE, 1, 50);
            assertThat(asked)
                    .singleElement()
                    .satisfies(it -> assertThat(it.missing()).isNotBlank().doesNotContain("person."));
            assertThat(lists.page(choice, new Sort(Sort.Key.NAME, false), Locale.ENGLISH, 1, 50))
                    .singleElement()
                    .satisfies(it -> assertThat(it.missing())
                            .isNotEqualTo(asked.getFirst().missing()));
            return asked;
        });
    }

    /** The State pays the insurer by list: nobody waits for a decision, and the pack says so. */
    @Test
    void healthInsuranceIsApprovedByListSoNobodyWaitsForADecision() {
        as(lan, () -> {
            var entitled = new ListChoice(
                    OCTOBER,
                    Kind.ENTITLED,
                    "health_insurance",
                    Optional.of(COMMUNE),
                    Optional.empty(),
                    Optional.empty());
            var waiting = new ListChoice(
                    OCTOBER,
                    Kind.WITHOUT_DECISION,
                    "health_insurance",
                    Optional.of(COMMUNE),
                    Optional.empty(),
                    Optional.empty());
            assertThat(lists.count(entitled) + lists.count(commune.list(Kind.ENTITLED)))
                    .isPositive();
            assertThat(lists.count(waiting)).isZero();
            assertThat(desk.waiting(OCTOBER))
                    .extracting(WaitingCause::programme)
                    .contains("social_pension")
                    .doesNotContain("health_insurance");
            return entitled;
        });
    }

    @Test
    void aListBecomesAWorkbookInWhichANameIsNeverAFormula() throws Exception {
        var bytes = browser.perform(
                        get("/lists/file?month=2026-10&kind=WITHOUT_DECISION&programme=social_pension&commune="
                                        + COMMUNE)
                                .with(commune.session(lan, "commune_officer")))
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

    /** One click too early must not draft for a whole commune. */
    @Test
    void nobodyChosenMeansNobodyNotEverybody() throws Exception {
        browser.perform(post("/decisions/draft")
                        .param("month", "2026-10")
                        .param("programme", "social_pension")
                        .param("commune", COMMUNE)
                        .param("kind", "WITHOUT_DECISION")
                        .with(csrf())
                        .with(commune.session(lan, "commune_officer")))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/lists/show?month=2026-10&programme=social_pension&kind=WITHOUT_DECISION"
                        + "&commune=" + COMMUNE))
                .andExpect(flash().attribute("refused", startsWith("Chưa chọn ai.")));
        as(lan, () -> {
            assertThat(desk.draftsOf("social_pension", Optional.of(COMMUNE), "grant:aged_75"))
                    .isEmpty();
            return desk;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lists/show",
                "/lists/show?month=2026-10&programme=social_pension",
                "/lists/show?month=2026-13&kind=ENTITLED&programme=social_pension",
                "/lists/show?month=999999-01&kind=ENTITLED&programme=social_pension",
                "/lists/show?month=2026-10&kind=NOBODY&programme=social_pension",
                "/lists/show?month=2026-10&kind=ENTITLED&programme=no_such_programme",
                "/lists/show?month=2026-10&kind=ENTITLED&programme=social_pension&commune=abc",
                "/lists/show?month=2026-10&kind=ENTITLED&programme=social_pension&village=x",
                "/lists/file?month=2026-10",
                "/lists?month=october",
                "/lists?programme=none",
                "/decisions?month=x",
                "/decisions/list?state=lost",
                "/decisions/list?page=x",
                "/decisions/abc",
                "/payments?month=x",
                "/payments?programme=none",
                "/payments/standing",
                "/payments/standing?month=2026-10&programme=social_pension&commune=nowhere",
                "/payments/abc",
                "/figures?month=x",
                "/figures?by=MOON",
                "/figures/list",
                "/figures/list?month=2026-10&measure=BENEFICIARIES",
                "/figures/list?month=2026-10&measure=PEOPLE&page=0"
            })
    void aRequestThatMakesNoSenseIsAnsweredWith400AndASentence(String address) throws Exception {
        browser.perform(get(address).with(commune.session(lan, "commune_officer")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void programsAreToldWhatIsWrongToo() throws Exception {
        for (var address : new String[] {
            "/api/lists/ENTITLED?month=2026-10&programme=social_pension&size=9999",
            "/api/lists/ENTITLED?month=2026-10&programme=none",
            "/api/lists/ENTITLED?month=2026-10",
            "/api/lists/NOBODY?month=2026-10&programme=social_pension"
        }) {
            browser.perform(get(address).with(commune.session(lan, "commune_officer")))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
    }

    @Test
    void anOfficerOfAnotherCommuneSeesNoLineAndNoDecision() {
        var other = commune.officer("xa.khac.lists", "commune_officer", "01273");
        as(other, () -> {
            assertThat(lists.count(new ListChoice(
                            OCTOBER,
                            Kind.ENTITLED,
                            "social_pension",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())))
                    .isZero();
            assertThat(desk.count(DecisionChoice.all())).isZero();
            return other;
        });
    }
}
