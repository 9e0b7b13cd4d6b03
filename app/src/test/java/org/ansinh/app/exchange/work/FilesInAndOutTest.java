package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.exchange.BroughtFile.State;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.ImportReport.Tally;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.exchange.model.TableFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.MessageSource;

/** A register as an office keeps it: in, out, in elsewhere, out again. */
class FilesInAndOutTest {

    private static final String HOUSEHOLDS = """
            Mã hộ,Xã,Thôn,Từ ngày
            %1$s-1,Phường Thục Phán,Nà Lắc,1/1/2020
            %1$s-2,xa bao lac,Bản Mới,
            """;

    private static final String PEOPLE = """
            Mã;Họ và tên;Năm sinh;Nam/Nữ;Dân tộc;Số CCCD;Mã hộ;Quan hệ với chủ hộ
            %1$s-lan;Nông Thị Lan;20/8/1950;Nữ;Tày;4150%2$s;%1$s-1;Chủ hộ
            %1$s-ke;Lý A Kè;1945;Nam;Mông;;%1$s-2;chủ hộ
            %1$s-mai;Hoàng Thị Mai;08/1952;nữ;Nùng;;%1$s-2;Vợ
            """;

    private static Office here;
    private static Office elsewhere;

    @TempDir
    Path folder;

    @BeforeAll
    static void twoHouses() {
        here = Office.open();
        elsewhere = Office.open();
    }

    @AfterAll
    static void close() {
        here.close();
        elsewhere.close();
    }

    private void bringIn(Office office, String mark, String number) {
        assertThat(office.load("ho.csv", HOUSEHOLDS.formatted(mark)).refusals()).isEmpty();
        assertThat(office.load("nguoi.csv", PEOPLE.formatted(mark, number)).refusals())
                .isEmpty();
    }

    @Test
    void aRegisterAsAnOfficeWritesItIsTakenInAndTheSameFileAgainMakesNoRecording() {
        here.load("ho.csv", HOUSEHOLDS.formatted("A"));
        var first = here.load("nguoi.csv", PEOPLE.formatted("A", "100001"));
        var before = here.text("select count(*)::text from registry.recording");

        var again = here.bring(here.clerk, "nguoi.csv", Office.bytes(PEOPLE.formatted("A", "100001")));
        here.accept(here.clerk, again);

        assertThat(first.refusals()).isEmpty();
        assertThat(first.added().people()).isEqualTo(3);
        assertThat(first.added().memberships()).isEqualTo(3);
        assertThat(first.notices())
                .containsExactly(new Notice("", 2, "number_zeros_restored", "4150100001", "004150100001"));
        assertThat(Office.report(again).broughtNothingNew()).isTrue();
        assertThat(again.moments().before()).isPresent();
        assertThat(here.text("select count(*)::text from registry.recording")).isEqualTo(before);
        assertThat(here.text("select distinct born_precision from registry.face_person where name = 'Lý A Kè'"))
                .isEqualTo("year");
    }

    @Test
    void aPreviewTellsWhatWouldComeAndKeepsNothingInTheRegister() {
        bringIn(here, "B", "100002");
        var before = here.text("select count(*)::text from registry.recording");
        var file = here.bring(here.clerk, "dukien.csv", Office.bytes("""
                Mã người,Dữ kiện,Giá trị,Từ ngày
                B-lan,Mức độ khuyết tật,Khuyết tật nặng,5/3/2024
                """));
        assertThat(file.state()).isEqualTo(State.READ);
        assertThat(Office.report(file).refusals()).isEmpty();
        assertThat(Office.report(file).added().facts()).isEqualTo(1);
        assertThat(here.text("select count(*)::text from registry.recording")).isEqualTo(before);
    }

