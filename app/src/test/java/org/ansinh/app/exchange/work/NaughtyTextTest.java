package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that no clerk types and every register meets: whole or refused with a sentence. */
class NaughtyTextTest {

    private static Household household;
    private static Office office;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        office = Office.open();
        household = Household.of(office);
    }

    @AfterAll
    static void close() {
        office.close();
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
        report.refusals().forEach(it -> assertThat(office.said(it)).endsWith("."));

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
        var refusal = household.refused("ky" + why + (int) sign.charAt(0), "Nông" + sign + " Thị,1950,Nữ,,");
        assertThat(refusal.column()).isEqualTo("Họ và tên");
        assertThat(refusal.why()).isEqualTo(why);
        assertThat(refusal.detail()).isEqualTo("U+%04X".formatted((int) sign.charAt(0)));
        assertThat(refusal.value()).doesNotContain(sign.equals("\uFFFD") ? "\u0000" : sign);
    }

    @Test
    void aCellLongerThanAnyNameIsRefused() {
        assertThat(household.refused("dai", "a".repeat(501) + ",1950,Nữ,,").why())
                .isEqualTo("text_too_long");
    }
}
