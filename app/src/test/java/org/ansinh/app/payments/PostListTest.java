package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.DispatchDesk.Sent;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.payments.StatementDesk.Finding;
import org.ansinh.app.payments.StatementDesk.Taken;
import org.ansinh.app.testing.TestDatabase;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Five elders of two villages are paid by the post: a workbook leaves with a sheet a village, a postwoman writes what became of each line, and it is taken in again. */
class PostListTest {

    private static final int RESULT = 7;
    private static final int DAY = 8;
    private static final int NOTE = 9;

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private PayingOffice office;
    private PaymentsAlone payments;
    private long dispatch;

    @BeforeEach
    void moneyIsReleasedToThePost() {
        office = new PayingOffice(database, "01273", "social_pension");
        var third = database.officer("lanh.dao", "provincial_approver", "01273");
        payments = new PaymentsAlone(database.source(), database.transactions(), database.clock(), folder);
        int meo = village("NM", "Nà Mèo");
        int vin = village("KV", "Khuổi Vin");
        var elders = List.of(
                elder("Nông Thị Hoà", meo),
                elder("Hoàng A Páo", meo),
                elder("Đặng Văn Ỷ", meo),
                elder("Lý A Dể", vin),
                elder("Bế Thị Xuân", vin));
        office.workedOut(
                OCTOBER,
                elders.stream()
                        .map(it -> Months.of(it, OCTOBER.minusMonths(1), OCTOBER, 540_000))
                        .toList());
        long list = office.prepare(OCTOBER);
        office.approve(office.chair, list);
        var sent = as(office.preparer, () -> payments.dispatches().prepare("post", List.of(list)));
        dispatch = ((Sent.Done) sent).dispatchId();
        assertThat(as(third, () -> payments.dispatches().release(dispatch))).isEqualTo(sent);
    }

    @AfterEach
    void closed() {
        payments.close();
    }

    private int village(String code, String name) {
        return office.owner("""
                with v as (insert into territory.village (code, invented) values ('%s', true) returning village_id)
                insert into territory.village_name select v.village_id, '%s', '%s', '[2025-07-01,)' from v returning village_id""".formatted(code, name, office.commune));
    }

