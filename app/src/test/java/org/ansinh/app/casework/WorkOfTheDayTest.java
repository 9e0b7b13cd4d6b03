package org.ansinh.app.casework;

import static org.ansinh.app.casework.CommuneOfElders.PASSWORD;
import static org.ansinh.app.casework.CommuneOfElders.VIETNAMESE;
import static org.ansinh.app.casework.CommuneOfElders.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.ApplicationDesk.Bucket;
import org.ansinh.app.casework.ApplicationDesk.Incoming;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.Progress;
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
import org.springframework.web.util.HtmlUtils;

/** A day at the desk of a commune officer: files that the house opened are signed, received, checked, granted and refused; two officers stand for each. */
@HouseTest
@TestPropertySource(
        properties = "ansinh.test.house=the work of a day needs released law, and a release holds for a whole house")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkOfTheDayTest {

    private static final String COMMUNE = "01318";
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    private final ApplicationDesk desk;
    private final CaseDesk decisions;
    private final MockMvc browser;
    private final CommuneOfElders commune;
    private final ApplicationContext house;
    private OfficerId lan = new OfficerId(1);
    private OfficerId chair = new OfficerId(1);

    @Autowired
    WorkOfTheDayTest(ApplicationDesk desk, CaseDesk decisions, MockMvc browser, ApplicationContext house) {
        this.desk = desk;
        this.decisions = decisions;
        this.browser = browser;
        this.house = house;
        this.commune = new CommuneOfElders(house, COMMUNE);
    }

    @BeforeAll
    void aNightInACommune() {
        lan = commune.officer("lan.today", "commune_officer");
        chair = commune.officer("chu.tich.today", "commune_chair");
        commune.released().withElders(6, 5, "Nông Thị Cuối").determined();
        search();
    }

    private void search() {
        var kind = house.getBeansOfType(JobKind.class).values().stream()
                .filter(it -> it.name().equals("missed-rights"))
                .findFirst()
                .orElseThrow();
        Acting.run(Actor.WORKER, () -> kind.run(TODAY.toString(), Progress.UNWATCHED));
    }

    @Test
    @Order(1)
    void thePageOfTheDaySaysWhoHasARightAndWhatWaitingCosts() throws Exception {
        assertThat(shown("/today")).contains("Có quyền mà chưa dùng", "Trợ cấp hưu trí xã hội", "2.700.000");
        var group = as(lan, () -> desk.work(false)).getFirst();
        assertThat(group.number()).isEqualTo(5);
        assertThat(group.level()).isEqualTo(2_700_000);
        var file = unsigned().getFirst();
        assertThat(shown("/applications/" + file.id()))
                .contains(
                        "Nếu ký trong tháng 11/2026 thì mất tháng 10/2026: 540.000", "Mẫu số 01:", "10 ngày làm việc");
    }

    @Test
    @Order(2)
    void manyThatWereSignedOnADayAreReceivedAtOnceEachUnderItsNumber() throws Exception {
        var files = unsigned();
        browser.perform(post("/applications/receive")
                        .param("bucket", "TO_SIGN")
                        .param("programme", "social_pension")
                        .param("receivedOn", "5/10/2026")
                        .param("shelf", "Tủ 2")
                        .param(
                                "file",
                                Long.toString(files.get(0).id()),
                                Long.toString(files.get(1).id()))
                        .with(csrf())
                        .with(commune.session(lan, "commune_officer")))
                .andExpect(status().is3xxRedirection());
        var late = as(lan, () -> desk.list(ApplicationChoice.of(Bucket.OVERDUE), 1, 10));
        assertThat(late)
                .as("ten working days after 5 October are over on 19 October")
                .hasSize(2);
        assertThat(late).allSatisfy(it -> {
            assertThat(it.work().dueOn()).contains(LocalDate.of(2026, 10, 19));
            assertThat(it.receipt().shelf()).isEqualTo("Tủ 2");
        });
        assertThat(as(lan, () -> desk.daysLate(late)).values()).containsExactly(1, 1);
        assertThat(late)
                .extracting(it -> it.receipt().number().orElseThrow())
                .containsExactlyInAnyOrder("1/2026", "2/2026");
        assertThat(shown("/today")).contains("quá hạn 1 ngày làm việc");
    }

    @Test
    @Order(3)
    void aDayToComeIsRefusedWithASentenceAndNothingIsReceived() throws Exception {
        var file = unsigned().getFirst();
        var after = browser.perform(post("/applications/" + file.id() + "/receive")
                        .param("receivedOn", "21/10/2026")
                        .with(csrf())
                        .with(commune.session(lan, "commune_officer")))
                .andReturn()
                .getFlashMap();
        assertThat(String.valueOf(after.get("refused"))).contains("không được sau hôm nay");
        assertThat(as(lan, () -> desk.open(file.id())).orElseThrow().isUnsigned())
                .isTrue();
    }

    @Test
    @Order(4)
    void whatIsMissingStopsTheTermWhichBeginsAnewWhenTheFileIsComplete() {
        var late = as(lan, () -> desk.list(ApplicationChoice.of(Bucket.OVERDUE), 1, 10))
                .getFirst();
        as(lan, () -> desk.incomplete(late.id(), "Bản sao căn cước"));
        assertThat(as(lan, () -> desk.open(late.id())).orElseThrow().work().dueOn())
                .isEmpty();
        as(lan, () -> desk.complete(late.id()));
        var complete = as(lan, () -> desk.open(late.id())).orElseThrow();
        assertThat(complete.work().dueOn()).contains(LocalDate.of(2026, 11, 3));
        assertThat(as(lan, () -> desk.steps(late.id())))
                .extracting(ApplicationDesk.Step::step)
                .containsExactly("opened", "received", "incomplete", "complete");
    }

    @Test
    @Order(5)
    void aCompleteFileIsGrantedByOneOfficerSignedByAnotherAndThenIsDecided() throws Exception {
        var complete = complete();
        browser.perform(post("/applications/" + complete.id() + "/grant")
                        .with(csrf())
                        .with(commune.session(lan, "commune_officer")))
                .andExpect(status().is3xxRedirection());
        var draft = as(lan, () -> desk.open(complete.id()))
                .orElseThrow()
                .work()
                .decision()
                .orElseThrow();
        var decision = as(lan, () -> decisions.open(draft)).orElseThrow();
        assertThat(decision.kind()).isEqualTo("grant");
        assertThat(decision.amount()).isEqualTo(540_000);
        assertThat(decision.unverified()).isFalse();
        assertThat(decision.determination()).contains("\"provisions\": \"aged_75,", "\"if_signed\": 540000");
        assertThat(as(lan, () -> decisions.sign(List.of(draft))).signed())
                .as("not by the drafter")
                .isEmpty();
        assertThat(as(chair, () -> decisions.sign(List.of(draft))).signed()).containsExactly(draft);
        assertThat(as(lan, () -> desk.open(complete.id())).orElseThrow().state())
                .isEqualTo("decided");
        assertThat(shown("/applications/" + complete.id())).contains("Đã có quyết định", "Ký quyết định");
    }

    @Test
    @Order(6)
    void theFormAsksOnlyForWhatIsMissingAndLeadsToRecordingIt() throws Exception {
        var file = openedFor("Nông Thị Số 5", "social_pension");
        assertThat(shown("/applications/" + file))
                .contains("Chỉ cần hỏi thêm", "fact=person.monthly_pension", "badge-UNDETERMINED");
    }

    @Test
    @Order(7)
    void aRefusalNamesTheArticleAndIsADecisionThatAnotherSigns() throws Exception {
        var file = openedFor("Nông Thị Số 2", "low_income_worker");
        as(lan, () -> desk.receive(List.of(file), new Incoming(TODAY, "", "")));
        as(lan, () -> desk.complete(file));
        assertThat(shown("/applications/" + file)).contains("Điều kiện chưa đạt", "Dự thảo quyết định từ chối");
        browser.perform(post("/applications/" + file + "/refuse")
                        .with(csrf())
                        .with(commune.session(lan, "commune_officer")))
                .andExpect(status().is3xxRedirection());
        var draft =
                as(lan, () -> desk.open(file)).orElseThrow().work().decision().orElseThrow();
        var decision = as(chair, () -> decisions.open(draft)).orElseThrow();
        assertThat(decision.kind()).isEqualTo("refuse");
        assertThat(decision.cause()).contains("Nghị định 30/2025/NĐ-CP");
        assertThat(decision.determination()).contains("why_not", "basis_vi");
        assertThat(as(chair, () -> decisions.sign(List.of(draft))).signed()).containsExactly(draft);
        assertThat(as(lan, () -> desk.open(file)).orElseThrow().state()).isEqualTo("decided");
        assertThat(commune.workerReads(() -> house.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql(
                                "select count(*) from registry.face_fact_now where fact = 'person.decision' and instance = 'low_income_worker'")
                        .query(Long.class)
                        .single()))
                .as("a refusal gives nothing, and the registry hears of no decision")
                .isZero();
    }

    @Test
    @Order(8)
    void aFileIsHandedOverToAColleagueWithAllTheOthers() {
        var binh = commune.officer("binh.today", "commune_officer");
        assertThat(as(lan, () -> desk.colleagues(COMMUNE))).containsKeys(lan.toString(), binh.toString());
        var mine = as(
                lan,
                () -> desk.count(new ApplicationChoice(
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        true,
                        java.util.Optional.empty())));
        assertThat(mine).isPositive();
        assertThat(as(chair, () -> desk.handOverAll(lan.toString(), binh.toString())))
                .isEqualTo((int) (long) mine);
        assertThat(as(binh, () -> desk.work(true)).stream()
                        .mapToLong(ApplicationDesk.WorkGroup::number)
                        .sum())
                .isEqualTo(mine);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    @Order(9)
    void theDaysPagesAreFineForEverybody(Screen screen) {
        var file = unsigned().getFirst();
        int person = file.subject().personId();
        var decided =
                as(lan, () -> desk.ofSubject(false, number("Nông Thị Số 2"))).getFirst();
        try (var visitor = chromium.visitor(screen)) {
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", "lan.today");
            page.fill("#password", PASSWORD);
            page.click("main button[type=submit]");
            for (var path : List.of(
                    "/today",
                    "/applications?bucket=TO_SIGN&programme=social_pension",
                    "/applications?bucket=OVERDUE",
                    "/applications/" + file.id(),
                    "/applications/" + decided.id(),
                    "/applications/new?person=" + person,
                    "/people/" + person)) {
                page.navigate(address(path));
                chromium.assertFineFor(
                        page,
                        "casework"
                                + path.replaceAll("\\?.*", "")
                                        .replaceAll("[0-9]+", "one")
                                        .replace('/', '-')
                                + (path.contains("OVERDUE")
                                        ? "-late"
                                        : path.endsWith("/" + decided.id()) ? "-decided" : "")
                                + "-" + screen);
            }
        }
    }

    private Application complete() {
        return as(lan, () -> desk.list(ApplicationChoice.of(Bucket.COMING), 1, 10)).stream()
                .filter(Application::isComplete)
                .findFirst()
                .orElseThrow();
    }

    private List<Application> unsigned() {
        return as(lan, () -> desk.list(ApplicationChoice.of(Bucket.TO_SIGN), 1, 10)).stream()
                .filter(it -> it.origin().ofTheHouse())
                .toList();
    }

    private long openedFor(String name, String programme) {
        int person = number(name);
        return as(lan, () -> desk.openFor(person, programme, "applicant")).orElseThrow();
    }

    private int number(String name) {
        return commune.workerReads(() -> house.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select max(person_id) from registry.face_person where name = ? and commune_code = ?")
                .params(name, COMMUNE)
                .query(Integer.class)
                .single());
    }

    private String shown(String page) throws Exception {
        return HtmlUtils.htmlUnescape(
                browser.perform(get(page).locale(VIETNAMESE).with(commune.session(lan, "commune_officer")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
