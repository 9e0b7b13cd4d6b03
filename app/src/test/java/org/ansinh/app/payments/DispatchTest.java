package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.DispatchDesk.Sent;
import org.ansinh.app.payments.InventedBank.Manners;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.payments.StatementDesk.Finding;
import org.ansinh.app.payments.StatementDesk.PaperAnswer;
import org.ansinh.app.payments.StatementDesk.Said;
import org.ansinh.app.payments.StatementDesk.Taken;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Approved lists leave as files and come back as answers: each instruction once, whatever is pressed, sent or told twice. */
class DispatchTest {

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    @TempDir
    Path folder;

    private PayingOffice office;
    private OfficerId third;
    private PaymentsAlone payments;
    private final List<Integer> elders = new ArrayList<>();

    @BeforeEach
    void threeEldersWithAnAccount() {
        office = new PayingOffice(database, "01273", "social_pension");
        third = database.officer("lanh.dao", "provincial_approver", "01273");
        payments = new PaymentsAlone(database.source(), database.transactions(), database.clock(), folder);
        for (String name : List.of("Nông Thị Hoà", "Đặng Văn Ỷ", "Hoàng A Páo")) {
            elders.add(elder(name, "VBAAVNVX", "830020506" + (1000 + elders.size())));
        }
    }

