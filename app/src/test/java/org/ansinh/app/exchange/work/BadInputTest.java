package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.assertj.core.api.Assertions;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;

/** What a file may carry that must be refused, or repaired and shown: file, row, column, value, why, and what to do. Good rows beside it are kept. */
class BadInputTest {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String PEOPLE = "Mã,Họ và tên,Ngày sinh,Giới tính,Số định danh,Ngày mất,Mã hộ,Xã\n";
    private static final String AT_HOME = ",B-0,Phường Thục Phán\n";

    private static Office office;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        office = Office.open();
        office.load("ho.csv", "Mã hộ,Xã\nB-0,Phường Thục Phán\n");
    }

    /** A table of people who live in one household. */
    private static String people(String... rows) {
        return PEOPLE + Stream.of(rows).map(it -> it + AT_HOME).collect(Collectors.joining());
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** One bad person between headings and a good one. */
    private static RowRefusal refused(String mark, String row) {
        var report = office.load("nguoi.csv", people(mark + "," + row, mark + "-tot,Nông Thị Tốt,20/8/1950,Nữ,,"));
        assertThat(report.added().people()).as("the good row is kept").isEqualTo(1);
        assertThat(report.refusals()).hasSize(1);
        var refusal = report.refusals().getFirst();
        assertThat(refusal.row()).isEqualTo(2);
        assertThat(said(refusal)).endsWith(".").doesNotContain("{");
        return refusal;
    }

    private static String said(RowRefusal refusal) {
        return office.house.get(MessageSource.class).getMessage(refusal, VIETNAMESE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "415012345,   number_of_old_card,     'số CMND'",
        "4151123451,  number_of_10_digits,    'vẫn không khớp'",
        "41501234512, number_of_11_digits,    'vẫn không khớp'",
        "0041501234512, number_of_wrong_length, '12 chữ số'",
        "00415O123451, number_not_digits,      'không phải chữ số'"
    })
    void aNumberOfNineTenElevenOrThirteenDigitsIsRefusedWithWhatItProbablyIs(String number, String why, String words) {
        var refusal = refused("n" + number, "Nông Thị Sai,1950,Nữ," + number + ",");
        assertThat(refusal.column()).isEqualTo("Số định danh");
        assertThat(refusal.value()).isEqualTo(number);
        assertThat(refusal.why()).isEqualTo(why);
        assertThat(said(refusal)).contains(words);
    }

    @Test
    void aNumberOfTheWrongYearIsTakenMarkedAndShownAndBecomesATask() {
        var report = office.load("nguoi.csv", people("nam,Nông Thị Năm,1951,Nữ,004150000777,"));
        assertThat(report.added().people()).isEqualTo(1);
        assertThat(report.notices())
                .containsExactly(new Notice("", 2, "number_conflict_year", "004150000777", "004150000777"));
        assertThat(
                        office.text(
                                "select because from registry.face_task t join registry.face_person p using (person_id) where p.name = 'Nông Thị Năm'"))
                .isEqualTo("year");
    }

    @Test
    void aNumberThatLostItsZerosIsRestoredOnlyWhereProvinceSexAndYearAgree() {
        var report = office.load("nguoi.csv", people("khong,Nông Thị Không,20/8/1950,Nữ,4150000778,"));
        assertThat(report.notices())
                .containsExactly(new Notice("", 2, "number_zeros_restored", "4150000778", "004150000778"));
        assertThat(office.text("select personal_number from registry.face_person where name = 'Nông Thị Không'"))
                .isEqualTo("004150000778");
    }

    @Test
    void aBirthInTheFutureIsRefused() {
        var refusal = refused("tuonglai", "Bé Tương Lai,21/10/2026,Nam,,");
        assertThat(refusal)
                .extracting(RowRefusal::column, RowRefusal::value, RowRefusal::why, RowRefusal::detail)
                .containsExactly("Ngày sinh", "21/10/2026", "birth_in_future", "20/10/2026");
        assertThat(said(refusal)).isEqualTo("Ngày sinh 21/10/2026 sau hôm nay (20/10/2026). Kiểm tra năm sinh.");
    }

    @Test
    void aDeathBeforeTheBirthOrInTheFutureIsRefused() {
        var refusal = refused("mat", "Nông Văn Mất,20/8/1950,Nam,,19/8/1950");
        assertThat(refusal)
                .extracting(RowRefusal::column, RowRefusal::value, RowRefusal::why)
                .containsExactly("Ngày mất", "19/8/1950", "death_before_birth");
        assertThat(said(refusal)).contains("19/8/1950", "20/08/1950");
        assertThat(refused("mai", "Nông Văn Mai,20/8/1950,Nam,,21/10/2026").why())
                .isEqualTo("death_in_future");
    }

    @Test
    void twoHouseholdsOfOneKindAtTheSameTimeAreRefused() {
        office.load("ho.csv", "Mã hộ,Xã\nCH-1,Phường Thục Phán\nCH-2,Phường Thục Phán\n");
        office.load("nguoi.csv", people("chung,Nông Văn Chung,1/1/1980,Nam,,"));
        var report = office.load("thanh-vien.csv", """
                Mã người,Mã hộ,Loại thành viên,Quan hệ với chủ hộ,Từ ngày,Đến ngày
                chung,CH-1,Cư trú,Chủ hộ,1/1/2020,31/12/2023
                chung,CH-2,Cư trú,Con,1/6/2023,
                chung,CH-2,Bảo hiểm y tế,Con,1/6/2023,
                """);
        assertThat(report.added().memberships())
                .as("another kind does not overlap")
                .isGreaterThanOrEqualTo(1);
        assertThat(report.refusals()).isNotEmpty().allSatisfy(it -> {
            assertThat(it.why()).isEqualTo("memberships_overlap");
            assertThat(it.column()).isEqualTo("Từ ngày");
            assertThat(said(it)).contains("hai hộ");
        });
    }

    @Test
    void aCommuneThatDidNotExistOnTheDayOrIsSeveralIsRefusedAndTheRestIsForwarded() {
        var before = LocalDate.of(2025, 6, 30);
        var file = office.bring(office.clerk, "ho.csv", Office.bytes("""
                Mã hộ,Xã,Huyện cũ
                X-1,Phường Thục Phán,
                X-2,Hưng Đạo,
                X-3,Hưng Đạo,Huyện Bảo Lạc
                X-4,99999,
                """), before);
        var report = Office.report(file);
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::column, RowRefusal::value, RowRefusal::why)
                .containsExactly(
                        tuple(2, "Xã", "Phường Thục Phán", "commune_not_yet"),
                        tuple(3, "Xã", "Hưng Đạo", "commune_ambiguous"),
                        tuple(5, "Xã", "99999", "commune_unknown"));
        assertThat(said(report.refusals().get(1))).contains("Bảo Lạc", "Huyện cũ");
        assertThat(report.added().households()).isEqualTo(1);
        assertThat(report.notices()).extracting(Notice::what).containsExactly("forwarded");
    }

    @Test
    void aValueOutsideItsListIsRefusedWithTheList() {
        office.load("nguoi.csv", people("gtri,Nông Thị Giá,1/1/1980,Nữ,,"));
        var report = office.load("du-kien.csv", """
                Mã người,Dữ kiện,Giá trị,Từ ngày
                gtri,person.disability,hơi nặng,1/1/2024
                gtri,person.monthly_pension,một triệu,1/1/2024
                gtri,person.disability,severe,1/1/2024
                """);
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::value, RowRefusal::why)
                .containsExactly(tuple(2, "hơi nặng", "value_outside_list"), tuple(3, "một triệu", "value_unreadable"));
        assertThat(said(report.refusals().getFirst())).contains("Khuyết tật đặc biệt nặng");
        assertThat(report.added().facts()).isEqualTo(1);
    }

    @Test
    void aFactThatBeginsBeforeItsPersonWasBornIsRefused() {
        office.load("nguoi.csv", people("sinh,Nông Thị Sinh,5/3/1980,Nữ,,"));
        var refusal = office.load(
                        "du-kien.csv", "Mã người,Dữ kiện,Giá trị,Từ ngày\nsinh,person.disability,severe,4/3/1980\n")
                .refusals()
                .getFirst();
        assertThat(refusal)
                .extracting(RowRefusal::row, RowRefusal::column, RowRefusal::value, RowRefusal::why, RowRefusal::detail)
                .containsExactly(2, "Từ ngày", "4/3/1980", "fact_before_birth", "05/03/1980");
    }

    @Test
    void aWorkbookThatIsNoneIsRefusedByName() {
        var file =
                office.bring(office.clerk, "danh-sach.xlsx", Office.bytes("<html><table><tr><td>1</td></tr></table>"));
        assertThat(Office.refusedAs(file)).isEqualTo("not_xlsx");
        assertThat(said(file.refused().orElseThrow())).contains("danh-sach.xlsx", "Hãy lưu lại");
        var broken = office.bring(office.clerk, "hong.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 1, 2, 3});
        assertThat(Office.refusedAs(broken)).isEqualTo("not_xlsx");
    }

    private static String said(FileRefused why) {
        return office.house
                .get(MessageSource.class)
                .getMessage("exchange.file." + why.why(), new Object[] {why.detail()}, VIETNAMESE);
    }

    @Test
    void aTextInUtf16IsReadAndOneInTheOldVietnameseFontsIsNamed() {
        var report = Office.report(office.bring(
                office.clerk,
                "nguoi.txt",
                ("\uFEFF" + people("utf,Đàm Thị Ngỗng,1/1/1980,Nữ,,").replace(',', '\t'))
                        .getBytes(StandardCharsets.UTF_16LE)));
        assertThat(report.added().people()).isEqualTo(1);

        var western = Charset.forName("windows-1252");
        var tcvn3 = "Hä vµ tªn,Ngµy sinh,Giíi tÝnh\nNguyÔn V¨n §«ng,1950,Nam\n".getBytes(western);
        var vni = "Hoï vaø teân,Ngaøy sinh,Giôùi tính\nNguyeãn Vaên Ñoâng,1950,Nam\n".getBytes(western);
        assertThat(Office.refusedAs(office.bring(office.clerk, "cu.csv", tcvn3)))
                .isEqualTo("tcvn3");
        assertThat(Office.refusedAs(office.bring(office.clerk, "cu.csv", vni))).isEqualTo("vni");
        assertThat(Office.refusedAs(office.bring(office.clerk, "unicode.csv", Office.bytes("""
                Họ và tên,Ngày sinh,Giới tính
                NguyÔn V¨n §«ng,1950,Nam
                TrÇn ThÞ B×nh,1951,Nữ
                Hoµng V¨n Th¾ng,1952,Nam
                """))))
                .isEqualTo("tcvn3");
    }

    @Test
    void aFileOverTheLimitIsRefusedBeforeItIsReadWhole() {
        var limit = 32L << 20;
        var endless = new InputStream() {
            long given;

            @Override
            public int read() {
                given++;
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                given += length;
                return length;
            }
        };
        Assertions.assertThatThrownBy(() -> Acting.as(
                        Actor.officer(office.clerk), () -> office.desk.bring(endless, "lon.csv", Office.TODAY)))
                .isInstanceOfSatisfying(FileRefused.class, it -> {
                    assertThat(it.why()).isEqualTo("too_large");
                    assertThat(said(it)).contains("32 MB", "chia tệp");
                });
        assertThat(endless.given).isLessThan(limit + (1 << 20));
        assertThat(office.text("select count(*)::text from exchange.brought_file where name = 'lon.csv'"))
                .isEqualTo("0");
    }

    @Test
    void aTableThatNobodyKnowsIsRefusedWithItsHeadings() {
        var file = office.bring(office.clerk, "la.csv", Office.bytes("Một,Hai\n1,2\n"));
        assertThat(Office.refusedAs(file)).isEqualTo("headings_unknown");
        assertThat(said(file.refused().orElseThrow())).contains("Một, Hai", "tệp mẫu");
    }

    @Test
    void aNameWithAnApostropheOfASpreadsheetOrABrokenLineIsOneName() {
        var report = office.load("nguoi.csv", people("dong,\"Nông Thị\nXuống\u00A0 Dòng\",1/1/1980,Nữ,'004180000779,"));
        assertThat(report.refusals()).isEmpty();
        assertThat(
                        office.text(
                                "select name || ' ' || personal_number from registry.face_person where name like 'Nông Thị Xuống%'"))
                .isEqualTo("Nông Thị Xuống Dòng 004180000779");
    }

    static Stream<String> naughtyStrings() {
        return Stream.of(
                "Robert'); DROP TABLE registry.person;--",
                "\" or \"\"=\"",
                "<script>alert(1)</script>",
                "${jndi:ldap://x/y} #{x} {0} %s",
                "../../etc/passwd",
                "=HYPERLINK(\"http://x\",\"y\")",
                "+84 912",
                "-1",
                "@SUM(A1:A9)",
                "NULL",
                "NaN",
                "\\N",
                "\\.",
                "Lô Thị 🌾 👩‍👩‍👧",
                "Hoa\u0300 Mi\u0303nh\u0323",
                "Z\u0351\u036B\u0343a\u0349\u034Dl\u0322g\u0337o",
                "ß İı Ω 田中 هند",
                "Ông Ké \"Tày\", 'Nùng'; Dao|Mông",
                "\u200BẨn\u200D",
                "a".repeat(190));
    }

    @ParameterizedTest
    @MethodSource("naughtyStrings")
    void theNaughtyStringsOfTheWorldComeThroughEveryTextFieldWholeOrAreRefusedWithASentence(String naughty)
            throws IOException {
        var mark = Integer.toHexString(naughty.hashCode());
        var report = office.load("xau.xlsx", everywhere(mark, naughty));
        assertThat(report.sheets()).hasSize(4);
        report.refusals().forEach(it -> assertThat(said(it)).endsWith("."));

        var out = office.export(office.approver, folder.resolve("out.xlsx"), office.out::xlsx);
        var again = office.load(out);
        assertThat(again.broughtNothingNew())
                .as("what was taken of %s goes out and comes in the same", naughty)
                .isTrue();
    }

    /** A workbook in which every text is this one. */
    private static byte[] everywhere(String mark, String naughty) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            sheet(
                    book,
                    "Hộ",
                    List.of("Mã hộ", "Xã", "Thôn"),
                    List.of(naughty + mark, "Phường Thục Phán", naughty),
                    List.of("ho" + mark, naughty, ""),
                    List.of("ok" + mark, "Phường Thục Phán", ""));
            sheet(
                    book,
                    "Người",
                    List.of(
                            "Mã",
                            "Họ và tên",
                            "Ngày sinh",
                            "Giới tính",
                            "Dân tộc",
                            "Số định danh",
                            "Số CMND",
                            "Mã hộ",
                            "Xã",
                            "Quan hệ với chủ hộ"),
                    List.of(
                            naughty + mark,
                            naughty,
                            "1950",
                            "Nữ",
                            "",
                            "",
                            "",
                            "ok" + mark,
                            "Phường Thục Phán",
                            "Chủ hộ"),
                    List.of("so" + mark, "Nông Thị Số", "1950", "Nữ", "", naughty, naughty, "ok" + mark, "", ""),
                    List.of("ngay" + mark, "Nông Thị Ngày", naughty, "Nữ", naughty, "", "", "", "", ""),
                    List.of("gioi" + mark, "Nông Thị Giới", "1950", naughty, "", "", "", naughty, naughty, naughty));
            sheet(
                    book,
                    "Dữ kiện",
                    List.of("Mã người", "Dữ kiện", "Chi tiết", "Giá trị", "Từ ngày", "Nguồn"),
                    List.of(naughty + mark, "person.disability", "", "severe", "1/1/2024", naughty),
                    List.of(naughty + mark, naughty, naughty, naughty, naughty, naughty));
            sheet(
                    book,
                    "Quyết định",
                    List.of(
                            "Mã người",
                            "Chương trình",
                            "Số quyết định",
                            "Ngày ký",
                            "Cơ quan ban hành",
                            "Chức vụ người ký",
                            "Người ký",
                            "Mức hưởng",
                            "Hình thức chi trả",
                            "Ngân hàng",
                            "Số tài khoản"),
                    List.of(
                            naughty + mark,
                            "social_assistance",
                            naughty,
                            "3/6/2022",
                            naughty,
                            naughty,
                            naughty,
                            "360000",
                            "Tài khoản",
                            naughty,
                            naughty),
                    List.of(
                            naughty + mark,
                            naughty,
                            naughty,
                            naughty,
                            naughty,
                            naughty,
                            naughty,
                            naughty,
                            naughty,
                            naughty,
                            naughty));
        }
        return bytes.toByteArray();
    }

    @SafeVarargs
    private static void sheet(Workbook book, String name, List<String>... rows) {
        var sheet = book.newWorksheet(name);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].size(); column++) {
                sheet.inlineString(row, column, rows[row].get(column));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'\u0007', text_control_character", "'\u202E', text_control_character", "'\uFFFD', text_broken"})
    void whatIsNoWritingIsRefusedWithTheSignByNumber(String sign, String why) {
        var refusal = refused("ky" + why + (int) sign.charAt(0), "Nông" + sign + " Thị,1950,Nữ,,");
        assertThat(refusal.column()).isEqualTo("Họ và tên");
        assertThat(refusal.why()).isEqualTo(why);
        assertThat(refusal.detail()).isEqualTo("U+%04X".formatted((int) sign.charAt(0)));
        assertThat(refusal.value()).doesNotContain(sign.equals("\uFFFD") ? "\u0000" : sign);
    }

    @Test
    void aCellLongerThanAnyNameIsRefused() {
        assertThat(refused("dai", "a".repeat(501) + ",1950,Nữ,,").why()).isEqualTo("text_too_long");
    }

    @Test
    void somebodyWithoutAHouseholdIsRefusedBecauseNoCommuneWouldSeeThem() {
        var report =
                office.load("nguoi.csv", "Mã,Họ và tên,Ngày sinh,Giới tính\nkhongho,Nông Thị Không Hộ,1/1/1980,Nữ\n");
        assertThat(report.refusals())
                .extracting(RowRefusal::column, RowRefusal::why)
                .containsExactly(tuple("Mã hộ", "household_missing"));
    }

    @Test
    void aFactThatAnotherOfficeConfirmsIsRefusedRowByRowAndNotTheWholeFile() {
        office.load("nguoi.csv", people("khac,Nông Thị Khác,1/1/1980,Nữ,,"));
        var report = office.load("du-kien.csv", """
                Mã người,Dữ kiện,Giá trị,Từ ngày
                khac,person.hiv,Có,1/1/2024
                khac,person.disability,severe,1/1/2024
                """);
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::why)
                .containsExactly(tuple(2, "stated_by_others"));
        assertThat(report.added().facts()).isEqualTo(1);
    }

    @Test
    void datesAreReadAsOfficesWriteThemAndNothingIsGuessed() {
        var report = office.load(
                "nguoi.csv",
                people(
                        "d1,Một,20/8/1950,Nữ,,",
                        "d2,Hai,20-8-1950,Nữ,,",
                        "d3,Ba,20.8.1950,Nữ,,",
                        "d4,Bốn,1950-08-20,Nữ,,",
                        "d5,Năm,20081950,Nữ,,",
                        "d6,Sáu,8/1950,Nữ,,",
                        "d7,Bảy,1950,Nữ,,",
                        "d8,Tám,18495,Nữ,,",
                        "d9,Chín,20/8/50,Nữ,,",
                        "d10,Mười,8/20/1950,Nữ,,",
                        "d11,Mười Một,hôm qua,Nữ,,"));
        assertThat(report.added().people()).isEqualTo(8);
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::why)
                .containsExactly(
                        tuple(10, "day_two_digit_year"), tuple(11, "day_not_on_calendar"), tuple(12, "day_unreadable"));
        assertThat(
                        office.text(
                                "select count(*)::text from registry.face_person where born = '1950-08-20' and name in ('Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Tám')"))
                .isEqualTo("6");
    }
}
