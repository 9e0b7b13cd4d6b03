package org.ansinh.app.payments;

import static org.ansinh.app.pages.Visits.plain;
import static org.ansinh.app.pages.Visits.said;
import static org.ansinh.app.pages.Visits.with;
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
import java.util.regex.Pattern;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.DecisionInForce;
import org.ansinh.app.determination.ReleaseDesk;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.pages.Visits;
import org.ansinh.app.payments.PaymentDesk.ListResult;
import org.ansinh.app.payments.PaymentDesk.PayeeLine;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.testing.House;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * August was paid to four elders. In September one is dead, one has a pension, and one more was asked at last whether she has any. The list goes its whole way by the pages:
 * the chair reads causes and approves, it is instructed, released, sent; one account is wrong and its money comes back; it stands on October's list and goes out again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromDifferenceToReissueTest {

    private static final String COMMUNE = "01777";
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final LocalDate EVER = LocalDate.of(2020, 1, 1);
    private static final LocalDate SEPTEMBER_FIRST = LocalDate.of(2026, 9, 1);
    private static final String PAYER = "ke.toan.again";
    private static final String CHAIR = "chu.tich.again";
    private static final String THIRD = "lanh.dao.again";
    private static final String BANK = "Tài khoản";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static House house;
    private static Visits visits;
    private static List<String> sent = List.of();

    @BeforeAll
    static void augustWasPaid() {
        house = House.open(
                "--ansinh.codes=off",
                "--ansinh.payer.name=Kho bạc Khu vực",
                "--ansinh.payer.bank=MINHVNVX",
                "--ansinh.payer.account=000000000000");
        visits = new Visits(chromium, house);
        var payer = house.officer(PAYER, "paying_officer", Set.of("social_assistance"), COMMUNE);
        var chair = house.officer(CHAIR, "commune_chair", Set.of("social_assistance"), COMMUNE);
        house.officer(THIRD, "provincial_approver", Set.of("social_assistance"), COMMUNE);
        var jurist = house.officer("phap.che.again", "jurist", Set.of(), "*");
        as(jurist, () -> {
            var law = house.get(ReleaseDesk.class);
            law.unverified().forEach(it -> law.release(it.what(), "Đã đọc toàn văn nghị định", "Lý Thị Mai"));
        });
        loaded(1, "Bàn Thị Yên", EVER);
        loaded(2, "Bàn Thị Sai", EVER);
        loaded(3, "Bàn Thị Mất", EVER);
        loaded(4, "Bàn Thị Lương", EVER);
        loaded(5, "Bàn Thị Hỏi", SEPTEMBER_FIRST);
        var payments = house.get(PaymentDesk.class);
        as(payer, () -> {
            var made = payments.prepare(AUGUST, "social_pension", COMMUNE);
            as(
                    chair,
                    () -> assertThat(payments.approve(((ListResult.Done) made).payrollId()))
                            .isEqualTo(made));
        });
        sinceThen();
    }

    /** An elder alone at home with an account, a decision on paper, and paid by another office through July. */
    private static void loaded(int i, String name, LocalDate asked) {
        load("elder-" + i, (load, paper) -> {
            var since = DateRange.startingOn(EVER);
            var home = load.household(
                    paper,
                    new HouseholdLine(i, "again", "h" + i, "AGAIN-" + i, Optional.empty(), COMMUNE, since, false));
            var elder = load.person(
                    paper, i, "again", "p" + i, IdentityLine.of(name, LocalDate.of(1944, i, 3), "female"), false);
            load.membership(paper, i, elder, home, "residence", "head", since);
            load.fact(
                    paper,
                    i,
                    elder,
                    "person.monthly_pension",
                    "",
                    DateRange.startingOn(asked),
                    FactValue.whole(0),
                    "tờ khai");
            load.fact(
                    paper,
                    i,
                    elder,
                    "person.paid_through",
                    "social_pension",
                    DateRange.startingOn(Elders.SIGNED),
                    FactValue.day(LocalDate.of(2026, 7, 31)),
                    "sổ chi cũ");
        });
        int elder = number(name);
        Acting.run(Actor.WORKER, () -> {
            house.get(CaseDesk.class).takeOver(Optional.empty(), take -> take.accept(decision(elder)));
            house.get(PaymentDesk.class).takeOver(Optional.empty(), List.of(account(elder)));
        });
    }

    private static DecisionInForce decision(int elder) {
        return Elders.decision(elder);
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

    private static void sinceThen() {
        load("since", (load, paper) -> {
            load.identity(
                    paper,
                    1,
                    number("Bàn Thị Mất"),
                    EVER,
                    new IdentityLine(
                            Optional.of("Bàn Thị Mất"),
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.of(LocalDate.of(2026, 8, 28))));
            load.fact(
                    paper,
                    2,
                    load.knownPerson(number("Bàn Thị Lương")),
                    "person.monthly_pension",
                    "",
                    DateRange.startingOn(SEPTEMBER_FIRST),
                    FactValue.whole(3_000_000),
                    "sổ lương hưu");
        });
        house.work();
    }

    private interface Loading {
        void of(RegisterLoad load, int paper);
    }

    private static void load(String paper, Loading what) {
        Acting.run(
                Actor.WORKER,
                () -> assertThat(house.get(LoadDesk.class)
                                .load(load -> what.of(load, load.paper(Paper.of("load", paper))))
                                .refusals())
                        .isEmpty());
    }

    private static int number(String name) {
        return Integer.parseInt(
                house.text("select person_id::text from registry.face_person where name = '%s'".formatted(name)));
    }

    private static void as(OfficerId officer, Runnable work) {
        Acting.run(Actor.officer(officer), work);
    }

    @AfterAll
    static void closed() {
        house.close();
    }

    @Test
    @Order(1)
    void theListIsDrawnAndEveryDifferenceHasItsCause() {
        visits.as(PAYER, page -> {
            drawn(page, "9/2026");
            assertThat(said(page)).contains("3 dòng", "1.620.000 đ").contains("So với tháng 08/2026");
            assertThat(causes(page))
                    .containsExactlyInAnyOrder(
                            "Đã hỏi và ghi đủ thông tin 1 540.000 đ 0 đ",
                            "Đã mất 1 0 đ 540.000 đ",
                            "Hoàn cảnh thay đổi 1 0 đ 540.000 đ");
            assertThat(page.locator("form[action$='/approve']").count())
                    .as("who draws does not approve")
                    .isZero();
            chromium.assertFineFor(page, "reissue-drawn");
        });
    }

    @Test
    @Order(2)
    void theChairReadsTheCausesAndApproves() {
        visits.as(CHAIR, page -> {
            listOf(page, "9/2026", "Chờ duyệt");
            with(page, "section[aria-labelledby=difference] a", "Hoàn cảnh thay đổi")
                    .click();
            assertThat(rows(page))
                    .singleElement()
                    .asString()
                    .contains("Bàn Thị Lương", "Hoàn cảnh thay đổi", "540.000 đ 0 đ");
            chromium.assertFineFor(page, "reissue-cause");
            with(page, "main a", "Về danh sách").click();
            with(page, "section[aria-labelledby=difference] a", "Đã mất").click();
            assertThat(rows(page)).singleElement().asString().contains("Bàn Thị Mất", "28/08/2026");
            with(page, "main a", "Về danh sách").click();
            with(page, "main button", "Duyệt danh sách").click();
            assertThat(said(page)).contains("Đã duyệt danh sách.");
        });
    }

    @Test
    @Order(3)
    void itIsInstructedByOneAndReleasedByAThird() {
        visits.as(PAYER, page -> instructed(page, "09/2026"));
        visits.as(THIRD, page -> released(page));
        visits.as(PAYER, page -> {
            dispatch(page);
            var file = taken(page);
            assertThat(file).contains("<NbOfTxs>3</NbOfTxs><CtrlSum>1620000</CtrlSum>", "BAN THI SAI");
            sent = keys(file);
            assertThat(sent).hasSize(3);
        });
    }

    @Test
    @Order(4)
    void theBankAnswersOnThePageAndOneCameBack() {
        var wrong = house.text("select key from payments.instruction where subject_id = " + number("Bàn Thị Sai"));
        var entries = sent.stream()
                .flatMap(key -> key.equals(wrong)
                        ? List.of(
                                BankSays.entry(key, "DBIT", "D" + key, 540_000, "2026-10-20"),
                                BankSays.entry(key, "CRDT", "C" + key, 540_000, "2026-10-20"))
                                .stream()
                        : List.of(BankSays.entry(key, "DBIT", "D" + key, 540_000, "2026-10-20")).stream())
                .toArray(String[]::new);
        visits.as(PAYER, page -> {
            answered(page, "thang-9.xml", BankSays.booked(entries));
            assertThat(said(page)).contains("Khớp 4, đã biết 0, cần xử lý 0", "Sai số tài khoản");
            dispatch(page);
            assertThat(with(page, "section[aria-labelledby=instructions] tr", "Bàn Thị Sai")
                            .innerText())
                    .contains("AC01 Sai số tài khoản");
            assertThat(said(page)).contains("Đã nhận 2, đang chuyển 0, trả lại hoặc chưa nhận 1");
            chromium.assertFineFor(page, "reissue-came-back");
        });
    }

    @Test
    @Order(5)
    void whatCameBackStandsOnTheNextListAndIsApproved() {
        visits.as(PAYER, page -> {
            drawn(page, "10/2026");
            assertThat(with(page, "section[aria-labelledby=lines] tbody tr", "Bàn Thị Sai")
                            .allInnerTexts())
                    .extracting(Visits::plain)
                    .satisfiesExactly(
                            back -> assertThat(back).contains("09/2026", "540.000 đ"),
                            now -> assertThat(now).contains("10/2026", "cộng 1.080.000 đ"));
            assertThat(with(page, "section[aria-labelledby=lines] tbody tr", "Bàn Thị Yên")
                            .count())
                    .as("what the bank paid is not owed again")
                    .isOne();
            assertThat(causes(page)).containsExactly("Tiền đã trả về hoặc chưa nhận, chi lại 1 540.000 đ 0 đ");
            chromium.assertFineFor(page, "reissue-next-list");
        });
        visits.as(CHAIR, page -> {
            listOf(page, "10/2026", "Chờ duyệt");
            with(page, "section[aria-labelledby=difference] a", "Tiền đã trả về hoặc chưa nhận, chi lại")
                    .click();
            assertThat(rows(page)).singleElement().asString().contains("Bàn Thị Sai", "09/2026");
            with(page, "main a", "Về danh sách").click();
            with(page, "main button", "Duyệt danh sách").click();
            assertThat(said(page)).contains("Đã duyệt danh sách.");
        });
    }

    @Test
    @Order(6)
    void itGoesOutAgainUnderAnotherKeyAndIsPaid() {
        visits.as(PAYER, page -> instructed(page, "10/2026"));
        visits.as(THIRD, page -> released(page));
        visits.as(PAYER, page -> {
            dispatch(page);
            var file = taken(page);
            assertThat(file).contains("<NbOfTxs>3</NbOfTxs><CtrlSum>2160000</CtrlSum>");
            assertThat(keys(file)).hasSize(3).doesNotContainAnyElementsOf(sent);
            var entries = keys(file).stream()
                    .map(key -> BankSays.entry(
                            key, "DBIT", "D" + key, key.endsWith(again()) ? 1_080_000 : 540_000, "2026-10-20"))
                    .toArray(String[]::new);
            answered(page, "thang-10.xml", BankSays.booked(entries));
            assertThat(said(page)).contains("Khớp 3, đã biết 0, cần xử lý 0");
        });
        visits.as(PAYER, Screen.PHONE, page -> {
            visits.begins(page, "/dispatches?month=2026-10");
            assertThat(said(page)).contains("Đã nhận 3, đang chuyển 0, trả lại hoặc chưa nhận 0");
            chromium.assertFineFor(page, "reissue-done-phone");
        });
    }

    private static String again() {
        return "-P" + number("Bàn Thị Sai");
    }

    private static void month(Page page, String month) {
        visits.begins(page, "/payments");
        page.fill("#month", month);
        page.selectOption("#programme", "social_pension");
        with(page, "main form button", "Xem").click();
    }

    private static void drawn(Page page, String month) {
        month(page, month);
        page.click("form[action='/payments'][method=post] button");
        assertThat(said(page)).contains("Đã lập danh sách.");
    }

    private static void listOf(Page page, String month, String state) {
        month(page, month);
        with(page, "main td li", state).locator("a").click();
    }

    private static List<String> causes(Page page) {
        return page.locator("section[aria-labelledby=difference] tbody tr").allInnerTexts().stream()
                .map(it -> plain(it).strip())
                .toList();
    }

    private static List<String> rows(Page page) {
        return page.locator("main tbody tr").allInnerTexts().stream()
                .map(Visits::plain)
                .toList();
    }

    private static void instructed(Page page, String month) {
        visits.begins(page, "/dispatches");
        page.fill("#month", month);
        with(page, "main form button", "Xem").click();
        with(page, "section[aria-labelledby=waiting] tbody tr", BANK)
                .locator("input[name=chosen]")
                .check();
        with(page, "main button", "Lập lệnh chi").click();
        assertThat(said(page)).contains("Đã lập lệnh chi", "Chờ phát hành");
    }

    /** The newest of them stands first. */
    private static void dispatch(Page page) {
        visits.begins(page, "/dispatches");
        page.locator("section[aria-labelledby=latest] tbody a").first().click();
    }

    private static void released(Page page) {
        dispatch(page);
        with(page, "main button", "Phát hành").click();
        assertThat(said(page)).contains("Đã phát hành");
    }

    private static String taken(Page page) {
        var download = page.waitForDownload(() -> page.click("button:has-text('Tải về')"));
        try {
            return Files.readString(download.path());
        } catch (IOException unread) {
            throw new AssertionError(unread);
        }
    }

    private static List<String> keys(String file) {
        return Pattern.compile("<EndToEndId>([^<]+)<")
                .matcher(file)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private static void answered(Page page, String name, String content) {
        visits.begins(page, "/statements");
        page.setInputFiles("#file", new FilePayload(name, "application/xml", content.getBytes(StandardCharsets.UTF_8)));
        with(page, "main button", "Đưa vào và đối chiếu").click();
    }
}
