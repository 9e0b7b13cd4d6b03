package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;
import org.ansinh.app.access.Actor;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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

    @RegisterExtension
    static final TestDatabase here = TestDatabase.fresh();

    @RegisterExtension
    static final TestDatabase elsewhere = TestDatabase.fresh();

    @TempDir
    Path folder;

    private Office office;

    @BeforeAll
    static void lay() {
        Office.lay(here);
        Office.lay(elsewhere);
    }

    @BeforeEach
    void open() {
        office = new Office(here, folder);
    }

    private void bringIn(String mark, String number) {
        assertThat(office.load("ho.csv", HOUSEHOLDS.formatted(mark)).refusals()).isEmpty();
        assertThat(office.load("nguoi.csv", PEOPLE.formatted(mark, number)).refusals())
                .isEmpty();
    }

    @Test
    void aRegisterAsAnOfficeWritesItIsTakenInAndASecondTimeBringsNothingNew() {
        office.load("ho.csv", HOUSEHOLDS.formatted("A"));
        var first = office.load("nguoi.csv", PEOPLE.formatted("A", "100001"));
        var again = office.load("nguoi.csv", PEOPLE.formatted("A", "100001"));

        assertThat(first.refusals()).isEmpty();
        assertThat(first.added().people()).isEqualTo(3);
        assertThat(first.added().memberships()).isEqualTo(3);
        assertThat(first.notices())
                .containsExactly(new Notice("", 2, "number_zeros_restored", "4150100001", "004150100001"));
        assertThat(again.broughtNothingNew()).isTrue();
        assertThat(office.text("select distinct born_precision from registry.face_person where name = 'Lý A Kè'"))
                .isEqualTo("year");
    }

    @Test
    void aPreviewTellsTheSameAndKeepsNothing() {
        bringIn("B", "100002");
        var before = office.text("select count(*)::text from registry.recording");
        var report = office.preview(office.file("dukien.csv", """
                Mã người,Dữ kiện,Giá trị,Từ ngày
                B-lan,Mức độ khuyết tật,Khuyết tật nặng,5/3/2024
                """));
        assertThat(report.refusals()).isEmpty();
        assertThat(report.added().facts()).isEqualTo(1);
        assertThat(office.text("select count(*)::text from registry.recording")).isEqualTo(before);
    }

    @Test
    void badRowsComeBackInAFileThatCanBeCorrectedAndGoodOnesAreKept() throws IOException {
        bringIn("C", "100003");
        var file = office.file("dukien.csv", """
                Mã người,Mã hộ,Dữ kiện,Giá trị,Từ ngày,Đến ngày
                C-lan,,person.disability,nặng vừa,5/3/2024,
                C-lan,,person.disability,severe,5/3/24,
                C-lan,,person.disability,severe,5/3/2024,1/1/2024
                C-nobody,,person.disability,severe,5/3/2024,
                C-lan,,Cỡ giày,39,,
                C-ke,,person.disability,mild,1/1/1944,
                ,C-2,household.class,Hộ nghèo,1/1/2025,31/12/2025
                """);

        var report = office.load(file);

        assertThat(report.added().facts()).isEqualTo(1);
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::why)
                .containsExactlyInAnyOrder(
                        tuple(2, "value_unreadable"),
                        tuple(3, "day_two_digit_year"),
                        tuple(4, "ends_before_it_starts"),
                        tuple(5, "person_unknown"),
                        tuple(6, "fact_unknown"),
                        tuple(7, "fact_before_birth"));

        var refused = folder.resolve("tu-choi.xlsx");
        Files.write(refused, office.bytes(into -> office.desk.refusedRows(file, "dukien.csv", report, into)));
        assertThat(office.load(refused).refusals()).hasSize(6);
    }

    @Test
    void placesAreReadAsOfTheirDayAndOldOnesForwarded() {
        var report = office.load("ho.csv", """
                Mã hộ,Xã,Huyện cũ
                D-1,Thị trấn Pác Miầu,
                D-2,Xã Nơi Nào,
                D-3,01273,
                """);
        assertThat(report.notices())
                .containsExactly(new Notice("", 2, "forwarded", "Thị trấn Pác Miầu, Huyện Bảo Lâm", "Xã Bảo Lâm"));
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::why)
                .containsExactly(tuple(3, "commune_unknown"));
        assertThat(office.text("select commune_code from registry.face_household where code = 'D-3'"))
                .isEqualTo("01273");
    }

    @Test
    void decisionsInForceAndTheMonthPaidThroughCloseThePast() {
        bringIn("E", "100005");
        var decisions = office.load("quyetdinh.csv", """
                Mã người,Chương trình,Số quyết định,Ngày ký,Từ ngày
                E-lan,social_pension,12/QĐ-UBND,3/9/2025,1/9/2025
                """);
        var paid = office.load("dachi.csv", """
                Mã người,Chương trình,Đã chi đến tháng
                E-lan,social_pension,9/2026
                """);
        assertThat(decisions.refusals()).isEmpty();
        assertThat(paid.refusals()).isEmpty();
        assertThat(office.text("select document from registry.face_recording where document like '12/%'"))
                .isEqualTo("12/QĐ-UBND");
        assertThat(office.text("select day::text from registry.face_fact_now where fact = 'person.paid_through'"))
                .isEqualTo("2026-09-30");
    }

    @Test
    void whatIsTakenOutAndBroughtInElsewhereIsTakenOutTheSame() throws IOException {
        bringIn("F", "100006");
        office.load("dukien.csv", """
                Mã người,Mã hộ,Dữ kiện,Giá trị,Từ ngày,Đến ngày
                F-lan,,person.disability,severe,5/3/2024,
                F-lan,,person.monthly_pension,1.200.000 đ,1/2024,6/2024
                ,F-2,household.class,poor,1/1/2025,31/12/2025
                """);
        office.load("quanhe.csv", "Mã người,Quan hệ,Mã người kia,Từ ngày\nF-ke,Vợ chồng,F-mai,1/1/1975\n");
        office.load(
                "quyetdinh.csv", "Mã người,Chương trình,Số quyết định,Ngày ký\nF-lan,social_pension,=7/QĐ,3/9/2025\n");

        var out = office.export("out.zip", office.out::csv);
        var other = new Office(elsewhere, folder);
        var xlsx = office.export("so-bo.xlsx", office.out::xlsx);
        assertThat(other.load(xlsx).refusals()).isEmpty();

        assertThat(sheets(other.export("again.zip", other.out::csv))).isEqualTo(sheets(out));
        assertThat(other.load(xlsx).broughtNothingNew()).isTrue();
        assertThat(office.load(xlsx).broughtNothingNew()).isTrue();
        assertThat(sheets(out)).contains("'=7/QĐ");
    }

    private static String sheets(Path zip) throws IOException {
        var all = new StringBuilder();
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void anOfficerBringsInOnlyTheirOwnCommune() {
        var officer = Actor.officer(here.officer("nhap", "commune_officer", "01273"));
        var report = office.as(officer).load("ho.csv", HOUSEHOLDS.formatted("G"));
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::why)
                .containsExactly(tuple(3, "commune_outside_area"));
        assertThat(report.added().households()).isEqualTo(1);
    }

    @Test
    void aTableNobodyKnowsIsRefusedWithItsHeadings() {
        assertThatThrownBy(() -> office.load("la.csv", "Một,Hai\n1,2\n"))
                .isInstanceOfSatisfying(FileRefused.class, it -> {
                    assertThat(it.why()).isEqualTo("headings_unknown");
                    assertThat(it.detail()).isEqualTo("Một, Hai");
                });
    }

    @Test
    void anOldFontIsNamedBeforeAnythingIsTaken() {
        assertThatThrownBy(() -> office.load("cu.csv", """
                Họ và tên,Ngày sinh,Giới tính
                NguyÔn V¨n §«ng,1950,Nam
                TrÇn ThÞ B×nh,1951,Nữ
                Hoµng V¨n Th¾ng,1952,Nam
                """))
                .isInstanceOfSatisfying(
                        FileRefused.class, it -> assertThat(it.why()).isEqualTo("tcvn3"));
    }
}