    @Test
    void badRowsComeBackInAWorkbookThatIsCorrectedAndLoadedAsItIsAndGoodOnesAreKept() throws IOException {
        bringIn(here, "C", "100003");
        var file = here.bring(here.clerk, "dukien.csv", Office.bytes("""
                Mã người,Mã hộ,Dữ kiện,Giá trị,Từ ngày,Đến ngày
                C-lan,,person.disability,nặng vừa,5/3/2024,
                C-lan,,person.disability,severe,5/3/24,
                C-lan,,person.disability,severe,5/3/2024,1/1/2024
                C-nobody,,person.disability,severe,5/3/2024,
                C-lan,,Cỡ giày,39,,
                C-ke,,person.disability,mild,1/1/1944,
                ,C-2,household.class,Hộ nghèo,1/1/2025,31/12/2025
                """));
        var report = here.load(here.clerk, file);

        assertThat(report.added().facts()).isEqualTo(1);
        assertThat(report.refusedRows()).isEqualTo(6);
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::column, RowRefusal::value, RowRefusal::why)
                .containsExactly(
                        tuple(2, "Giá trị", "nặng vừa", "value_outside_list"),
                        tuple(3, "Từ ngày", "5/3/24", "day_two_digit_year"),
                        tuple(4, "Đến ngày", "1/1/2024", "ends_before_it_starts"),
                        tuple(5, "Mã người", "C-nobody", "person_unknown"),
                        tuple(6, "Dữ kiện", "Cỡ giày", "fact_unknown"),
                        tuple(7, "Từ ngày", "1/1/1944", "fact_before_birth"));

