package org.ansinh.app.inspection;

import static org.ansinh.app.inspection.InspectedCommune.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.CommuneOfElders;
import org.ansinh.app.inspection.SampleDesk.Drawn;
import org.ansinh.app.inspection.SampleDesk.Kind;
import org.ansinh.app.inspection.SampleDesk.Order;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.testing.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;

/** An inspector draws, and nobody can say that it was chosen; whoever is no inspector does not draw, and an inspector does nothing else. */
class SampleTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static House house;
    private static InspectedCommune commune;
    private static SampleDesk desk;
    private static int sent;

    @BeforeAll
    static void aCommuneWithSomethingOfEverything() {
        house = House.open("--ansinh.codes=off");
        commune = new InspectedCommune(house);
        desk = house.get(SampleDesk.class);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static Order order(Kind kind, int size) {
        return new Order(kind, Optional.empty(), Optional.empty(), FIRST, LAST, size, "gửi " + ++sent);
    }

    private static long drawn(Order order) {
        return ((Drawn.Done) as(commune.inspector, () -> desk.draw(order))).sampleId();
    }

    private static List<String> keys(long sample) {
        return as(commune.inspector, () -> desk.items(sample)).stream()
                .map(SampleDesk.Item::key)
                .toList();
    }

    private static String rule(OfficerId officer, String sql) {
        try {
            house.as(
                    Actor.officer(officer),
                    () -> house.jdbc().sql(sql).query((row, n) -> 1).list());
        } catch (DataAccessException refused) {
            return BrokenRule.in(refused).map(BrokenRule::name).orElse("no right");
        }
        return "";
    }

    private static String drawing(String commune) {
        return "select inspection.draw('decisions', null, %s, '2024-01-01', '2026-10-31', 2, 'x%d')"
                .formatted(commune, ++sent);
    }

    /** By hand, from what the page shows: the seed, the rule, and the keys of everything there was. */
    @Test
    void whoeverDoubtsItDrawsAgainFromTheSeed() throws Exception {
        var everything = keys(drawn(order(Kind.DECISIONS, 200)));
        assertThat(everything).hasSize(5);
        var id = drawn(order(Kind.DECISIONS, 2));
        var sample = as(commune.inspector, () -> desk.find(id)).orElseThrow();
        assertThat(sample.population()).isEqualTo(5);
        var byRank = new TreeMap<String, String>();
        for (var key : everything) {
            byRank.put(sha256(sample.seed() + "/" + key), key);
        }
        assertThat(keys(id))
                .containsExactlyElementsOf(byRank.values().stream().limit(2).toList());
        assertThat(sample.digest())
                .isEqualTo(sha256(String.join(
                        "\n",
                        everything.stream().sorted(Comparator.naturalOrder()).toList())));
        assertThat(as(commune.inspector, () -> desk.isReproduced(id))).isTrue();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everySampleHasASeedOfItsOwnAndSentTwiceItIsOne() {
        var seeds = IntStream.range(0, 5)
                .mapToObj(n -> drawn(order(Kind.LINES, 1)))
                .map(it ->
                        as(commune.inspector, () -> desk.find(it)).orElseThrow().seed())
                .distinct();
        assertThat(seeds).hasSize(5);
        var twice = order(Kind.LINES, 2);
        assertThat(drawn(twice)).isEqualTo(drawn(twice));
    }

    @Test
    void aLineOfAnApprovedListIsDrawnByTheMonthOfItsList() {
        var items = as(commune.inspector, () -> desk.items(drawn(order(Kind.LINES, 200))));
        assertThat(items).isNotEmpty().allSatisfy(it -> {
            assertThat(it.payroll()).contains(commune.list);
            assertThat(it.decision()).isEmpty();
        });
    }

    @Test
    void onlyAnInspectorDrawsAndOnlyWithinTheirArea() {
        assertThat(rule(commune.chair, drawing("null"))).isEqualTo("sample_drawn_by_inspector");
        var near = new CommuneOfElders(house.context(), InspectedCommune.COMMUNE)
                .officer("thanh.tra.mot.xa", "inspector", "01273");
        assertThat(rule(near, drawing("'01324'"))).isEqualTo("sample_of_own_area");
        assertThat(rule(near, drawing("null"))).isEqualTo("sample_of_something");
        var sample = drawn(order(Kind.DECISIONS, 1));
        assertThat(as(near, () -> desk.find(sample))).isEmpty();
        assertThat(as(commune.chair, () -> desk.find(sample))).isEmpty();
        assertThat(rule(commune.inspector, drawing("null").replace(", 2, ", ", 201, ")))
                .isEqualTo("sample_of_a_fair_size");
    }

    /** With SQL of their own. */
    @Test
    void anInspectorWritesNothingElseAndChangesNoSample() {
        var sample = drawn(order(Kind.DECISIONS, 1));
        for (var sql : List.of(
                "insert into inspection.sample (kind, days, wanted, area, last_known, population, digest, once_key) values ('lines', '[2026-01-01,2026-02-01)', 1, '{}', 0, 0, '', 'z') returning 1",
                "update inspection.sampled set amount = 1 returning 1",
                "update inspection.sample set seed = 'x' returning 1",
                "delete from inspection.sampled returning 1",
                "insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, amount, cause_key, cause, authority, state, drafted_by)"
                        + " values ('social_pension', 'grant', 'p', 1, '01324', 'beneficiary', 1, 'x', 'x', 'commune_chair', 'draft', 'x') returning 1",
                "update casework.decision set cause = 'khác' returning 1",
                "select payments.prepare('2026-11-01', 'social_pension', '01324')",
                "select payments.approve(%d)".formatted(commune.list),
                "select payments.draft_recovery('social_pension', 'p', 1, '01324', '2026-10-01', 'repaid', null, 'x')",
                "select registry.open_recording('fact', null, null, null)",
                "update access.officer_role set days = '[2026-01-01,2099-01-01)' returning 1")) {
            assertThat(wrote(sql)).as(sql).isFalse();
        }
        assertThat(as(commune.inspector, () -> desk.isReproduced(sample))).isTrue();
    }

    /** Refused, or nothing there to be changed for an inspector. */
    private static boolean wrote(String sql) {
        try {
            return !house.as(
                            Actor.officer(commune.inspector),
                            () -> house.jdbc().sql(sql).query((row, n) -> 1).list())
                    .isEmpty();
        } catch (DataAccessException refused) {
            return false;
        }
    }

    @Test
    void theInspectorDrawsOnAPageAndTakesTheDossiersAlong() throws IOException {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = chromium.open(visitor, commune.address("/login"));
            signIn(page, "thanh.tra.vien");
            page.navigate(commune.address("/samples"));
            assertThat(page.locator("main").textContent())
                    .contains("Quyền thanh tra của anh/chị: từ 01/01/2026 đến hết 31/12/2026");
            page.fill("#size", "0");
            page.click("main form button");
            assertThat(page.locator("[role=alert]").textContent()).contains("từ 1 đến 200");
            chromium.assertFineFor(page, "samples");
            page.fill("#size", "3");
            page.fill("#from", "1/1/2024");
            page.click("main form button");
            assertThat(page.locator("main").textContent())
                    .contains("Rút lại từ số hạt: trùng khớp", "Số hạt", "Cán bộ thanh.tra.vien", "3 trong tổng số 5");
            assertThat(page.locator("tbody tr").count()).isEqualTo(3);
            chromium.assertFineFor(page, "sample");
            var zip = page.waitForDownload(() -> page.click("a[href$='/dossiers.zip']"));
            var file = Files.createTempFile("mau", ".zip");
            zip.saveAs(file);
            try (var read = new ZipFile(file.toFile())) {
                assertThat(read.stream().map(it -> it.getName()).filter(it -> it.endsWith(".pdf")))
                        .hasSize(3);
                var how = new String(
                        read.getInputStream(read.getEntry("cach-rut-mau.txt")).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(how).contains("Số hồ sơ trong tệp: 3. Không in được trên giấy: 0.");
            }
            page.locator("tbody th a").first().click();
            assertThat(page.locator("main").textContent()).contains("Hồ sơ vụ việc");
        }
        try (var visitor = chromium.visitor(Screen.PHONE)) {
            var page = chromium.open(visitor, commune.address("/login"));
            signIn(page, "thanh.tra.vien");
            page.navigate(commune.address("/samples"));
            page.locator("tbody th a").first().click();
            chromium.assertFineFor(page, "sample-phone");
        }
        var exported = house.as(
                Actor.officer(commune.inspector),
                () -> house.jdbc()
                        .sql(
                                "select words || ' ' || rows_count from access.audit_entry where act = 'export' order by entry_id desc limit 1")
                        .query(String.class)
                        .single());
        assertThat(exported).startsWith("inspection sample ").endsWith(" 3");
    }

    private static void signIn(Page page, String login) {
        page.fill("#username", login);
        page.fill("#password", CommuneOfElders.PASSWORD);
        page.click("main button[type=submit]");
    }

    @Test
    void whoIsNoInspectorIsNotShownTheDoor() {
        try (var visitor = chromium.visitor(Screen.LAPTOP)) {
            var page = chromium.open(visitor, commune.address("/login"));
            signIn(page, "chu.tich.thanh.tra");
            assertThat(page.locator("nav a[href='/samples']").count()).isZero();
            assertThat(page.navigate(commune.address("/samples")).status()).isEqualTo(403);
        }
        assertThat(Acting.now()).isEmpty();
    }
}
