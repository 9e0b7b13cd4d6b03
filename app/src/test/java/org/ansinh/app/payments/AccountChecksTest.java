package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.payments.PaymentDesk.PayeeLine;
import org.ansinh.app.payments.store.PayeeRows;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** An account names a bank of the list, has a number that one could have, and stands in a name: what is entered is held to it, what stood before is warned about. */
class AccountChecksTest {

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    @TempDir
    Path folder;

    private PayingOffice office;

    @BeforeEach
    void anOffice() {
        office = new PayingOffice(database, "01273", "social_pension");
    }

    private int elder(String name) {
        int elder = office.person(name);
        office.takenOver(elder, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(elder, YearMonth.of(2026, 9));
        return elder;
    }

    private int paidInto(String bank, String account, String holder, String name) {
        int elder = elder(name);
        office.owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, holder, days, source)
                values ('social_pension', 'p', %1$d, %1$d, 'bank_account', %2$s, '%3$s', nullif('%4$s', ''), '[2026-01-01,)', 'đơn') returning 1""".formatted(elder, bank, account, holder));
        return elder;
    }

    private long draft(int elder) {
        office.workedOut(OCTOBER, List.of(Months.of(elder, OCTOBER, OCTOBER, 540_000)));
        return office.prepare(OCTOBER);
    }

    private List<String> warnings(long list) {
        return database.as(
                Actor.officer(office.preparer),
                () -> database.jdbc()
                        .sql(
                                "select warning || case when grave then '! ' else ' ' end || about from payments.warnings(?) order by 1")
                        .param(list)
                        .query(String.class)
                        .list());
    }

    private String agrees(String holder, String payee) {
        return office.text("select payments.holder_agrees('%s', '%s')".formatted(holder, payee));
    }

    @Test
    void namesAreComparedAsBanksWriteThem() {
        assertThat(agrees("NONG THI HOA", "Nông Thị Hoà")).isEqualTo("same");
        assertThat(agrees("DANG VAN Y", "Đặng  Văn Ỷ")).isEqualTo("same");
        assertThat(agrees("NONG HOA", "Nông Thị Hoà")).as("middle name missing").isEqualTo("part");
        assertThat(agrees("THI HOA", "Nông Thị Hoà")).as("family name missing").isEqualTo("part");
        assertThat(agrees("NONG THU HOA", "Nông Thị Hoà"))
                .as("another middle name")
                .isEqualTo("part");
        assertThat(agrees("HOA THI NONG", "Nông Thị Hoà"))
                .as("the order is another")
                .isEqualTo("other");
        assertThat(agrees("NONG VAN BAO", "Nông Thị Hoà"))
                .as("half the valley is called Nông")
                .isEqualTo("other");
        assertThat(agrees("HOA", "Nông Thị Hoà")).as("one word tells nobody").isEqualTo("other");
    }

    @Test
    void theSchemaFoldsNamesAsThePageDoes() {
        for (var name : List.of("Đặng Văn Ỷ", "Triệu  Thị Phjắc", "Nguyễn Trường-Vương", "ĐOÀN thị ớt 2", "Ừ Ậ ẵ Ơ")) {
            assertThat(office.text("select payments.latin('%s')".formatted(name)))
                    .isEqualTo(LatinName.of(name, 100));
        }
    }

    @Test
    void theDatabaseRefusesAnAccountWithoutABankOfTheListOrWithANumberThatIsNone() {
        assertThatThrownBy(() -> paidInto("'Ngân hàng trên núi'", "8300205067719", "", "Nông Thị Hoà"))
                .hasMessageContaining("No bank of the list");
        assertThatThrownBy(() -> paidInto("null", "8300205067719", "", "Nông Thị Hoà"))
                .hasMessageContaining("No bank of the list");
        assertThatThrownBy(() -> paidInto("'OCEANBANK'", "8300205067719", "", "Nông Thị Hoà"))
                .hasMessageContaining("No bank of the list");
        assertThatThrownBy(() -> paidInto("'AGRIBANK'", "8.30021E+12", "", "Nông Thị Hoà"))
                .hasMessageContaining("none of an account");
        assertThatThrownBy(() -> paidInto("'AGRIBANK'", "8300205067719", "Nông Thị Hoà", "Nông Thị Hoà"))
                .as("not as banks write it")
                .hasMessageContaining("holder_as_banks_write_it");
        assertThat(office.text("select count(*) from payments.payee")).isEqualTo("0");
        paidInto("'970405'", "8300205067719", "", "Nông Thị Hoà");
        assertThat(office.text("select bank from payments.payee")).isEqualTo("AGRIBANK");
    }

    @Test
    void anAccountInSomebodyElsesNameIsGraveAndAMissingMiddleNameIsShown() {
        long list = draft(paidInto("'VCB'", "8300205067719", "HOANG A PAO", "Nông Thị Hoà"));
        assertThat(warnings(list)).containsExactly("holder_differs! HOANG A PAO|Nông Thị Hoà");
        assertThatThrownBy(() -> office.approve(office.chair, list)).hasMessageContaining("1 grave warnings");

        int other = paidInto("'VCB'", "8300205067720", "DANG Y", "Đặng Văn Ỷ");
        office.discard(list);
        assertThat(warnings(draft(other))).containsExactly("holder_differs DANG Y|Đặng Văn Ỷ");
    }

    @Test
    void anAccountInThePayeesOwnNameIsNoMatterAndNeitherIsOneOfWhichNobodySaidWhose() {
        long list = draft(paidInto("'VCB'", "8300205067719", "NONG THI HOA", "Nông Thị Hoà"));
        assertThat(warnings(list)).isEmpty();
        office.discard(list);
        assertThat(warnings(draft(paidInto("'VCB'", "8300205067720", "", "Đặng Văn Ỷ"))))
                .isEmpty();
    }

    @Test
    void whoReceivesAnotherWayThanOnTheListBeforeIsShownWithTheWayItWas() {
        int elder = elder("Nông Thị Hoà");
        office.approve(office.chair, draft(elder));
        office.owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, holder, days, source)
                values ('social_pension', 'p', %1$d, %1$d, 'bank_account', 'VCB', '8300205067719', 'NONG THI HOA', '[2026-11-01,)', 'đơn') returning 1""".formatted(elder));
        var november = OCTOBER.plusMonths(1);
        office.workedOut(november, List.of(Months.of(elder, november, november, 540_000)));
        long list = office.prepare(november);
        assertThat(warnings(list)).containsExactly("receives_otherwise Nông Thị Hoà||cash");
        office.approve(office.chair, list);
        assertThat(warnings(list)).as("an approved list says what it said").hasSize(1);