    private int elder(String name, String bank, String account) {
        int elder = office.person(name);
        office.takenOver(elder, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(elder, YearMonth.of(2026, 8));
        office.owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, days, source)
                values ('social_pension', 'p', %1$d, %1$d, 'bank_account', '%2$s', '%3$s', '[2026-01-01,)', 'đơn') returning 1""".formatted(elder, bank, account));
        return elder;
    }

    private void workedOut() {
        office.workedOut(
                OCTOBER,
                elders.stream()
                        .map(it -> Months.of(it, OCTOBER.minusMonths(1), OCTOBER, 540_000))
                        .toList());
    }

    private long approvedList() {
        workedOut();
        long list = office.prepare(OCTOBER);
        office.approve(office.chair, list);
        return list;
    }

    private <R> R as(OfficerId officer, Supplier<R> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private long prepared(long list) {
        var sent = as(office.preparer, () -> payments.dispatches().prepare("bank_account", List.of(list)));
        assertThat(sent).isInstanceOf(Sent.Done.class);
        return ((Sent.Done) sent).dispatchId();
    }

    private long released() {
        long dispatch = prepared(approvedList());
        assertThat(as(third, () -> payments.dispatches().release(dispatch))).isEqualTo(new Sent.Done(dispatch));
        return dispatch;
    }

    private String rule(Sent sent) {
        return ((Sent.Refused) sent).rule().rule();
    }

    private String file(long dispatch) {
        return new String(
                as(
                        office.preparer,
                        () -> payments.dispatches().handOver(dispatch, 1).orElseThrow()),
                StandardCharsets.UTF_8);
    }

    private long provider() {
        return office.owner(
                "select ledger.face_balance(ledger.face_found('provider', null, '01273', null, null, 'bank_account'))");
    }

    private String states() {
        return office.text("select string_agg(state, ' ' order by key) from payments.instruction");
    }

    private String bookedLines(String outcome) {
        return office.text(
                "select count(*) || ' ' || coalesce(sum(amount), 0) from payments.line l join payments.outcome o using (programme, subject_kind, subject_id, for_month, sequence) where o.outcome = '"
                        + outcome + "'");
    }

    @Test
    void twoMonthsOfAPersonAreOneInstructionWithOneKey() {
        long list = approvedList();
        long dispatch = prepared(list);
        var instructions = as(office.preparer, () -> payments.dispatches().instructions(dispatch, 0, 10));
        assertThat(instructions).hasSize(3);
        var first = instructions.stream()
                .filter(it -> it.subjectId() == elders.getFirst())
                .findFirst()
                .orElseThrow();
        assertThat(first.key()).isEqualTo("AS-%d-P%d".formatted(list, elders.getFirst()));
        assertThat(first.amount()).isEqualTo(1_080_000);
        assertThat(first.months()).containsExactly(OCTOBER.minusMonths(1), OCTOBER);
        assertThat(as(office.preparer, () -> payments.dispatches().prepare("bank_account", List.of(list))))
                .as("the same button, pressed again")
                .isEqualTo(new Sent.Nothing());
    }

    @Test
    void whoPreparedOrApprovedDoesNotRelease() {
        long dispatch = prepared(approvedList());
        assertThat(rule(as(office.preparer, () -> payments.dispatches().release(dispatch))))
                .isEqualTo("dispatch_released_by_chair");
        assertThat(rule(as(office.chair, () -> payments.dispatches().release(dispatch))))
                .isEqualTo("dispatch_released_by_a_third");
        assertThat(rule(as(third, () -> payments.dispatches().setThirdOfficer(10_000_000))))
                .isEqualTo("third_officer_set_by_approver");
        var province = database.officer("ca.tinh", "provincial_approver", "*");
        assertThat(as(province, () -> payments.dispatches().setThirdOfficer(10_000_000)))
                .isEqualTo(new Sent.Done(0));
        assertThat(as(office.chair, () -> payments.dispatches().release(dispatch)))
                .as("below the office's own limit the chair may")
                .isEqualTo(new Sent.Done(dispatch));
        assertThat(rule(as(third, () -> payments.dispatches().release(dispatch))))
                .isEqualTo("dispatch_released_once");
    }

    @Test
    void theFileIsTheSameHoweverOftenItIsTaken() {
        long dispatch = released();
        var once = file(dispatch);
        assertThat(once)
                .contains("<MsgId>AS-%d-1</MsgId>".formatted(dispatch))
                .contains("<NbOfTxs>3</NbOfTxs><CtrlSum>3240000</CtrlSum>")
                .contains("<Nm>DANG VAN Y</Nm>")
                .contains("<InstdAmt Ccy=\"VND\">1080000</InstdAmt>");
        assertThat(once).as("says no programme").doesNotContain("pension").doesNotContain("HUU TRI");
        assertThat(file(dispatch)).isEqualTo(once);
        assertThat(states()).isEqualTo("sent sent sent");
        assertThat(provider()).as("the Treasury's money is with the bank").isEqualTo(3_240_000);
    }

    @Test
    void theFileIsLaidOutWholeAndOnce() throws Exception {
        long dispatch = released();
        Acting.run(Actor.WORKER, payments::layOut);
        var laid = folder.resolve("AS-%d-1.xml".formatted(dispatch));
        var content = Files.readAllBytes(laid);
        Acting.run(Actor.WORKER, payments::layOut);
        assertThat(Files.readAllBytes(laid)).isEqualTo(content);
        try (var all = Files.list(folder)) {
            assertThat(all).hasSize(1);
        }
        assertThat(states()).isEqualTo("sent sent sent");
    }

    @Test
    void aGoodBankPaysAndTheBookIsEven() {
        long dispatch = released();
        var bank = new InventedBank(1, Manners.GOOD);
        bank.receive(file(dispatch).getBytes(StandardCharsets.UTF_8), TODAY);
        for (var answer : bank.fetch()) {
            as(office.preparer, () -> payments.answers().take(answer.name(), answer.content()));
        }
        assertThat(states()).isEqualTo("paid paid paid");
        assertThat(bookedLines("paid")).isEqualTo("6 3240000");
        assertThat(provider()).isZero();
    }

    @Test
    void aFileTakenInTwiceIsOne() {
        long dispatch = released();
        var bank = new InventedBank(1, Manners.GOOD);
        bank.receive(file(dispatch).getBytes(StandardCharsets.UTF_8), TODAY);
        var booked = bank.fetch().getLast();
        var once = as(office.preparer, () -> payments.answers().take(booked.name(), booked.content()));
        var again = as(office.preparer, () -> payments.answers().take("other name", booked.content()));
        assertThat(once).isEqualTo(new Taken.Done(1, false));
        assertThat(again).isEqualTo(new Taken.Done(1, true));
        assertThat(bookedLines("paid")).isEqualTo("6 3240000");
    }

    private List<Finding> told(String notification) {
        var taken = as(
                office.preparer,
                () -> payments.answers().take("bank.xml", notification.getBytes(StandardCharsets.UTF_8)));
        long id = ((Taken.Done) taken).statementId();
        return as(office.preparer, () -> payments.answers().lines(id, 0, 100)).stream()
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .map(StatementDesk.AnswerLine::finding)
                .toList();
    }

    private String key(int elder) {
        return office.text("select key from payments.instruction where subject_id = " + elders.get(elder));
    }

    @Test
    void everyWayInWhichABankMayBeWrongIsNamedAndMovesNothing() {
        file(released());
        assertThat(told(BankSays.booked(
                        BankSays.entry(key(0), "DBIT", "R1", 1_080_000, "2026-10-20"),
                        BankSays.entry(key(0), "DBIT", "R1", 1_080_000, "2026-10-20"),
                        BankSays.entry(key(0), "DBIT", "R2", 1_080_000, "2026-10-20"),
                        BankSays.entry(key(1), "DBIT", "R3", 1_080_001, "2026-10-20"),
                        BankSays.entry("AS-99-P1", "DBIT", "R4", 540_000, "2026-10-20"),
                        BankSays.entry(key(2), "DBIT", "R5", 1_080_000, "2026-11-02"))))
                .containsExactly(
                        Finding.MATCHED,
                        Finding.KNOWN,
                        Finding.PAID_TWICE,
                        Finding.AMOUNT_DIFFERS,
                        Finding.UNKNOWN,
                        Finding.NOT_YET);
        assertThat(states()).isEqualTo("paid sent sent");
        assertThat(bookedLines("paid")).isEqualTo("2 1080000");
    }

    @Test
    void whatComesBackIsOwedAgainAndGoesOutUnderAnotherKey() {
        long dispatch = released();
        file(dispatch);
        assertThat(told(BankSays.booked(
                        BankSays.entry(key(0), "CRDT", "R2", 1_080_000, "2026-10-20"),
                        BankSays.entry(key(0), "DBIT", "R1", 1_080_000, "2026-10-19"))))
                .as("booked on the 19th, back on the 20th, told the other way round: before it was released")
                .containsExactly(Finding.MATCHED, Finding.LATE);
        assertThat(states()).isEqualTo("returned sent sent");

        office.workedOut(
                OCTOBER,
                elders.stream()
                        .map(it -> Months.of(it, OCTOBER.minusMonths(1), OCTOBER, 540_000))
                        .toList());
        long next = office.prepare(OCTOBER);
        assertThat(office.lines(next, elders.getFirst())).containsExactly("2026-09 540000", "2026-10 540000");
        office.approve(office.chair, next);
        long again = prepared(next);
        assertThat(as(office.preparer, () -> payments.dispatches().instructions(again, 0, 10)))
                .extracting(DispatchDesk.Instruction::key)
                .containsExactly("AS-%d-P%d".formatted(next, elders.getFirst()));
        assertThat(told(BankSays.booked(BankSays.entry(key0(dispatch), "DBIT", "R9", 1_080_000, "2026-10-20"))))
                .as("paid after all, on the day it came back: taken twice")
                .containsExactly(Finding.PAID_TWICE);
    }

    private String key0(long dispatch) {
        return office.text("select key from payments.instruction where dispatch_id = %d and subject_id = %d"
                .formatted(dispatch, elders.getFirst()));
    }

    @Test
    void byHandNobodySaysThatItCameBackWhileTheBankHasNotAnswered() {
        file(released());
        assertThatThrownBy(() -> office.number(
                        office.preparer,
                        "select payments.report_lines(1, 'returned', '2026-10-20', 'biên bản', array['p%1$d/2026-09-01/0', 'p%1$d/2026-10-01/0'])"
                                .formatted(elders.getFirst())))
                .hasMessageContaining("has not answered");
        as(
                office.preparer,
                () -> payments.answers()
                        .take(new PaperAnswer(key(0), Said.RETURNED, 1_080_000, TODAY, "Giấy báo có 12", "sai tên")));
        assertThat(states()).isEqualTo("returned sent sent");
        assertThat(bookedLines("returned")).isEqualTo("2 1080000");
    }

    @Test
    void anInstructionIsPaidWholeOrNotAtAll() {
        file(released());
        assertThatThrownBy(() -> office.number(
                        office.preparer,
                        "select payments.report_lines(1, 'paid', '2026-10-20', 'sao kê', array['p%d/2026-09-01/0'])"
                                .formatted(elders.getFirst())))
                .hasMessageContaining("whole or not at all");
    }

    @Test
    void aFileRefusedAsAWholeSendsEverybodyBack() {
        long dispatch = released();
        file(dispatch);
        assertThat(told("""
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.11"><CstmrPmtStsRpt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-10-20T10:00:00+07:00</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>AS-%d-1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.10</OrgnlMsgNmId><GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>
                </OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>""".formatted(dispatch))).containsExactly(Finding.MATCHED, Finding.MATCHED, Finding.MATCHED);
        assertThat(states()).isEqualTo("returned returned returned");
        assertThat(office.text("select distinct reason from payments.instruction_event where state = 'returned'"))
                .isEqualTo("AM04");
    }

    @Test
    void whatIsNoAnswerIsNotTakenIn() {
        released();
        assertThat(as(office.preparer, () -> payments.answers().take("a.xml", "<a>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Taken.NotRead.class, it -> assertThat(it.what()).isEqualTo("not_xml"));
        assertThat(as(
                        office.preparer,
                        () -> payments.answers()
                                .take(
                                        "a.xml",
                                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><b>&x;</b></a>"
                                                .getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Taken.NotRead.class);
        assertThat(as(
                        office.preparer,
                        () -> payments.answers().take("a.xml", BankSays.booked().getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Taken.NotRead("nothing_said", "BkToCstmrDbtCdtNtfctn"));
    }

    @Test
    void moneyThatNobodyWaitsForGoesBackToTheTreasury() {
        file(released());
        told(BankSays.booked(BankSays.entry(key(0), "CRDT", "R2", 1_080_000, "2026-10-20")));
        var all = new StatementDesk.GivingBack("01273", "bank_account", 1_080_001, TODAY, "Giấy nộp 7");
        assertThat(as(office.preparer, () -> payments.answers().giveBack(all)))
                .isInstanceOfSatisfying(Taken.Refused.class, it -> {
                    assertThat(it.rule().rule()).isEqualTo("given_back_of_what_lies_there");
                    assertThat(it.rule().detail()).isEqualTo("1080000");
                });
        var back = new StatementDesk.GivingBack("01273", "bank_account", 1_080_000, TODAY, "Giấy nộp 7");
        assertThat(as(office.preparer, () -> payments.answers().giveBack(back))).isInstanceOf(Taken.Done.class);
        assertThat(as(office.preparer, () -> payments.answers().giveBack(back))).isEqualTo(new Taken.Done(0, true));
        assertThat(provider()).isEqualTo(2_160_000);
    }

    @Test
    void anAccountNoBankCouldPayIsNamedBeforeAnythingLeaves() {
        office.asBefore(() -> elders.add(elder("Lý Thị Mùi", "BANK", "12")));
        workedOut();
        long list = office.prepare(OCTOBER);
        List.of("bank_unknown", "account_odd")
                .forEach(it -> office.as(
                        office.preparer,
                        "select payments.answer_warning(%d, '%s', 'p', %d, 'đang hỏi lại ngân hàng')"
                                .formatted(list, it, elders.getLast())));
        office.approve(office.chair, list);
        long dispatch = prepared(list);
        assertThat(as(third, () -> payments.dispatches().release(dispatch)))
                .isInstanceOfSatisfying(
                        Sent.Wrong.class,
                        it -> assertThat(it.flaws())
                                .extracting(DispatchDesk.Flaw::what)
                                .containsExactlyInAnyOrder("bank", "account"));
        assertThat(states()).isEqualTo("drafted drafted drafted drafted");
        assertThat(as(office.preparer, () -> payments.dispatches().withdraw(dispatch)))
                .isEqualTo(new Sent.Done(dispatch));
    }

    @Test
    void theDatabaseItselfRefuses() {
        long dispatch = released();
        assertThatThrownBy(() -> office.owner("update payments.instruction set amount = 1 returning 1"))
                .hasMessageContaining("stays as it left");
        assertThatThrownBy(() -> office.owner("update payments.instruction set state = 'drafted' returning 1"))
                .hasMessageContaining("stays as it left");
        assertThatThrownBy(() -> office.owner("delete from payments.dispatch returning 1"))
                .hasMessageContaining("stays as it left");
        assertThatThrownBy(() -> office.owner("update payments.dispatch_file set name = 'x' returning 1"))
                .hasMessageContaining("stays as it left");
        assertThatThrownBy(() -> office.owner("""
                insert into payments.dispatch_file (dispatch_id, nth, name, content, instructions, amount) values (%d, 2, 'x', 'y', 1, 1) returning 1""".formatted(dispatch)))
                .hasMessageContaining("do not hold what it sends");
        var stranger = database.officer("xa.khac", "paying_officer", "01288");
        assertThat(as(stranger, () -> payments.dispatches().find(dispatch))).isEmpty();
        assertThat(rule(as(stranger, () -> payments.dispatches().withdraw(dispatch))))
                .isEqualTo("list_in_own_area");
        assertThat(as(stranger, () -> payments.dispatches().handOver(dispatch, 1)))
                .isEmpty();
    }
}
