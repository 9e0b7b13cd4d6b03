package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.payments.model.ReceiptCode;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever holds a paper asks whether its payment is real; whoever guesses learns nothing, and who somebody is cannot be read off a code. */
class ReceiptTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPRSTVWXYZ";
    private static int communes = 3700;
    private static int visitors;

    private PayingOffice office;

    @BeforeEach
    void anOffice() {
        office = new PayingOffice(database, "0" + ++communes, "social_pension");
    }

    private long approved(String name) {
        int elder = office.person(name);
        office.takenOver(elder, 500_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(elder, PayingOffice.OCTOBER.minusMonths(1));
        office.workedOut(
                PayingOffice.OCTOBER, List.of(Months.of(elder, PayingOffice.OCTOBER, PayingOffice.OCTOBER, 500_000)));
        long list = office.prepare(PayingOffice.OCTOBER);
        assertThat(codes(list)).as("a draft has none").isEmpty();
        office.approve(office.chair, list);
        return list;
    }

    private List<String> codes(long list) {
        return database.as(
                Actor.officer(office.preparer),
                () -> database.jdbc()
                        .sql("select code from payments.receipt where payroll_id = ?")
                        .param(list)
                        .query(String.class)
                        .list());
    }

    private static String asked(String code, String visitor) {
        return database.as(
                Actor.DOORKEEPER,
                () -> database.jdbc()
                        .sql(
                                "select concat_ws(' | ', outcome, programme, name, months::text, amount, state, day) from payments.check_receipt(?, ?)")
                        .params(code, visitor)
                        .query(String.class)
                        .single());
    }

    private static String newVisitor() {
        return "nơi " + ++visitors;
    }

    /** Another code that could be one. */
    private static String wholeButUnknown(String code) {
        int first = SIGNS.indexOf(code.charAt(0));
        int second = SIGNS.indexOf(code.charAt(1));
        // the first sign counts once and the second twice: two up and one down is the same sum
        var other = "" + SIGNS.charAt((first + 2) % 31) + SIGNS.charAt((second + 30) % 31) + code.substring(2);
        assertThat(ReceiptCode.read(other)).isPresent();
        return other;
    }

    @Test
    void anApprovedListGivesEachBeneficiaryACodeThatAnswersWhatIsOnThePaper() {
        var code = codes(approved("Nông Thị Hoa")).getFirst();
        assertThat(asked(code, newVisitor()))
                .isEqualTo("found | N. T. Hoa | {2026-10-01} | 500000 | approved")
                .doesNotContain("Nông");
    }

    @Test
    void aSlipOfTheFingerIsToldFromACodeThatNobodyHas() {
        var code = codes(approved("Nông Thị Sen")).getFirst();
        assertThat(ReceiptCode.read(ReceiptCode.written(code).toLowerCase(java.util.Locale.ROOT)))
                .contains(code);
        for (int place = 0; place < code.length(); place++) {
            var sign = SIGNS.charAt((SIGNS.indexOf(code.charAt(place)) + 7) % SIGNS.length());
            assertThat(ReceiptCode.read(code.substring(0, place) + sign + code.substring(place + 1)))
                    .isEmpty();
            if (place > 0 && code.charAt(place) != code.charAt(place - 1)) {
                var changed = code.substring(0, place - 1) + code.charAt(place) + code.charAt(place - 1);
                assertThat(ReceiptCode.read(changed + code.substring(place + 1)))
                        .isEmpty();
            }
        }
        assertThat(asked(wholeButUnknown(code), newVisitor())).isEqualTo("unknown");
    }

    @Test
    void whoGuessesIsAnsweredNoMoreAndOthersAre() {
        var code = codes(approved("Nông Thị Lan")).getFirst();
        var guesser = newVisitor();
        for (int guess = 0; guess < 10; guess++) {
            assertThat(asked(wholeButUnknown(code), guesser)).isEqualTo("unknown");
        }
        assertThat(asked(code, guesser)).isEqualTo("too_many");
        assertThat(asked(code, newVisitor())).startsWith("found");
    }

    @Test
    void everyCheckIsAnEntryOfTheAuditAndThePaperStaysAsItIs() {
        var code = codes(approved("Nông Thị Mai")).getFirst();
        asked(code, newVisitor());
        var inspector = database.officerFor("thanh.tra.ma", "inspector", List.of(), "*");
        var entry = database.as(
                Actor.officer(inspector),
                () -> database.jdbc()
                        .sql(
                                "select officer || ' ' || (person_id is not null) || ' ' || words from access.audit_entry where act = 'check_receipt' order by entry_id desc limit 1")
                        .query(String.class)
                        .single());
        assertThat(entry).isEqualTo("ansinh_doorkeeper true " + code.substring(0, 4) + "… found");
        assertThatThrownBy(() -> office.owner("update payments.receipt set code = code returning 1"))
                .hasStackTraceContaining("A receipt code is not changed");
    }

    /** None twice, every one whole, no sign missing at any place. */
    @Test
    void codesAreMadeAtRandom() throws SQLException {
        var codes = new HashSet<String>();
        try (var connection = database.owner().connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select payments.new_receipt_code() from generate_series(1, 2000)")) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        assertThat(codes)
                .hasSize(2000)
                .allSatisfy(it -> assertThat(ReceiptCode.read(it)).contains(it));
        for (int place = 0; place < 12; place++) {
            int at = place;
            assertThat(codes.stream().map(it -> it.charAt(at)).distinct()).hasSize(31);
        }
    }

    @Test
    void onlyTheDoorAsksAndAnotherCommuneSeesNoCodes() {
        long list = approved("Nông Thị Xuân");
        var elsewhere = database.officer("ke.toan.noi.khac." + communes, "paying_officer", "01273");
        assertThat(database.as(
                        Actor.officer(elsewhere),
                        () -> database.jdbc()
                                .sql("select code from payments.receipt where payroll_id = ?")
                                .param(list)
                                .query(String.class)
                                .list()))
                .isEmpty();
        assertThatThrownBy(() -> office.number(office.chair, "select amount from payments.check_receipt('x', 'y')"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> database.run(
                        Actor.DOORKEEPER,
                        () -> database.jdbc()
                                .sql("select code from payments.receipt")
                                .query(row -> {})))
                .hasStackTraceContaining("permission denied");
    }
}