        var december = OCTOBER.plusMonths(2);
        office.workedOut(december, List.of(Months.of(elder, december, december, 540_000)));
        assertThat(warnings(office.prepare(december)))
                .as("from then on it is the way")
                .isEmpty();
    }

    @Test
    void whatStoodThereBeforeIsWarnedAboutBeforeItIsPaid() {
        int[] elders = new int[2];
        office.asBefore(() -> {
            elders[0] = paidInto("'Ngân hàng cũ'", "12-34", "", "Nông Thị Hoà");
            elders[1] = paidInto("'OCEANBANK'", "8300205067719", "", "Đặng Văn Ỷ");
        });
        office.workedOut(
                OCTOBER,
                List.of(
                        Months.of(elders[0], OCTOBER, OCTOBER, 540_000),
                        Months.of(elders[1], OCTOBER, OCTOBER, 540_000)));
        long list = office.prepare(OCTOBER);
        assertThat(warnings(list))
                .containsExactly(
                        "account_odd! 12-34",
                        "bank_gone! Ngân hàng Thương mại TNHH MTV Đại Dương",
                        "bank_unknown! Ngân hàng cũ");
        assertThatThrownBy(() -> office.approve(office.chair, list)).hasMessageContaining("3 grave warnings");
    }

    @Test
    void theFileForTheBankNamesTheMemberOfTheClearingAndTheHolder() {
        long list = draft(paidInto("'MBV'", "8300205067719", "NONG HOA", "Nông Thị Hoà"));
        office.approve(office.chair, list);
        var third = database.officer("lanh.dao", "provincial_approver", "01273");
        try (var payments = new PaymentsAlone(database.source(), database.transactions(), database.clock(), folder)) {
            var sent = Acting.as(
                    Actor.officer(office.preparer), () -> payments.dispatches().prepare("bank_account", List.of(list)));
            long dispatch = ((DispatchDesk.Sent.Done) sent).dispatchId();
            Acting.run(Actor.officer(third), () -> payments.dispatches().release(dispatch));
            var file = new String(
                    Acting.as(
                            Actor.officer(office.preparer),
                            () -> payments.dispatches().handOver(dispatch, 1).orElseThrow()),
                    StandardCharsets.UTF_8);
            assertThat(file)
                    .contains(
                            "<CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>970414</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt><Cdtr><Nm>NONG HOA</Nm></Cdtr>")
                    .as("a BIC of another country is nobody's here")
                    .doesNotContain("OCBKUS3M");
        }
    }

    @Test
    void whoHoldsAnAccountIsLearntLaterAndNeverChangedSilently() {
        int elder = paidInto("'VBAAVNVX'", "8300205067719", "", "Nông Thị Hoà");
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("jdbc", database.jdbc());
        beans.registerSingleton("batches", new JdbcTemplate(database.source()));
        var rows = (PayeeRows) beans.autowire(PayeeRows.class, DefaultListableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        var named = account(elder, "970405", Optional.of("NONG THI HOA"));
        var taken = database.as(Actor.WORKER, () -> rows.takeOver(Optional.empty(), List.of(named)));
        assertThat(taken.taken()).isEqualTo(1);
        assertThat(office.text("select bank || ' ' || holder from payments.payee"))
                .isEqualTo("AGRIBANK NONG THI HOA");
        assertThat(database.as(Actor.WORKER, () -> rows.takeOver(Optional.empty(), List.of(named)))
                        .known())
                .containsExactly(1);
        int[] bankless = new int[1];
        office.asBefore(() -> bankless[0] = paidInto("null", "8300205067719", "", "Đặng Văn Ỷ"));
        assertThat(database.as(
                                Actor.WORKER,
                                () -> rows.takeOver(
                                        Optional.empty(), List.of(account(bankless[0], "VCB", Optional.empty()))))
                        .taken())
                .as("the bank of an account that never said which")
                .isEqualTo(1);
        assertThat(office.text("select bank from payments.payee where subject_id = " + bankless[0]))
                .isEqualTo("VCB");
        assertThat(database.as(
                                Actor.WORKER,
                                () -> rows.takeOver(
                                        Optional.empty(),
                                        List.of(account(elder, "970405", Optional.of("HOANG A PAO")))))
                        .otherwise())
                .containsExactly(1);
        assertThat(database.as(
                                Actor.WORKER,
                                () -> rows.takeOver(Optional.empty(), List.of(account(elder, "VCB", Optional.empty()))))
                        .otherwise())
                .as("another bank")
                .containsExactly(1);
    }

    private static PayeeLine account(int elder, String bank, Optional<String> holder) {
        return new PayeeLine(
                "social_pension",
                false,
                elder,
                elder,
                "bank_account",
                Optional.of(bank),
                Optional.of("8300205067719"),
                holder,
                PayeeLine.since(LocalDate.of(2026, 1, 1)),
                "đơn");
    }
}