        var refused = here.refusedRows(file, folder.resolve("tu-choi.xlsx"));
        assertThat(here.load(refused).refusals()).hasSize(6);
        assertThat(lastCells(refused))
                .contains(
                        "Giá trị “nặng vừa”: nặng vừa không có trong danh mục. Chọn một trong: Không khuyết tật; Khuyết tật nhẹ; Khuyết tật nặng;"
                                + " Khuyết tật đặc biệt nặng.")
                .contains("Từ ngày “1/1/1944”: Có hiệu lực trước ngày sinh 01/01/1945. Kiểm tra ngày bắt đầu.");
    }

    private static List<String> lastCells(Path workbook) {
        var found = new java.util.ArrayList<String>();
        TableFile.open(workbook, "x.xlsx", FileLimits.megabytes(5, 50, 1, 10))
                .getFirst()
                .eachRow(row -> found.add(row.cells().getLast()));
        return found;
    }

    @Test
    void everyReasonIsASentenceThatSaysWhatToDo() {
        var texts = here.house.get(MessageSource.class);
        for (var why : List.of("person_unknown", "commune_ambiguous", "paid_further_already", "twice_in_load")) {
            var refusal = new RowRefusal("Người", 7, "Số định danh", "004150", why, "x");
            for (var language : List.of(Locale.of("vi"), Locale.ENGLISH)) {
                assertThat(texts.getMessage(refusal, language))
                        .endsWith(".")
                        .contains(" ")
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void placesAreReadAsOfTheirDayAndOldOnesForwarded() {
        var report = here.load("ho.csv", """
                Mã hộ,Xã,Huyện cũ
                D-1,Thị trấn Pác Miầu,
                D-2,Xã Nơi Nào,
                D-3,01273,
                """);
        assertThat(report.notices())
                .containsExactly(new Notice("", 2, "forwarded", "Thị trấn Pác Miầu, Huyện Bảo Lâm", "Xã Bảo Lâm"));
        assertThat(report.refused()).containsExactly(new Tally("commune_unknown", 1));
        assertThat(here.text("select commune_code from registry.face_household where code = 'D-3'"))
                .isEqualTo("01273");
    }

    @Test
    void whoBuriedSomebodyComesInByTheTableOfTies() {
        bringIn(here, "B", "100031");
        var report = here.load(
                "quanhe.csv",
                "Mã người,Quan hệ,Mã người kia,Từ ngày,Đến ngày\nB-ke,Lo mai táng,B-mai,5/9/2026,5/9/2026\n");
        assertThat(report.refusals()).isEmpty();
        assertThat(here.text("select days::text from registry.face_relation where kind = 'person.buries'"))
                .isEqualTo("[2026-09-05,2026-09-06)");
        assertThat(here.load("quanhe2.csv", "Mã người,Quan hệ,Mã người kia\nB-ke,Bạn bè,B-mai\n")
                        .refused())
                .singleElement()
                .satisfies(it -> assertThat(it.count()).isEqualTo(1));
    }

    @Test
    void whatIsTakenOutAndBroughtInElsewhereIsTakenOutTheSameAsWorkbookAndAsTables() throws IOException {
        aWholeRegister("F", "100006");

        var zip = here.export(here.approver, folder.resolve("so-bo.zip"), here.out::csv);
        var workbook = here.export(here.approver, folder.resolve("so-bo.xlsx"), here.out::xlsx);
        var there = elsewhere.load(zip);
        assertThat(there.refusals()).isEmpty();
        assertThat(there.added().decisions()).isGreaterThanOrEqualTo(3);
        assertThat(there.added().payees()).isGreaterThanOrEqualTo(2);

        var again = elsewhere.export(elsewhere.approver, folder.resolve("again.zip"), elsewhere.out::csv);
        assertThat(again).hasSameBinaryContentAs(zip);
        assertThat(elsewhere.load(workbook).broughtNothingNew()).isTrue();
        assertThat(here.load(workbook).broughtNothingNew()).isTrue();
        assertThat(here.load(zip).broughtNothingNew()).isTrue();
        assertThat(tables(zip))
                .contains("'=7/QĐ,03/09/2025,UBND Phường Thục Phán,Chủ tịch,Đàm Văn Ký,500000,01/07/2025,")
                .contains("45/QĐ-UBND,01/07/2024,UBND Huyện Bảo Lạc,Phó Chủ tịch,Lục Thị Hạnh,500000,01/07/2024,")
                .contains("12/QĐ-UBND,03/06/2019,,,,,01/06/2019,31/05/2021")
                .contains(
                        "46/QĐ-UBND,05/01/2026,UBND Phường Thục Phán,Chủ tịch,Đàm Văn Ký,500000,01/01/2026,31/12/2026")
                .contains(
                        "Trợ cấp hưu trí xã hội,F-lan,Tài khoản,Agribank,8300205012345,NONG THI LAN,01/07/2025,,'=7/QĐ")
                .contains("Trợ cấp hưu trí xã hội,09/2026");
    }

    /** People, facts, ties, decisions in force and ended, payees and months paid. */
    private void aWholeRegister(String mark, String number) {
        bringIn(here, mark, number);
        here.load("dukien.csv", """
                Mã người,Mã hộ,Dữ kiện,Giá trị,Từ ngày,Đến ngày
                %1$s-lan,,person.disability,severe,5/3/2024,
                %1$s-lan,,person.monthly_pension,1.200.000 đ,1/2024,6/2024
                ,%1$s-2,household.class,poor,1/1/2025,31/12/2025
                """.formatted(mark));
        here.load(
                "quanhe.csv",
                "Mã người,Quan hệ,Mã người kia,Từ ngày\n%1$s-ke,Vợ chồng,%1$s-mai,1/1/1975\n".formatted(mark));
        assertThat(here.load("quyetdinh.csv", """
                Mã người,Chương trình,Số quyết định,Ngày ký,Cơ quan ban hành,Chức vụ người ký,Người ký,Mức hưởng,Từ ngày,Đến ngày,Đã chi đến tháng,Hình thức chi trả,Mã người nhận,Số tài khoản,Ngân hàng,Chủ tài khoản
                %1$s-lan,social_pension,=7/QĐ,3/9/2025,UBND Phường Thục Phán,Chủ tịch,Đàm Văn Ký,500.000,1/7/2025,,9/2026,Tài khoản,,8300205012345,Agribank,Nông Thị Lan
                %1$s-ke,Trợ cấp xã hội hằng tháng,44/QĐ-UBND,3/6/2022,UBND Huyện Bảo Lạc,Phó Chủ tịch,Lục Thị Hạnh,360.000,1/6/2022,,6/2026,Tiền mặt,%1$s-mai,,
                %1$s-ke,Trợ cấp xã hội hằng tháng,45/QĐ-UBND,1/7/2024,UBND Huyện Bảo Lạc,Phó Chủ tịch,Lục Thị Hạnh,500.000,1/7/2024,,,,,,
                %1$s-mai,Trợ cấp xã hội hằng tháng,12/QĐ-UBND,3/6/2019,UBND Huyện Bảo Lạc,,,,1/6/2019,31/5/2021,,,,,
                %1$s-mai,Trợ cấp xã hội hằng tháng,46/QĐ-UBND,5/1/2026,UBND Phường Thục Phán,Chủ tịch,Đàm Văn Ký,500.000,1/1/2026,31/12/2026,,,,,
                """.formatted(mark)).refusals()).isEmpty();
    }

    @Test
    void whatIsTakenOutAsAWorkbookAndBroughtInElsewhereIsTakenOutTheSameCellByCellAndAllOfItIsText()
            throws IOException {
        aWholeRegister("X", "100024");
        var workbook = here.export(here.approver, folder.resolve("so-bo.xlsx"), here.out::xlsx);
        var zip = here.export(here.approver, folder.resolve("so-bo.zip"), here.out::csv);
        try (var third = Office.open()) {
            var there = third.load(workbook);
            assertThat(there.refusals()).isEmpty();
            assertThat(there.added().decisions()).isGreaterThanOrEqualTo(3);
            assertThat(there.added().payees()).isGreaterThanOrEqualTo(2);

            var again = third.export(third.approver, folder.resolve("again.xlsx"), third.out::xlsx);
            assertThat(cells(again)).isEqualTo(cells(workbook));
            assertThat(third.export(third.approver, folder.resolve("again.zip"), third.out::csv))
                    .hasSameBinaryContentAs(zip);
            assertThat(third.load(again).broughtNothingNew()).isTrue();
        }
        assertThat(cells(workbook))
                .anySatisfy(it -> assertThat(it).contains("004150100024", "Nông Thị Lan", "20/08/1950"))
                .anySatisfy(it -> assertThat(it).contains("8300205012345", "Agribank"));
    }

    /** Every row of every sheet; a cell that a spreadsheet would count with, or take the zeros of, is no text. */
    private static List<String> cells(Path workbook) throws IOException {
        var found = new java.util.ArrayList<String>();
        try (var book = new ReadableWorkbook(Files.newInputStream(workbook))) {
            for (var sheet : book.getSheets().toList()) {
                for (var row : sheet.read()) {
                    var said = new StringBuilder(sheet.getName());
                    for (var cell : row) {
                        if (cell != null && cell.getType() != CellType.EMPTY) {
                            assertThat(cell.getType())
                                    .as("%s %s", sheet.getName(), cell)
                                    .isEqualTo(CellType.STRING);
                            said.append(" | ").append(cell.getText());
                        }
                    }
                    found.add(said.toString());
                }
            }
        }
        return found;
    }

    private static String tables(Path zip) throws IOException {
        var all = new StringBuilder();
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void anOfficerBringsInOnlyTheirOwnCommune() {
        var officer =
                here.house.officer("nhap.thuc.phan", "commune_officer", Set.of("social_assistance"), Office.THUC_PHAN);
        var report = here.load(officer, here.bring(officer, "ho.csv", Office.bytes(HOUSEHOLDS.formatted("G"))));
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::why)
                .containsExactly(tuple(3, "commune_outside_area"));
        assertThat(report.added().households()).isEqualTo(1);
        assertThat(here.text(
                        "select distinct o.full_name from registry.recording r join access.face_officer o on o.role_name = r.officer"
                                + " where r.number = (select max(number) from registry.recording)"))
                .isEqualTo("Cán bộ nhap.thuc.phan");
    }

    @Test
    void anotherOfficerFindsNeitherTheFileNorWhatIsInIt() {
        var file = here.bring(here.clerk, "ho.csv", Office.bytes(HOUSEHOLDS.formatted("H")));
        assertThat(Acting.as(Actor.officer(here.approver), () -> here.desk.find(file.id())))
                .isEmpty();
        assertThat(here.house.as(
                        Actor.officer(here.approver),
                        () -> here.house
                                .jdbc()
                                .sql("select count(*) from exchange.brought_part where file_id = ?")
                                .param(file.id().number())
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void theEmptyWorkbookHasEveryTableAndItsExamplesAreSkippedWhenTheyAreLeftStanding() {
        var template = folder.resolve("mau.xlsx");
        Acting.run(Actor.officer(here.clerk), () -> here.desk.template(template));
        var report = here.load(template);
        assertThat(report.broughtNothingNew()).isTrue();
        assertThat(report.refusals()).isEmpty();
        assertThat(report.sheets())
                .hasSize(8)
                .allSatisfy(it -> assertThat(it.ignoredHeadings()).isEmpty());
        assertThat(report.noticed()).containsExactly(new Tally("example_skipped", 8));
    }

    @Test
    void oneTableOfPeopleWithTheirDecisionsIsBoth() {
        here.load("ho.csv", "Mã hộ,Xã\nO-1,Phường Thục Phán\n");
        var report = here.load("so-theo-doi.csv", """
                SỔ THEO DÕI TRỢ CẤP HƯU TRÍ XÃ HỘI,,,,,,,,,,
                Full name,Date of birth,Sex,Personal number,Household,Programme,Decision number,Signed on,Level,From,Paid through
                Bế Thị Sâm,3/2/1944,Nữ,004144123450,O-1,social_pension,88/QĐ-UBND,15/8/2025,500.000,1/7/2025,9/2026
                """);
        assertThat(report.refusals()).isEmpty();
        assertThat(report.added().people()).isEqualTo(1);
        assertThat(report.added().decisions()).isEqualTo(1);
        assertThat(here.text("select amount::text from casework.face_decision where number = '88/QĐ-UBND'"))
                .isEqualTo("500000");
        assertThat(here.text(
                        "select day::text from registry.face_fact_now f join registry.face_person p on p.person_id = f.subject_id"
                                + " where fact = 'person.paid_through' and p.name = 'Bế Thị Sâm'"))
                .isEqualTo("2026-09-30");
    }

    @Test
    void aFileThatWasAcceptedIsTakenInAfterARestartOnceHoweverOftenTheJobRuns() {
        var file = here.bring(here.clerk, "ho.csv", Office.bytes(HOUSEHOLDS.formatted("R")));
        Acting.run(Actor.officer(here.clerk), () -> here.desk.accept(file.id()));
        assertThat(here.find(here.clerk, file.id()).state()).isEqualTo(State.ACCEPTED);
        assertThat(here.find(here.clerk, file.id()).isAtWork()).isTrue();

        here.house.work();
        var done = here.find(here.clerk, file.id());
        var recordings = here.text("select count(*)::text from registry.recording");
        Acting.run(
                Actor.WORKER,
                () -> here.house
                        .get(ImportJob.class)
                        .run(Long.toString(file.id().number()), org.ansinh.app.jobs.Progress.UNWATCHED));

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(Office.report(done).added().households()).isEqualTo(2);
        assertThat(here.text("select count(*)::text from registry.recording")).isEqualTo(recordings);
    }

    @Test
    void aFileIsThrownAwayAndItsContentsGo() {
        var file = here.bring(here.clerk, "ho.csv", Office.bytes(HOUSEHOLDS.formatted("T")));
        Acting.run(Actor.officer(here.clerk), () -> here.desk.throwAway(file.id()));
        here.house.work();
        assertThat(here.find(here.clerk, file.id()).isEmptied()).isTrue();
        assertThat(here.text("select count(*)::text from exchange.brought_part where file_id = "
                        + file.id().number()))
                .isEqualTo("0");
    }

    @Test
    void filesAreEmptiedTheOldestFirstWhenTheyAreTooManyOrTooOldAndWhatBecameOfThemStays() {
        try (var other = Office.open()) {
            other.load("ho.csv", HOUSEHOLDS.formatted("K"));
            var next = other.bring(other.clerk, "ho.csv", Office.bytes(HOUSEHOLDS.formatted("L")));

            other.text("select exchange.tidy(30, " + next.bytes() + ")::text");
            assertThat(kept(other)).isEqualTo("done gone, read kept");
            other.text("select exchange.tidy(0, 1000000)::text");
            assertThat(kept(other)).isEqualTo("done gone, thrown_away gone");
            assertThat(other.text("select count(*)::text from exchange.brought_part"))
                    .isEqualTo("0");
            assertThat(Office.report(other.find(other.clerk, next.id())).added().households())
                    .isEqualTo(2);
        }
    }

    private static String kept(Office office) {
        return office.text(
                "select string_agg(state || case when emptied_at is null then ' kept' else ' gone' end, ', ' order by file_id)"
                        + " from exchange.brought_file");
    }
}
