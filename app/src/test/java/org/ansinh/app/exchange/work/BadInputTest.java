package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.ansinh.app.exchange.Notice;
import org.ansinh.app.exchange.RowRefusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file may carry that must be refused, or repaired and shown: file, row, column, value, why, and what to do. Good rows beside it are kept. */
class BadInputTest {

    private static Household household;
    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
        household = Household.of(office);
    }

    @AfterAll
    static void close() {
        office.close();
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
        var refusal = household.refused("n" + number, "Nông Thị Sai,1950,Nữ," + number + ",");
        assertThat(refusal.column()).isEqualTo("Số định danh");
        assertThat(refusal.value()).isEqualTo(number);
        assertThat(refusal.why()).isEqualTo(why);
        assertThat(office.said(refusal)).contains(words);
    }

    @Test
    void aNumberOfTheWrongYearIsTakenMarkedAndShownAndBecomesATask() {
        var report = office.load("nguoi.csv", Household.people("nam,Nông Thị Năm,1951,Nữ,004150000777,"));
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
        var report = office.load("nguoi.csv", Household.people("khong,Nông Thị Không,20/8/1950,Nữ,4150000778,"));
        assertThat(report.notices())
                .containsExactly(new Notice("", 2, "number_zeros_restored", "4150000778", "004150000778"));
        assertThat(office.text("select personal_number from registry.face_person where name = 'Nông Thị Không'"))
                .isEqualTo("004150000778");
    }

    @Test
    void aBirthInTheFutureIsRefused() {
        var refusal = household.refused("tuonglai", "Bé Tương Lai,21/10/2026,Nam,,");
        assertThat(refusal)
                .extracting(RowRefusal::column, RowRefusal::value, RowRefusal::why, RowRefusal::detail)
                .containsExactly("Ngày sinh", "21/10/2026", "birth_in_future", "20/10/2026");
        assertThat(office.said(refusal)).isEqualTo("Ngày sinh 21/10/2026 sau hôm nay (20/10/2026). Kiểm tra năm sinh.");
    }

    @Test
    void aDeathBeforeTheBirthOrInTheFutureIsRefused() {
        var refusal = household.refused("mat", "Nông Văn Mất,20/8/1950,Nam,,19/8/1950");
        assertThat(refusal)
                .extracting(RowRefusal::column, RowRefusal::value, RowRefusal::why)
                .containsExactly("Ngày mất", "19/8/1950", "death_before_birth");
        assertThat(office.said(refusal)).contains("19/8/1950", "20/08/1950");
        assertThat(household
                        .refused("mai", "Nông Văn Mai,20/8/1950,Nam,,21/10/2026")
                        .why())
                .isEqualTo("death_in_future");
    }

    @Test
    void twoHouseholdsOfOneKindAtTheSameTimeAreRefused() {
        office.load("ho.csv", "Mã hộ,Xã\nCH-1,Phường Thục Phán\nCH-2,Phường Thục Phán\n");
        office.load("nguoi.csv", Household.people("chung,Nông Văn Chung,1/1/1980,Nam,,"));
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
            assertThat(office.said(it)).contains("hai hộ");
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
        assertThat(office.said(report.refusals().get(1))).contains("Bảo Lạc", "Huyện cũ");
        assertThat(report.added().households()).isEqualTo(1);
        assertThat(report.notices()).extracting(Notice::what).containsExactly("forwarded");
    }

    @Test
    void aValueOutsideItsListIsRefusedWithTheList() {
        office.load("nguoi.csv", Household.people("gtri,Nông Thị Giá,1/1/1980,Nữ,,"));
        var report = office.load("du-kien.csv", """
                Mã người,Dữ kiện,Giá trị,Từ ngày
                gtri,person.disability,hơi nặng,1/1/2024
                gtri,person.monthly_pension,một triệu,1/1/2024
                gtri,person.disability,severe,1/1/2024
                """);
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::value, RowRefusal::why)
                .containsExactly(tuple(2, "hơi nặng", "value_outside_list"), tuple(3, "một triệu", "value_unreadable"));
        assertThat(office.said(report.refusals().getFirst())).contains("Khuyết tật đặc biệt nặng");
        assertThat(report.added().facts()).isEqualTo(1);
    }

    @Test
    void aFactThatBeginsBeforeItsPersonWasBornIsRefused() {
        office.load("nguoi.csv", Household.people("sinh,Nông Thị Sinh,5/3/1980,Nữ,,"));
        var refusal = office.load(
                        "du-kien.csv", "Mã người,Dữ kiện,Giá trị,Từ ngày\nsinh,person.disability,severe,4/3/1980\n")
                .refusals()
                .getFirst();
        assertThat(refusal)
                .extracting(RowRefusal::row, RowRefusal::column, RowRefusal::value, RowRefusal::why, RowRefusal::detail)
                .containsExactly(2, "Từ ngày", "4/3/1980", "fact_before_birth", "05/03/1980");
    }

    @Test
    void aNameWithAnApostropheOfASpreadsheetOrABrokenLineIsOneName() {
        var report = office.load(
                "nguoi.csv", Household.people("dong,\"Nông Thị\nXuống\u00A0 Dòng\",1/1/1980,Nữ,'004180000779,"));
        assertThat(report.refusals()).isEmpty();
        assertThat(
                        office.text(
                                "select name || ' ' || personal_number from registry.face_person where name like 'Nông Thị Xuống%'"))
                .isEqualTo("Nông Thị Xuống Dòng 004180000779");
    }

    @Test
    void somebodyWithoutAHouseholdIsRefusedBecauseNoCommuneWouldSeeThem() {
        var report =
                office.load("nguoi.csv", "Mã,Họ và tên,Ngày sinh,Giới tính\nkhongho,Nông Thị Không Hộ,1/1/1980,Nữ\n");
        assertThat(report.refusals())
                .extracting(RowRefusal::column, RowRefusal::why)
                .containsExactly(tuple("Mã hộ", "household_missing"));
    }

    /** The cause is told once; what hangs on it says so, and nothing is said to be unknown that stands in the same file. */
    @Test
    void whatNamesAPersonWhoWasRefusedWaitsForThemAndSaysSo() {
        var unread = office.load(
                "so.xlsx",
                new Sheets()
                        .add("Hộ", "Mã hộ,Xã", "FO-1,Phường Thục Phán", "FO-2,Không Có")
                        .add(
                                "Người",
                                "Mã,Họ và tên,Ngày sinh,Giới tính,Mã hộ",
                                "fo1,Nông Thị Cả,hôm qua,Nữ,FO-1",
                                "fo2,Nông Văn Hai,21/10/2026,Nam,FO-1",
                                "fo3,Nông Văn Ba,1980,Nam,FO-2",
                                "fo4,Nông Văn Tư,1980,Nam,FO-1")
                        .add(
                                "Dữ kiện",
                                "Mã người,Dữ kiện,Giá trị,Từ ngày",
                                "fo1,person.disability,severe,1/1/2024",
                                "fo2,person.disability,severe,1/1/2027",
                                "fo4,person.disability,severe,1/1/2024")
                        .add(
                                "Quyết định",
                                "Mã người,Chương trình,Số quyết định,Ngày ký,Mức hưởng",
                                "fo1,social_assistance,1/QĐ,3/6/2022,360000",
                                "fo2,social_assistance,2/QĐ,3/6/2022,360000",
                                "fo5,social_assistance,3/QĐ,3/6/2022,360000")
                        .bytes());
        assertThat(unread.added().people()).isEqualTo(1);
        assertThat(unread.refusals())
                .extracting(RowRefusal::sheet, RowRefusal::row, RowRefusal::column, RowRefusal::why)
                .containsExactlyInAnyOrder(
                        tuple("Hộ", 3, "Xã", "commune_unknown"),
                        tuple("Người", 2, "Ngày sinh", "day_unreadable"),
                        tuple("Người", 3, "Ngày sinh", "birth_in_future"),
                        tuple("Người", 4, "Mã hộ", "subject_refused"),
                        tuple("Dữ kiện", 2, "Mã người", "subject_refused"),
                        tuple("Dữ kiện", 3, "Mã người", "subject_refused"),
                        tuple("Quyết định", 2, "Mã người", "subject_refused"),
                        tuple("Quyết định", 3, "Mã người", "subject_refused"),
                        tuple("Quyết định", 4, "Mã người", "person_unknown"));
        assertThat(office.said(unread.refusals().getLast())).endsWith(".");
    }

    @Test
    void aFactThatAnotherOfficeConfirmsIsRefusedRowByRowAndNotTheWholeFile() {
        office.load("nguoi.csv", Household.people("khac,Nông Thị Khác,1/1/1980,Nữ,,"));
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
                Household.people(
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
