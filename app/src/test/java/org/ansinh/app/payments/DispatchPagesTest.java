package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.payments.PaymentDesk.PayeeLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.testing.House;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two elders are paid into their accounts: an officer instructs, another releases, the file goes to the bank, one comes back with a reason, goes on the next list and out again
 * under another key; and what the bank says that cannot be, waits for an officer's word.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DispatchPagesTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String COMMUNE = "01777";
    private static final String PASSWORD = "mot mat khau dai";

    private final House house = House.open(
            "--ansinh.codes=off",
            "--ansinh.payer.name=Kho bạc Khu vực",
            "--ansinh.payer.bank=MINHVNVX",
            "--ansinh.payer.account=000000000000");
    private OfficerId preparer = new OfficerId(1);
    private OfficerId chair = new OfficerId(1);

    @BeforeAll
    void anApprovedListOfTwoWithAccounts() {
        preparer = officer("ke.toan", "Nông Thị Kế", Set.of("paying_officer", "jurist"));
        chair = officer("chu.tich", "Bàn Văn Chủ", Set.of("commune_chair"));
        officer("lanh.dao", "Lý Thị Duyệt", Set.of("provincial_approver"));
        Acting.run(Actor.WORKER, () -> {
            var register = new Elders(COMMUNE, "dispatch");
            house.get(LoadDesk.class).load(load -> {
                int paper = register.paper(load);
                register.elder(load, paper, 1, YearMonth.of(2026, 8));
                register.elder(load, paper, 2, YearMonth.of(2026, 8));
            });
            var elders = elders();
            house.get(CaseDesk.class)
                    .takeOver(Optional.empty(), take -> elders.forEach(it -> take.accept(Elders.decision(it))));
            house.get(PaymentDesk.class)
                    .takeOver(
                            Optional.empty(),
                            elders.stream().map(DispatchPagesTest::account).toList());
        });
        as(preparer, () -> {
            var law = house.get(ReleaseDesk.class);
            law.unverified().forEach(it -> law.release(it.what(), "Đã đọc toàn văn nghị định", "Bàn Văn Luật"));
            return true;
        });
        Acting.run(
                Actor.WORKER,
                () -> house.get(DeterminationDesk.class).determineMonth(OCTOBER, DeterminationDesk.Progress.SILENT));
        approvedList();
    }

    private List<Integer> elders() {
        return house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql(
                                "select subject_id from registry.face_known_as where source = 'dispatch' and subject_kind = 'p' order by subject_id")
                        .query(Integer.class)
                        .list());
    }

    private static PayeeLine account(int elder) {
        return new PayeeLine(
                "social_pension",
                false,
                elder,
                elder,
                "bank_account",
                Optional.of("VBAAVNVX"),
                Optional.of("83002050677" + elder),
                Optional.empty(),
                PayeeLine.since(LocalDate.of(2026, 1, 1)),
                "đơn đề nghị");
    }

    private void approvedList() {
        var made = as(preparer, () -> house.get(PaymentDesk.class).prepare(OCTOBER, "social_pension", COMMUNE));
        assertThat(made).isInstanceOf(ListResult.Done.class);
        var list = ((ListResult.Done) made).payrollId();
        assertThat(as(chair, () -> house.get(PaymentDesk.class).approve(list))).isInstanceOf(ListResult.Done.class);
    }

    private OfficerId officer(String login, String name, Set<String> roles) {
        return Acting.as(
                Actor.WORKER,
                () -> house.get(OfficerDesk.class)
                        .open(
                                new NewOfficer(
                                        login,
                                        name,
                                        roles,
                                        List.of(COMMUNE),
                                        Set.of("social_assistance"),
                                        LocalDate.of(2026, 1, 1),
                                        null),
                                PASSWORD,
                                false));
    }

    private static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + house.context().getEnvironment().getProperty("local.server.port") + path;
    }

    private void signedIn(String login, Screen screen, Consumer<Page> work) {
        try (var visitor = chromium.visitor(screen)) {
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", login);
            page.fill("#password", PASSWORD);
            page.click("main button[type=submit]");
            work.accept(page);
        }
    }

    private static String main(Page page) {
        return page.locator("main").textContent();
    }

    private String instructed() {
        signedIn("ke.toan", Screen.LAPTOP, page -> {
            page.navigate(address("/dispatches?month=2026-10"));
            chromium.assertFineFor(page, "dispatches-waiting");
            page.check("input[name=chosen]");
            page.click("main form[method=post] button[type=submit]");
            assertThat(main(page)).contains("Cần một người khác phát hành", "Chờ phát hành");
            chromium.assertFineFor(page, "dispatch-prepared");
        });
        return house.text("select max(dispatch_id)::text from payments.dispatch");
    }

    private void released(String dispatch) {
        signedIn("chu.tich", Screen.LAPTOP, page -> {
            page.navigate(address("/dispatches/" + dispatch));
            page.click("button:has-text('Phát hành')");
            assertThat(main(page)).as("the chair approved the list").contains("người không lập và không duyệt");
        });
        signedIn("lanh.dao", Screen.LAPTOP, page -> {
            page.navigate(address("/dispatches/" + dispatch));
            page.click("button:has-text('Phát hành')");
            assertThat(main(page)).contains("Đã phát hành. Hãy tải tệp", "Lý Thị Duyệt", "AS-" + dispatch + "-1.xml");
        });
    }

    private String file(Page page, String dispatch) {
        page.navigate(address("/dispatches/" + dispatch));
        var download = page.waitForDownload(() -> page.click("button:has-text('Tải về')"));
        try {
            return Files.readString(download.path());
        } catch (IOException unread) {
            throw new IllegalStateException(unread);
        }
    }

    private void brought(Page page, String content) {
        page.navigate(address("/statements"));
        page.setInputFiles(
                "#file", new FilePayload("camt054.xml", "application/xml", content.getBytes(StandardCharsets.UTF_8)));
        page.click("button:has-text('Đưa vào và đối chiếu')");
    }

    @Test
    void fromTheListToTheBankAndBackAndOutAgain() {
        var dispatch = instructed();
        released(dispatch);
        var keys = house.as(
                Actor.WORKER,
                () -> house.jdbc()
                        .sql("select key from payments.instruction order by key")
                        .query(String.class)
                        .list());
        signedIn("ke.toan", Screen.LAPTOP, page -> {
            assertThat(file(page, dispatch)).contains("<CtrlSum>2160000</CtrlSum>", keys.getFirst(), "BAN THI SO 1");
            brought(page, "<html>không phải sao kê</html>");
            assertThat(main(page)).contains("Tệp không đọc được, chưa có gì được đưa vào");
            brought(
                    page,
                    BankSays.booked(
                            BankSays.entry(keys.getFirst(), "DBIT", "R1", 1_080_000, "2026-10-20"),
                            BankSays.entry(keys.getFirst(), "CRDT", "R2", 1_080_000, "2026-10-20"),
                            BankSays.entry(keys.getLast(), "DBIT", "R3", 1_080_000, "2026-10-20"),
                            BankSays.entry(keys.getLast(), "DBIT", "R4", 1_080_000, "2026-10-20")));
            assertThat(main(page))
                    .contains("Khớp 3, đã biết 0, cần xử lý 1", "ngân hàng ghi nợ hai lần", "AC01 Sai số tài khoản");
            chromium.assertFineFor(page, "statement-open");
            page.fill("input[name=words]", "Đã gửi công văn đòi ngân hàng hoàn 1.080.000 đồng");
            page.click("button:has-text('Ghi cách xử lý')");
            assertThat(main(page)).contains("Đã xử lý: Đã gửi công văn");
        });
        approvedList();
        var again = instructed();
        signedIn("ke.toan", Screen.LAPTOP, page -> {
            page.navigate(address("/dispatches/" + again));
            assertThat(main(page)).contains("1.080.000", "09/2026, 10/2026").doesNotContain(keys.getFirst());
        });
        everyPageOnAPhone(dispatch);
    }

    private void everyPageOnAPhone(String dispatch) {
        signedIn("ke.toan", Screen.PHONE, page -> {
            for (var path :
                    List.of("/dispatches?month=2026-10", "/dispatches/" + dispatch, "/statements", "/statements/1")) {
                page.navigate(address(path));
                chromium.assertFineFor(
                        page, path.substring(1).replaceAll("\\?.*", "").replace('/', '-') + "-phone");
            }
        });
        signedIn("ke.toan", Screen.LAPTOP, page -> {
            page.navigate(address("/dispatches?month=2026-10"));
            assertThat(main(page)).contains("Nộp lại Kho bạc", "1.080.000");
            chromium.assertFineFor(page, "dispatches-after");
            page.navigate(address("/dispatches/" + dispatch));
            chromium.assertFineFor(page, "dispatch-answered");
        });
    }

    @AfterAll
    void close() {
        house.close();
    }
}