    private int elder(String name, int home) {
        int id = office.person(name);
        office.owner("update registry.person set village_id = %d, lives_here = true where id = %d returning id"
                .formatted(home, id));
        office.takenOver(id, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(id, YearMonth.of(2026, 8));
        office.owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, days, source)
                values ('social_pension', 'p', %1$d, %1$d, 'post', '[2026-01-01,)', 'đơn') returning 1""".formatted(id));
        return id;
    }

    private static <R> R as(OfficerId officer, Supplier<R> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private byte[] file() {
        return as(
                office.preparer,
                () -> payments.dispatches().handOver(dispatch, 1).orElseThrow());
    }

    /** Rows of cells by the name of their sheet. */
    private static Map<String, List<List<String>>> sheets(byte[] file) {
        var all = new LinkedHashMap<String, List<List<String>>>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : book.getSheets().toList()) {
                var rows = new ArrayList<List<String>>();
                sheet.read()
                        .forEach(row -> rows.add(row.stream()
                                .map(it -> it == null || it.getRawValue() == null ? "" : it.getText())
                                .toList()));
                all.put(sheet.getName(), rows);
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return all;
    }

    private static List<List<String>> rows(Map<String, List<List<String>>> sheets, String name) {
        return sheets.getOrDefault(name, List.of());
    }

    private static List<List<String>> lines(List<List<String>> rows) {
        return rows.stream().filter(it -> it.getFirst().startsWith("AS-")).toList();
    }

    /** What the postwoman writes beside a name. */
    private record Said(String result, String day, String note) {
        static final Said NOTHING = new Said("", "", "");
    }

    /** The same workbook as it comes back: what is written beside a name, and nothing beside the others. */
    private static byte[] filledIn(byte[] file, Map<String, Said> beside) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Bưu điện", "1.0")) {
            sheets(file).forEach((name, rows) -> {
                var sheet = book.newWorksheet(name);
                for (int at = 0; at < rows.size(); at++) {
                    var row = rows.get(at);
                    for (int i = 0; i < row.size(); i++) {
                        sheet.value(at, i, row.get(i));
                    }
                    if (row.getFirst().startsWith("AS-")) {
                        var said = beside.getOrDefault(row.get(2), Said.NOTHING);
                        sheet.value(at, RESULT, said.result());
                        sheet.value(at, DAY, said.day());
                        sheet.value(at, NOTE, said.note());
                    }
                }
            });
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return bytes.toByteArray();
    }

    private Map<String, String> states() {
        return office.table("select payee_name, state from payments.instruction");
    }

    @Test
    void thereIsASheetForEachVillageWithItsPeopleAndItsSum() {
        var sheets = sheets(file());
        assertThat(sheets).containsOnlyKeys("1 Khuổi Vin", "2 Nà Mèo", "Cộng");
        var meo = rows(sheets, "2 Nà Mèo");
        assertThat(meo.getFirst().getFirst())
                .isEqualTo("Danh sách chi trả qua bưu điện, đợt %d – Nà Mèo".formatted(dispatch));
        assertThat(meo)
                .contains(List.of(
                        "Mã lệnh",
                        "Thôn, bản",
                        "Người nhận",
                        "Người hưởng",
                        "Số định danh",
                        "Tháng hưởng",
                        "Số tiền (đồng)",
                        "Kết quả (đã nhận / chưa nhận / trả lại)",
                        "Ngày",
                        "Ghi chú"));
        assertThat(lines(meo))
                .extracting(it -> it.get(2))
                .as("in the order of the alphabet, as a postwoman looks for somebody")
                .containsExactly("Đặng Văn Ỷ", "Hoàng A Páo", "Nông Thị Hoà");
        assertThat(lines(meo))
                .allSatisfy(it -> assertThat(it.subList(5, 7)).containsExactly("09/2026, 10/2026", "1080000"));
        assertThat(meo.getLast()).containsSubsequence("Cộng", "3", "3240000");
        assertThat(rows(sheets, "1 Khuổi Vin").getLast()).containsSubsequence("Cộng", "2", "2160000");
        assertThat(rows(sheets, "Cộng").stream().map(it -> String.join(" ", it).strip()))
                .contains("Khuổi Vin 2 2160000", "Nà Mèo 3 3240000", "Cộng 5 5400000");
    }

    /** Whoever carries it through the village learns who is paid how much, and not what for. */
    @Test
    void itDoesNotSayWhatAnybodyIsPaidFor() {
        assertThat(sheets(file()).toString())
                .doesNotContainIgnoringCase("hưu trí")
                .doesNotContainIgnoringCase("trợ cấp")
                .doesNotContainIgnoringCase("khuyết tật")
                .doesNotContain("pension")
                .doesNotContain("1944");
    }

    @Test
    void whatThePostwomanWritesIsTakenIn() {
        var back = filledIn(
                file(),
                Map.of(
                        "Nông Thị Hoà", new Said("đã nhận", "20/10/2026", ""),
                        "Đặng Văn Ỷ", new Said("Đã nhận", "2026-10-20", ""),
                        "Hoàng A Páo", new Said("chưa nhận", "20/10/2026", "đi vắng"),
                        "Lý A Dể", new Said("trả lại", "20/10/2026", "chuyển đi")));

        var taken = as(office.preparer, () -> payments.answers().take("buu-dien.xlsx", back));

        assertThat(taken).isInstanceOf(Taken.Done.class);
        var lines = as(office.preparer, () -> payments.answers().lines(((Taken.Done) taken).statementId(), 0, 100));
        assertThat(lines)
                .as("sums and lines without a result are no answers")
                .hasSize(4)
                .extracting(StatementDesk.AnswerLine::finding)
                .containsOnly(Finding.MATCHED);
        assertThat(states())
                .containsOnly(
                        Map.entry("Nông Thị Hoà", "paid"),
                        Map.entry("Đặng Văn Ỷ", "paid"),
                        Map.entry("Hoàng A Páo", "not_collected"),
                        Map.entry("Lý A Dể", "returned"),
                        Map.entry("Bế Thị Xuân", "sent"));
        assertThat(
                        office.table(
                                "select i.payee_name, e.reason from payments.instruction_event e join payments.instruction i using (key) where e.reason is not null"))
                .containsOnly(Map.entry("Hoàng A Páo", "đi vắng"), Map.entry("Lý A Dể", "chuyển đi"));
        assertThat(office.owner(
                        "select ledger.face_balance(ledger.face_found('provider', null, '01273', null, null, 'post'))"))
                .as("the post still has what nobody fetched, what came back and what it has not told of")
                .isEqualTo(3 * 1_080_000);
    }

    @Test
    void aListThatComesInTwiceIsOneAndTheRestOfItLater() {
        var first = filledIn(file(), Map.of("Nông Thị Hoà", new Said("đã nhận", "20/10/2026", "")));
        var rest = filledIn(
                file(),
                Map.of(
                        "Nông Thị Hoà", new Said("đã nhận", "20/10/2026", ""),
                        "Bế Thị Xuân", new Said("đã nhận", "20/10/2026", "")));
        as(office.preparer, () -> payments.answers().take("1.xlsx", first));
        assertThat(as(office.preparer, () -> payments.answers().take("1.xlsx", first)))
                .isInstanceOfSatisfying(
                        Taken.Done.class, it -> assertThat(it.again()).isTrue());
        var taken = as(office.preparer, () -> payments.answers().take("2.xlsx", rest));
        assertThat(as(office.preparer, () -> payments.answers().lines(((Taken.Done) taken).statementId(), 0, 100)))
                .extracting(StatementDesk.AnswerLine::finding)
                .containsExactlyInAnyOrder(Finding.KNOWN, Finding.MATCHED);
        assertThat(office.text("select count(*) || ' ' || sum(l.amount) from payments.line l join payments.outcome o"
                        + " using (programme, subject_kind, subject_id, for_month, sequence) where o.outcome = 'paid'"))
                .isEqualTo("4 2160000");
    }

    @Test
    void aWordThatIsNoResultIsNamedWithItsSheetAndRowAndNothingIsTakenIn() {
        var odd = filledIn(
                file(),
                Map.of(
                        "Nông Thị Hoà", new Said("đã nhận", "20/10/2026", ""),
                        "Hoàng A Páo", new Said("hẹn lại", "20/10/2026", "")));
        assertThat(as(office.preparer, () -> payments.answers().take("buu-dien.xlsx", odd)))
                .isEqualTo(new Taken.NotRead("result", "hẹn lại (2 Nà Mèo 5)"));
        assertThat(states()).containsValue("sent").doesNotContainValue("paid");
    }

    @Test
    void notCollectedAndReturnedMonthsComeWithTheNextList() {
        var back = filledIn(
                file(),
                Map.of(
                        "Hoàng A Páo", new Said("chưa nhận", "20/10/2026", "đi vắng"),
                        "Nông Thị Hoà", new Said("đã nhận", "20/10/2026", "")));
        as(office.preparer, () -> payments.answers().take("buu-dien.xlsx", back));
        int pao = office.owner("select id from registry.person where name = 'Hoàng A Páo'");
        int hoa = office.owner("select id from registry.person where name = 'Nông Thị Hoà'");

        long next = office.prepare(OCTOBER);

        assertThat(office.lines(next, pao)).containsExactly("2026-09 540000", "2026-10 540000");
        assertThat(office.lines(next, hoa)).isEmpty();
    }
}
