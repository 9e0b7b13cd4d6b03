package org.ansinh.app.exchange.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.exchange.BroughtFile.State;
import org.ansinh.app.exchange.RowRefusal;
import org.ansinh.app.payments.ProviderDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Decisions in force and months paid, from the files of the offices that decided and paid before us. */
class DecisionsByFileTest {

    private static final String PEOPLE = """
            Mã;Họ và tên;Ngày sinh;Giới tính;Số định danh;Mã hộ
            sam;Bế Thị Sâm;3/2/1944;Nữ;004144123450;
            lun;Nông Văn Lùn;12/9/1941;Nam;004041123451;
            ha;Nông Thị Hà;1/5/1970;Nữ;004170123452;
            """;

    private static final String HEAD =
            "Số CCCD,Họ và tên,Chính sách,Số QĐ,Ngày QĐ,Cơ quan ban hành,Chức vụ,Người ký,Mức hưởng,Hưởng từ ngày,Đã chi trả đến tháng,Hình thức chi,Số CCCD người nhận\n";

    private static final String SAM =
            "4144123450,Bế Thị Sâm,Trợ cấp hưu trí xã hội,88/QĐ-UBND,15/8/2025,UBND Phường Thục Phán,Chủ tịch,Đàm Văn Ký,500.000,1/7/2025,9/2026,Tiền mặt,004170123452\n";

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
        assertThat(office.load("ho.csv", "Mã hộ,Xã,Thôn\nS-1,Phường Thục Phán,Nà Lắc\n")
                        .refusals())
                .isEmpty();
        assertThat(office.load("nguoi.csv", PEOPLE.replace(";\n", ";S-1\n")).refusals())
                .isEmpty();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Decision only(String number) {
        return Acting.as(
                        Actor.officer(office.approver),
                        () -> office.house
                                .get(CaseDesk.class)
                                .list(org.ansinh.app.casework.DecisionChoice.all(), 1, 100))
                .stream()
                .filter(it -> it.number().orElse("").equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDecisionInForceComesWithNumberSignerOfficeLevelStartAndPayeeAndTheMonthPaidThrough() {
        var report = office.load("quyet-dinh.csv", HEAD + SAM);
        assertThat(report.refusals()).isEmpty();
        assertThat(report.added().decisions()).isEqualTo(1);
        assertThat(report.added().payees()).isEqualTo(1);
        assertThat(report.notices())
                .extracting(it -> it.what() + " " + it.to())
                .containsExactly("number_zeros_restored 004144123450");

        var decision = only("88/QĐ-UBND");
        assertThat(decision.programme()).isEqualTo("social_pension");
        assertThat(decision.amount()).isEqualTo(500_000);
        assertThat(decision.effectiveFrom()).contains(java.time.LocalDate.of(2025, 7, 1));
        assertThat(decision.signatures().office()).contains("UBND Phường Thục Phán");
        assertThat(decision.signatures().draftedBy()).isEqualTo("Cán bộ nhap.lieu");
        assertThat(
                        office.text(
                                "select signer_title || ' ' || signer_name from casework.face_decision where number = '88/QĐ-UBND'"))
                .isEqualTo("Chủ tịch Đàm Văn Ký");
        assertThat(office.text(
                        "select p.name || ' ' || y.channel from payments.face_payee y join registry.face_person p on p.person_id = y.payee_id"
                                + " where y.source = '88/QĐ-UBND'"))
                .isEqualTo("Nông Thị Hà cash");
        assertThat(office.text(
                        "select string_agg(fact || ' ' || day, ', ' order by fact) from registry.face_fact_now f join registry.face_person p"
                                + " on p.person_id = f.subject_id where p.name = 'Bế Thị Sâm'"))
                .isEqualTo("person.decision 2025-08-15, person.paid_through 2026-09-30");
    }

    /** A decision for a set time stands in the book, and is known to end: after its last day the law gives nothing under it. */
    @Test
    void aDecisionWithALastDayIsInForceUntilThen() {
        var report = office.load("quyet-dinh.csv", """
                Mã người,Họ và tên,Chương trình,Số quyết định,Ngày ký,Mức hưởng,Từ ngày,Đến ngày
                ha,Nông Thị Hà,community_care,70/QĐ,5/1/2026,500.000,1/1/2026,31/12/2026
                """);
        assertThat(report.refusals()).isEmpty();
        assertThat(report.added().decisions()).isEqualTo(1);
        assertThat(only("70/QĐ").amount()).isEqualTo(500_000);
        assertThat(office.text(
                        "select string_agg(days::text, ' ') from registry.face_fact_now where fact = 'person.decision'"
                                + " and instance = 'community_care'"))
                .isEqualTo("[2026-01-01,2027-01-01)");
        assertThat(office.load("quyet-dinh.csv", """
                Mã người,Họ và tên,Chương trình,Số quyết định,Ngày ký,Mức hưởng,Từ ngày,Đến ngày
                ha,Nông Thị Hà,community_care,70/QĐ,5/1/2026,500.000,1/1/2026,31/12/2026
                """).broughtNothingNew()).isTrue();
    }

    @Test
    void whoeverBringsDecisionsDoesNotAcceptThemAndOnlyWhoeverMaySignDoes() {
        var lun = SAM.replace("4144123450,Bế Thị Sâm", "004041123451,Nông Văn Lùn")
                .replace("88/", "89/");
        var file = office.bring(office.clerk, "quyet-dinh.csv", Office.bytes(HEAD + lun));
        assertThat(file.twoNeeded()).isTrue();
        assertThat(file.isMineToAccept()).isFalse();
        refusedBy("accepted_by_another", () -> office.accept(office.clerk, file));

        var chairElsewhere = office.house.officer("chu.tich.khac", "commune_chair", Set.of(), Office.BAO_LAC);
        assertThat(Acting.as(Actor.officer(chairElsewhere), office.desk::toAccept))
                .isEmpty();
        assertThat(Acting.as(Actor.officer(office.approver), office.desk::toAccept))
                .extracting(it -> it.id())
                .contains(file.id());

        var done = office.accept(office.approver, file);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(Office.report(done).added().decisions()).isEqualTo(1);
        assertThat(done.people().acceptedBy()).contains("Cán bộ phe.duyet");
        refusedBy("brought_file_state", () -> office.accept(office.approver, file));
    }

    @Test
    void monthsPaidOnlyMoveForwardOrTheyWouldBeOwedAgain() {
        office.load("da-chi.csv", "Số CCCD,Chương trình,Đã chi đến tháng\n004170123452,social_assistance,9/2026\n");
        var back = office.load(
                "da-chi.csv", "Số CCCD,Chương trình,Đã chi đến tháng\n004170123452,social_assistance,3/2024\n");
        assertThat(back.refusals())
                .extracting(RowRefusal::value, RowRefusal::why, RowRefusal::detail)
                .containsExactly(tuple("3/2024", "paid_further_already", "30/09/2026"));
        var on = office.load(
                "da-chi.csv", "Số CCCD,Chương trình,Đã chi đến tháng\n004170123452,social_assistance,10/2026\n");
        assertThat(on.added().facts()).isEqualTo(1);
    }

    @Test
    void aFactsTableIsNoWayAroundTheBookOfDecisions() {
        var report = office.load("du-kien.csv", """
                Mã người,Dữ kiện,Chi tiết,Giá trị,Từ ngày
                lun,person.decision,social_pension,1/7/2025,1/7/2025
                lun,person.paid_through,social_pension,1/7/2020,1/7/2025
                """);
        assertThat(report.refusals())
                .extracting(RowRefusal::why)
                .containsExactly("fact_of_another_table", "fact_of_another_table");
        assertThat(report.broughtNothingNew()).isTrue();
    }

    @Test
    void whatCannotBeADecisionIsRefusedWithItsColumnAndTheOthersAreTaken() {
        var report = office.load("quyet-dinh.csv", """
                Mã người,Họ và tên,Chương trình,Số quyết định,Ngày ký,Mức hưởng,Từ ngày,Đến ngày,Hình thức chi trả,Số tài khoản
                ha,Nông Thị Hà,social_assistance,90/QĐ,21/10/2026,360.000,,,,
                ha,Nông Thị Hà,social_assistance,,3/6/2022,360.000,,,,
                ha,Nông Thị Hà,social_assistance,91/QĐ,3/6/2022,,,,,
                ha,Nông Thị Hà,social_assistance,92/QĐ,3/6/2022,ba trăm,,,,
                ha,Nông Thị Hà,trợ cấp lạ,93/QĐ,3/6/2022,360.000,,,,
                ha,Hoàng Thị Khác,social_assistance,94/QĐ,3/6/2022,360.000,,,,
                ha,Nông Thị Hà,social_assistance,95/QĐ,6/2022,360.000,,,,
                ha,Nông Thị Hà,social_assistance,96/QĐ,3/6/2022,360.000,1/6/1969,,,
                ha,Nông Thị Hà,social_assistance,97/QĐ,3/6/2022,360.000,1/6/2022,31/5/2022,,
                ha,Nông Thị Hà,electricity,98/QĐ,3/6/2022,60.000,,,,
                ha,Nông Thị Hà,social_assistance,99/QĐ,3/6/2022,360.000,,,Tiền mặt,12345
                ha,Nông Thị Hà,social_assistance,100/QĐ,3/6/2022,360.000,1/6/2022,,Tiền mặt,
                """);
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::column, RowRefusal::why)
                .containsExactly(
                        tuple(2, "Ngày ký", "signed_in_future"),
                        tuple(3, "Số quyết định", "value_missing"),
                        tuple(4, "Mức hưởng một tháng", "value_missing"),
                        tuple(5, "Mức hưởng một tháng", "level_unreadable"),
                        tuple(6, "Chương trình", "programme_unknown"),
                        tuple(7, "Họ và tên", "name_of_somebody_else"),
                        tuple(8, "Ngày ký", "day_not_exact"),
                        tuple(9, "Từ ngày", "fact_before_birth"),
                        tuple(10, "Đến ngày", "ends_before_it_starts"),
                        tuple(11, "Mã hộ", "household_needed"),
                        tuple(12, "Số tài khoản", "account_without_bank"));
        assertThat(report.added().decisions()).isEqualTo(1);

        var otherwise = office.load("quyet-dinh.csv", """
                Mã người,Chương trình,Số quyết định,Ngày ký,Mức hưởng,Từ ngày,Hình thức chi trả,Số tài khoản,Ngân hàng
                ha,social_assistance,100/QĐ,3/6/2022,720.000,1/6/2022,,,
                ha,social_assistance,100/QĐ,3/6/2022,360.000,1/6/2022,Tài khoản,8300205012345,Agribank
                """);
        assertThat(otherwise.refusals())
                .extracting(RowRefusal::row, RowRefusal::why)
                .containsExactly(tuple(2, "decision_known_otherwise"), tuple(3, "payee_known_otherwise"));
        assertThat(only("100/QĐ").amount()).isEqualTo(360_000);
    }

    /** The bank out of the list, the number as a bank could have it, the holder as banks write names: or the row says what is wrong with which cell. */
    @Test
    void anAccountNamesABankOfTheListAndWhoseItIs() {
        var report = office.load("nguoi-nhan.csv", """
                Mã người,Chương trình,Hình thức chi trả,Ngân hàng,Số tài khoản,Chủ tài khoản,Từ ngày
                lun,health_insurance,Tài khoản,,8300205011111,,1/1/2026
                lun,health_insurance,Tài khoản,Ngân hàng Nông nghiệp Cao Bằng,8300205011111,,1/1/2026
                lun,health_insurance,Tài khoản,OceanBank,8300205011111,,1/1/2026
                lun,health_insurance,Tài khoản,BIDC,8300205011111,,1/1/2026
                lun,health_insurance,Tài khoản,970405,8.30021E+12,,1/1/2026
                lun,health_insurance,Tài khoản,970405,8300205011111,"..,",1/1/2026
                lun,health_insurance,Tài khoản,Agribank,8300 2050 11111,Nông Văn Lùn,1/1/2026
                """);
        assertThat(report.refusals())
                .extracting(RowRefusal::row, RowRefusal::column, RowRefusal::value, RowRefusal::why)
                .containsExactly(
                        tuple(2, "Ngân hàng", "", "value_missing"),
                        tuple(3, "Ngân hàng", "Ngân hàng Nông nghiệp Cao Bằng", "bank_unknown"),
                        tuple(4, "Ngân hàng", "OceanBank", "bank_gone"),
                        tuple(5, "Ngân hàng", "BIDC", "bank_unreachable"),
                        tuple(6, "Số tài khoản", "8.30021E+12", "account_unreadable"),
                        tuple(7, "Chủ tài khoản", "..,", "holder_unreadable"));
        assertThat(report.refusals().get(1).detail())
                .startsWith("AGRIBANK – Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam");
        assertThat(report.refusals().get(2).detail()).startsWith("MBV – ");
        assertThat(report.added().payees()).isEqualTo(1);
        assertThat(
                        office.text(
                                "select bank || ' ' || account || ' ' || holder from payments.face_payee where programme = 'health_insurance'"))
                .isEqualTo("AGRIBANK 8300205011111 NONG VAN LUN");
    }

    /** A wallet is paid into where the province has a contract with whoever keeps it. */
    @Test
    void anElectronicAccountIsTakenOnceThereIsAContractWithItsKeeper() {
        var row = """
                Mã người,Chương trình,Hình thức chi trả,Nơi giữ tài khoản,Số tài khoản,Từ ngày
                lun,electricity_help,Ví điện tử,Ví Minh Hoạ,0912 345 678,1/1/2026
                """.replace("electricity_help", "social_assistance");
        assertThat(office.load("vi.csv", row).refusals())
                .extracting(RowRefusal::row, RowRefusal::column, RowRefusal::value, RowRefusal::why)
                .containsExactly(tuple(2, "Ngân hàng", "Ví Minh Hoạ", "provider_without_contract"));
        assertThat(Acting.as(
                        Actor.officer(office.approver),
                        () -> office.house.get(ProviderDesk.class).set("Ví Minh Hoạ", "Hợp đồng 12")))
                .isEmpty();
        assertThat(office.load("vi.csv", row).added().payees()).isEqualTo(1);
        assertThat(
                        office.text(
                                "select channel || ' ' || bank || ' ' || account from payments.face_payee where channel = 'e_account'"))
                .isEqualTo("e_account VI MINH HOA 0912345678");
        assertThat(office.load("vi.csv", row).broughtNothingNew()).isTrue();
    }

    /** The way money goes is changed from a day on by a file that another officer accepts, and the file says which way it went so far. */
    @Test
    void anotherAccountFollowsFromADayOnAndTheDaysBeforeStayAsTheyWere() {
        var head = "Mã người,Chương trình,Hình thức chi trả,Ngân hàng,Số tài khoản,Từ ngày\n";
        office.load(
                "1.csv",
                head
                        + "sam,tuition_support,Tài khoản,Agribank,8300205033333,1/1/2026\n"
                                .replace("tuition_support", "community_care"));
        var past = office.load("2.csv", head + "sam,community_care,Tài khoản,Vietcombank,8300205044444,30/9/2026\n");
        assertThat(past.refusals()).extracting(RowRefusal::why).containsExactly("payee_known_otherwise");
        assertThat(past.added().payees()).isZero();

        var change = "sam,community_care,Tài khoản,Vietcombank,8300205044444,1/11/2026\n";
        var preview = office.preview("3.csv", head + change);
        assertThat(preview.notices())
                .extracting(it -> it.what() + ": " + it.from() + " → " + it.to())
                .containsExactly(
                        "payee_changes: Bế Thị Sâm · Tài khoản Agribank 8300205033333 → 01/11/2026 · Tài khoản Vietcombank 8300205044444");
        assertThat(office.load("4.csv", head + change).added().payees()).isEqualTo(1);
        assertThat(
                        office.text(
                                "select string_agg(bank || ' ' || days, ', ' order by days) from payments.face_payee where programme = 'community_care' and account in ('8300205033333', '8300205044444')"))
                .isEqualTo("AGRIBANK [2026-01-01,2026-11-01), VCB [2026-11-01,)");
        assertThat(office.load("5.csv", head + change).broughtNothingNew()).isTrue();
    }

    private static void refusedBy(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        DataAccessException.class,
                        it -> assertThat(BrokenRule.orThrow(it).name()).isEqualTo(rule));
    }
}
