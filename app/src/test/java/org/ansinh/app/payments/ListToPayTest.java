package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.payments.PaymentDesk.Cause;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.reporting.Cell;
import org.ansinh.app.reporting.Dimension;
import org.ansinh.app.reporting.FiguresDesk;
import org.ansinh.app.reporting.Measure;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Three elders with decisions signed in July; one was paid through October by the office before us. */
@HouseTest
@TestPropertySource(
        properties = "ansinh.test.house=a jurist's release holds for a whole house, so this one has its own")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListToPayTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String COMMUNE = "01777";
    private static final String PASSWORD = "mot mat khau dai";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    PaymentDesk payments;

    @Autowired
    FiguresDesk figures;

    @Autowired
    DeterminationDesk determination;

    @Autowired
    ReleaseDesk releases;

    @Autowired
    LoadDesk registry;

    @Autowired
    OfficerDesk officers;

    @Autowired
    CaseDesk casework;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private OfficerId preparer = new OfficerId(1);
    private OfficerId chair = new OfficerId(1);
    private OfficerId stranger = new OfficerId(1);

    @BeforeAll
    void threeEldersWithDecisions() {
        preparer = officer("ke.toan.list", Set.of("paying_officer", "commune_chair", "jurist"), COMMUNE);
        chair = officer("chu.tich.list", Set.of("commune_chair"), COMMUNE);
        stranger = officer("xa.khac.list", Set.of("paying_officer"), "01774");
        Acting.run(Actor.WORKER, () -> {
            var loaded = registry.load(load -> {
                var register = new Elders(COMMUNE, "list");
                int paper = register.paper(load);
                for (int i = 1; i <= 3; i++) {
                    register.elder(load, paper, i, i == 3 ? OCTOBER : YearMonth.of(2026, 6));
                }
            });
            assertThat(loaded.refusals()).isEmpty();
            var elders = numbers();
            casework.takeOver(Optional.empty(), take -> elders.forEach(it -> take.accept(Elders.decision(it))));
            determination.determineMonth(OCTOBER, DeterminationDesk.Progress.SILENT);
        });
    }

    private List<Integer> numbers() {
        return Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> jdbc.sql(
                                "select subject_id from registry.face_known_as where source = 'list' and subject_kind = 'p' order by subject_id")
                        .query(Integer.class)
                        .list()));
    }

    @Test
    @Order(1)
    void moneyOnLawThatNobodyConfirmedWaitsBesideTheList() {
        assertThat(as(preparer, () -> payments.prepare(OCTOBER, "social_pension", COMMUNE)))
                .isInstanceOf(ListResult.Nothing.class);
        assertThat(as(preparer, () -> payments.withheld(OCTOBER, "social_pension", COMMUNE)))
                .filteredOn(it -> it.cause() == Cause.UNVERIFIED)
                .hasSize(8)
                .allSatisfy(it -> assertThat(it.amount()).isEqualTo(540_000));
    }

    @Test
    @Order(2)
    void onceReleasedTwoArePaidAndTheThirdWasPaidBefore() {
        as(preparer, () -> {
            releases.unverified()
                    .forEach(it -> releases.release(it.what(), "Đã đọc toàn văn nghị định", "Bàn Văn Luật"));
            return true;
        });
        Acting.run(Actor.WORKER, () -> determination.determineMonth(OCTOBER, DeterminationDesk.Progress.SILENT));

        var id = done(as(preparer, () -> payments.prepare(OCTOBER, "social_pension", COMMUNE)));
        assertThat(done(as(preparer, () -> payments.prepare(OCTOBER, "social_pension", COMMUNE))))
                .isEqualTo(id);

        assertThat(as(preparer, () -> payments.lines(id, 0, 20)))
                .hasSize(8)
                .allSatisfy(it -> assertThat(it.amount()).isEqualTo(540_000));
        assertThat(as(preparer, () -> payments.payouts(id)))
                .extracting(PaymentDesk.Payout::amount, PaymentDesk.Payout::arrears)
                .containsExactly(tuple(2_160_000L, 1_620_000L), tuple(2_160_000L, 1_620_000L));
    }

    @Test
    @Order(3)
    void thePreparerIsRefusedTheApprovalAStrangerSeesNothingAndTheChairApproves() {
        var id = as(preparer, () -> payments.lists(OCTOBER)).getFirst().payrollId();

        assertThat(as(preparer, () -> payments.approve(id)))
                .isInstanceOfSatisfying(
                        ListResult.Refused.class,
                        it -> assertThat(it.rule().name()).isEqualTo("two_pairs_of_eyes"));
        assertThat(as(stranger, () -> payments.list(id))).isEmpty();
        assertThat(as(stranger, () -> payments.prepare(OCTOBER, "social_pension", COMMUNE)))
                .isInstanceOf(ListResult.Refused.class);
        assertThat(as(chair, () -> payments.approve(id))).isInstanceOf(ListResult.Done.class);
        assertThat(as(chair, () -> payments.discard(id))).isInstanceOf(ListResult.Refused.class);
    }

    @Test
    @Order(4)
    void aSecondRoundPaysNobodyTwice() {
        assertThat(as(preparer, () -> payments.prepare(OCTOBER, "social_pension", COMMUNE)))
                .isInstanceOf(ListResult.Nothing.class);
    }

    @Test
    @Order(5)
    void everyFigureIsAsLongAsTheListItOpensInto() {
        as(chair, () -> {
            for (var measure : Measure.values()) {
                for (var dimension : Dimension.values()) {
                    Optional<String> programme =
                            measure.isOfProgramme() ? Optional.of("social_pension") : Optional.empty();
                    var counted = figures.byProgramme(OCTOBER, measure, dimension)
                            .getOrDefault(programme.orElse(""), Map.of());
                    counted.forEach((value, figure) -> {
                        var cell = new Cell(OCTOBER, measure, programme, dimension, Optional.of(value));
                        var list = figures.list(cell, 1, 1000);
                        assertThat(list)
                                .as("%s by %s = %s", measure, dimension, value)
                                .hasSize((int) figure.count());
                        assertThat(list.stream()
                                        .mapToLong(FiguresDesk.Counted::dong)
                                        .sum())
                                .isEqualTo(figure.dong());
                    });
                }
            }
            return true;
        });
        assertThat(as(
                        chair,
                        () -> figures.figure(new Cell(
                                        OCTOBER,
                                        Measure.BENEFICIARIES,
                                        Optional.of("social_pension"),
                                        Dimension.WHOLE,
                                        Optional.empty()))
                                .count()))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    @Order(6)
    void theOfficesPagesAreFineForEverybody(Screen screen) {
        try (var visitor = chromium.visitor(screen)) {
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", "ke.toan.list");
            page.fill("#password", PASSWORD);
            page.click("main button[type=submit]");
            for (var path : List.of(
                    "/figures",
                    "/months",
                    "/law",
                    "/payments",
                    "/payments/standing?month=2026-10&programme=social_pension&commune=" + COMMUNE,
                    "/lists",
                    "/decisions",
                    "/exchange")) {
                page.navigate(address(path));
                chromium.assertFineFor(
                        page, path.substring(1).replaceAll("\\?.*", "").replace('/', '-') + "-" + screen);
            }
            openTheList(page, screen);
        }
    }

    private void openTheList(Page page, Screen screen) {
        page.navigate(address("/payments"));
        page.locator("table a").first().click();
        chromium.assertFineFor(page, "payroll-" + screen);
        assertThat(page.locator("main").textContent())
                .contains("Trợ cấp hưu trí xã hội")
                .contains("So với tháng 09/2026", "Truy lĩnh các tháng trước");
        var workbook = page.request()
                .get(address(page.locator("a[href$='difference.xlsx']").getAttribute("href")));
        assertThat(workbook.status()).isEqualTo(200);
        page.locator("a:has-text('Truy lĩnh các tháng trước')").click();
        chromium.assertFineFor(page, "difference-" + screen);
        assertThat(page.locator("main").textContent()).contains("tháng 07/2026, 08/2026, 09/2026", "1.620.000");
        page.navigate(address("/payments?month=2026-11"));
        assertThat(page.locator("main").textContent())
                .contains("Chưa tính số phải chi tháng 11/2026 cho 3 người, hộ có quyết định ở 1 xã, phường");
        chromium.assertFineFor(page, "payments-unopened-" + screen);
    }

    private static long done(ListResult result) {
        assertThat(result).isInstanceOf(ListResult.Done.class);
        return ((ListResult.Done) result).payrollId();
    }

    private static <T> T as(OfficerId officer, java.util.function.Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private OfficerId officer(String login, Set<String> roles, String commune) {
        return Acting.as(
                Actor.WORKER,
                () -> officers.open(
                        new NewOfficer(
                                login,
                                "Bàn Văn " + login.substring(0, 3).toUpperCase(java.util.Locale.ROOT),
                                roles,
                                List.of(commune),
                                Set.of("social_assistance"),
                                LocalDate.of(2026, 1, 1),
                                null),
                        PASSWORD,
                        false));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
