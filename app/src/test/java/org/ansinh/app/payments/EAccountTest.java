package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.DispatchDesk.PaymentFile;
import org.ansinh.app.payments.DispatchDesk.Sent;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Wallets and the account in VNeID: where the province has a contract, each provider gets its own people as a list and answers in it. */
class EAccountTest {

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private PayingOffice office;
    private OfficerId province;
    private OfficerId third;
    private PaymentsAlone payments;
    private int numbers;

    @BeforeEach
    void anOfficeWithTwoContracts() {
        office = new PayingOffice(database, "01273", "social_pension");
        province = database.officer("ca.tinh", "provincial_approver", "*");
        third = database.officer("lanh.dao", "provincial_approver", "01273");
        payments = new PaymentsAlone(database.source(), database.transactions(), database.clock(), folder);
        contract("VNeID", true);
        contract("Ví Minh Hoạ", true);
    }

    @AfterEach
    void closed() {
        payments.close();
    }

    private void contract(String name, boolean open) {
        office.as(province, "select payments.set_e_provider('%s', 'Hợp đồng 12', %s)".formatted(name, open));
    }

    private int elder(String name, String provider) {
        int elder = office.person(name);
        office.takenOver(elder, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(elder, YearMonth.of(2026, 9));
        enter(elder, provider, "09120000" + (10 + numbers++));
        return elder;
    }

    private void enter(int elder, String provider, String account) {
        office.owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, holder, days, source)
                values ('social_pension', 'p', %1$d, %1$d, 'e_account', '%2$s', '%3$s', (select payments.latin(name) from registry.person where id = %1$d), '[2026-01-01,)', 'đơn')
                returning 1""".formatted(elder, provider, account));
    }

    private long draft(List<Integer> elders) {
        office.workedOut(
                OCTOBER,
                elders.stream()
                        .map(it -> Months.of(it, OCTOBER, OCTOBER, 540_000))
                        .toList());
        return office.prepare(OCTOBER);
    }

    private <R> R as(OfficerId officer, Supplier<R> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private long released(List<Integer> elders) {
        long list = draft(elders);
        office.approve(office.chair, list);
        var sent = as(office.preparer, () -> payments.dispatches().prepare("e_account", List.of(list)));
        long dispatch = ((Sent.Done) sent).dispatchId();
        assertThat(as(third, () -> payments.dispatches().release(dispatch))).isEqualTo(new Sent.Done(dispatch));
        return dispatch;
    }

    private byte[] file(long dispatch, int number) {
        return as(
                office.preparer,
                () -> payments.dispatches().handOver(dispatch, number).orElseThrow());
    }

    private static List<List<String>> cells(byte[] file) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (var sheet : book.getSheets().toList()) {
                sheet.read()
                        .forEach(row -> rows.add(row.stream()
                                .map(it -> it == null || it.getRawValue() == null ? "" : it.getText())
                                .toList()));
            }
        }
        return rows;
    }

    /** As a provider sends it back: the same list with a result beside each line. */
    private static byte[] answered(byte[] file, Map<String, String> results) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Ví", "1.0")) {
            var sheet = book.newWorksheet("1");
            int at = 0;
            for (var row : cells(file)) {
                for (int i = 0; i < row.size(); i++) {
                    sheet.value(at, i, row.get(i));
                }
                if (row.getFirst().startsWith("AS-")) {
                    sheet.value(at, 7, results.getOrDefault(row.get(2), ""));
                    sheet.value(at, 8, "20/10/2026");
                }
                at++;
            }
        }
        return bytes.toByteArray();
    }

    private String states() {
        return office.text("select string_agg(state, ' ' order by key) from payments.instruction");
    }

    @Test
    void eachProviderGetsItsOwnPeopleAndNothingOfWhomTheMoneyIsFor() throws Exception {
        long dispatch = released(List.of(
                elder("Nông Thị Hoà", "VNeID"), elder("Đặng Văn Ỷ", "Ví Minh Hoạ"), elder("Hoàng A Páo", "vneid")));
        var files = as(office.preparer, () -> payments.dispatches().files(dispatch));
        assertThat(files)
                .extracting(PaymentFile::name)
                .containsExactly(
                        "AS-%d-1-VI-MINH-HOA.xlsx".formatted(dispatch), "AS-%d-2-VNEID.xlsx".formatted(dispatch));
        var wallet = cells(file(dispatch, 1)).toString();
        assertThat(wallet).contains("VI MINH HOA, DANG VAN Y, 0912000011, VND, 10/2026, 540000");
        assertThat(wallet)
                .as("neither people of another provider nor a programme, a village or a beneficiary")
                .doesNotContain("NONG THI HOA")
                .doesNotContain("HOANG A PAO")
                .doesNotContain("Đặng Văn Ỷ")
                .doesNotContain("pension");
        assertThat(cells(file(dispatch, 2)).toString()).contains("NONG THI HOA").contains("HOANG A PAO");
        assertThat(
                        office.owner(
                                "select ledger.face_balance(ledger.face_found('provider', null, '01273', null, null, 'e_account'))"))
                .isEqualTo(1_620_000);
    }

    @Test
    void theListComesBackWithItsResultsAndTheBookIsEven() throws Exception {
        long dispatch = released(List.of(elder("Nông Thị Hoà", "VNeID"), elder("Đặng Văn Ỷ", "VNeID")));
        var back = answered(file(dispatch, 1), Map.of("NONG THI HOA", "đã nhận", "DANG VAN Y", "trả lại"));
        var taken = as(office.preparer, () -> payments.answers().take("vneid.xlsx", back));
        assertThat(taken).isInstanceOf(StatementDesk.Taken.Done.class);
        assertThat(states()).isEqualTo("paid returned");
        assertThat(as(office.preparer, () -> payments.answers().providers()))
                .filteredOn(it -> it.channel().equals("e_account"))
                .extracting(StatementDesk.AtProvider::free)
                .as("what came back lies with the provider until it is given back")
                .containsExactly(540_000L);
        assertThat(as(
                        office.preparer,
                        () -> payments.answers()
                                .giveBack(new StatementDesk.GivingBack(
                                        "01273", "e_account", 540_000, LocalDate.of(2026, 10, 20), "Giấy nộp 7"))))
                .isInstanceOf(StatementDesk.Taken.Done.class);
    }

    @Test
    void byHandNobodySaysThatItCameBackWhileTheProviderHasNotAnswered() {
        int elder = elder("Nông Thị Hoà", "VNeID");
        long dispatch = released(List.of(elder));
        file(dispatch, 1);
        assertThatThrownBy(() -> office.number(
                        office.preparer,
                        "select payments.report_lines(1, 'returned', '2026-10-20', 'biên bản', array['p%d/2026-10-01/0'])"
                                .formatted(elder)))
                .hasMessageContaining("has not answered");
    }

    @Test
    void withoutAContractNobodyIsEnteredAndAnApproverOfTheProvinceEntersContracts() {
        int elder = office.person("Nông Thị Hoà");
        assertThatThrownBy(() -> enter(elder, "Ví lạ", "0912000001")).hasMessageContaining("no contract with VI LA");
        assertThatThrownBy(() -> enter(elder, "VNeID", "0912 000 001")).hasMessageContaining("none of an account");
        List.of(office.preparer, office.chair, third)
                .forEach(it -> assertThatThrownBy(
                                () -> office.as(it, "select payments.set_e_provider('Ví lạ', 'Hợp đồng 13', true)"))
                        .rootCause()
                        .hasMessageContaining("may not set who keeps electronic accounts"));
        assertThatThrownBy(() -> office.owner("update payments.e_provider set open = false returning 1"))
                .hasMessageContaining("stays as it left");
        assertThatThrownBy(() -> office.owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, days, source)
                values ('social_pension', 'p', %1$d, %1$d, 'e_account', '[2026-01-01,)', 'đơn') returning 1""".formatted(elder)))
                .hasMessageContaining("payee_has_account_where_it_is_paid_into_one");
    }

    @Test
    void whoeverStandsWithAProviderWhoseContractEndedIsWarnedAbout() {
        int elder = elder("Nông Thị Hoà", "VNeID");
        contract("VNeID", false);
        long list = draft(List.of(elder));
        assertThat(database.as(
                        Actor.officer(office.preparer),
                        () -> database.jdbc()
                                .sql(
                                        "select warning || case when grave then '! ' else ' ' end || about from payments.warnings(?)")
                                .param(list)
                                .query(String.class)
                                .list()))
                .containsExactly("provider_ended! VNEID");
        assertThatThrownBy(() -> office.approve(office.chair, list)).hasMessageContaining("1 grave warnings");
    }
}
