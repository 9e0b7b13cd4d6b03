package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;

/** What was paid and is not owed: a proposal, a signed decision, instalments that leave a part, money that the family brings. */
class RecoveryTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final LocalDate SIGNED = LocalDate.of(2025, 7, 8);
    private static int communes = 3000;

    private PayingOffice office;

    @BeforeEach
    void anOffice() {
        office = new PayingOffice(database, "0" + ++communes, "social_pension");
    }

    /** Paid 500,000 each for September and October; then the law is found to have given only September. */
    private int paidForOctoberInVain(String name) {
        int elder = office.person(name);
        office.takenOver(elder, 500_000, SIGNED);
        office.paidThrough(elder, YearMonth.of(2026, 8));
        office.workedOut(OCTOBER, List.of(Months.of(elder, SEPTEMBER, OCTOBER, 500_000)));
        office.approve(office.chair, office.prepare(OCTOBER));
        office.workedOut(
                OCTOBER,
                List.of(Months.of(elder, SEPTEMBER, SEPTEMBER, 500_000), Months.of(elder, OCTOBER, OCTOBER, 0)));
        return elder;
    }

    private long drafted(int elder, String way, String instalment) {
        return office.number(
                office.preparer,
                "select payments.draft_recovery('social_pension', 'p', %d, '%s', '%s', '%s', %s, 'hưởng trùng tháng 10')"
                        .formatted(elder, office.commune, OCTOBER.atDay(1), way, instalment));
    }

    private void sign(OfficerId officer, long recovery) {
        office.as(officer, "select payments.sign_recovery(%d)".formatted(recovery));
    }

    /** November and December are owed again, 500,000 each; October stays what it was. */
    private long listOf(int elder, YearMonth month) {
        office.workedOut(
                month,
                List.of(
                        Months.of(elder, SEPTEMBER, SEPTEMBER, 500_000),
                        Months.of(elder, OCTOBER, OCTOBER, 0),
                        Months.of(elder, NOVEMBER, month, 500_000)));
        return office.prepare(month);
    }

    /** What goes out and what is kept back, line by line. */
    private String kept(long list) {
        return office.text(
                "select string_agg(to_char(for_month, 'YYYY-MM ') || amount || ' + ' || withheld, ', ' order by for_month) from payments.line where payroll_id = %d"
                        .formatted(list));
    }

    private String claims() {
        return office.text("""
                select coalesce(sum(t.debit - t.credit), 0)::text from ledger.turnover t join ledger.account a using (account_id)
                 where a.class = 'claim' and a.commune_code = '%s'""".formatted(office.commune));
    }

    private static String rule(Runnable act) {
        try {
            act.run();
        } catch (DataAccessException refused) {
            return BrokenRule.orThrow(refused).name();
        }
        return "";
    }

    @Test
    void nothingIsDeductedBeforeADecisionIsSigned() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        assertThat(office.withheld(OCTOBER, elder)).containsExactly("overpaid 2026-10 500000");

        long recovery = drafted(elder, "deducted", "100000");

        assertThat(kept(listOf(elder, NOVEMBER))).isEqualTo("2026-11 500000 + 0");
        assertThat(claims()).isEqualTo("0");
        assertThat(rule(() -> sign(office.preparer, recovery))).isEqualTo("recovery_signed_by_authority");
    }

    @Test
    void aSignedDecisionKeepsAnInstalmentBackOfEachListAndNamesNoMoreProposal() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        sign(office.chair, drafted(elder, "deducted", "100000"));

        assertThat(office.withheld(OCTOBER, elder)).isEmpty();
        assertThat(claims()).isEqualTo("500000");

        long november = listOf(elder, NOVEMBER);
        assertThat(kept(november)).isEqualTo("2026-11 400000 + 100000");
        assertThat(claims()).isEqualTo("500000");
        office.approve(office.chair, november);
        assertThat(claims()).isEqualTo("400000");

        long december = listOf(elder, DECEMBER);
        assertThat(kept(december)).isEqualTo("2026-12 400000 + 100000");
        office.approve(office.chair, december);
        assertThat(claims()).isEqualTo("300000");
        assertThat(office.withheld(DECEMBER, elder)).isEmpty();
    }

    @Test
    void whateverTheInstalmentAPartOfTheMonthReachesItsPayee() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        sign(office.chair, drafted(elder, "deducted", "500000"));

        // 70 of a hundred stay, as long as the office has set nothing else.
        assertThat(kept(listOf(elder, NOVEMBER))).isEqualTo("2026-11 350000 + 150000");
    }

    @Test
    void theLastInstalmentTakesOnlyWhatIsLeft() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        long recovery = drafted(elder, "deducted", "100000");
        sign(office.chair, recovery);
        office.as(office.preparer, "select payments.repay(%d, 440000, '2026-10-20', 'PT 12')".formatted(recovery));

        long november = listOf(elder, NOVEMBER);
        assertThat(kept(november)).isEqualTo("2026-11 440000 + 60000");
        office.approve(office.chair, november);
        assertThat(claims()).isEqualTo("0");
        assertThat(kept(listOf(elder, DECEMBER))).isEqualTo("2026-12 500000 + 0");
    }

    @Test
    void theFamilyOfTheDeadPaysBackOnceHoweverOftenItIsTold() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        long recovery = drafted(elder, "repaid", "null");
        sign(office.chair, recovery);

        for (int times = 0; times < 2; times++) {
            office.as(office.preparer, "select payments.repay(%d, 500000, '2026-10-20', 'PT 12')".formatted(recovery));
        }

        assertThat(claims()).isEqualTo("0");
        assertThat(office.withheld(OCTOBER, elder)).isEmpty();
        assertThat(rule(() -> office.as(
                        office.preparer, "select payments.repay(%d, 1, '2026-10-20', 'PT 13')".formatted(recovery))))
                .isEqualTo("repaid_no_more_than_claimed");
    }

    @Test
    void whatTurnsOutToHaveBeenOwedIsOwedAgain() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        long recovery = drafted(elder, "repaid", "null");
        sign(office.chair, recovery);
        office.as(office.preparer, "select payments.repay(%d, 500000, '2026-10-20', 'PT 12')".formatted(recovery));

        office.workedOut(OCTOBER, List.of(Months.of(elder, SEPTEMBER, OCTOBER, 500_000)));

        assertThat(kept(office.prepare(OCTOBER))).isEqualTo("2026-10 500000 + 0");
    }

    @Test
    void whatWasKeptBackStaysGivenBackWhenTheRestOfTheLineIsNotCollected() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        sign(office.chair, drafted(elder, "deducted", "100000"));
        long november = listOf(elder, NOVEMBER);
        office.approve(office.chair, november);
        office.as(
                office.preparer,
                "select payments.report_lines(%d, 'not_collected', '2026-10-20', 'BB 3')".formatted(november));

        // 400,000 of November come again; its 100,000 were given back. The next instalment is kept of the oldest month.
        assertThat(kept(listOf(elder, DECEMBER))).isEqualTo("2026-11 300000 + 100000, 2026-12 500000 + 0");
        assertThat(claims()).isEqualTo("400000");
    }

    @Test
    void whoDraftedDoesNotSignAndWhatHasBecomeLessIsNotSigned() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        long recovery = drafted(elder, "deducted", "100000");
        assertThat(rule(() -> drafted(elder, "repaid", "null"))).isEqualTo("recovery_one_draft");

        office.workedOut(OCTOBER, List.of(Months.of(elder, SEPTEMBER, OCTOBER, 500_000)));

        assertThat(rule(() -> sign(office.chair, recovery))).isEqualTo("recovery_overtaken");
        office.as(office.chair, "select payments.return_recovery(%d, 'không còn chi thừa')".formatted(recovery));
        assertThat(rule(() -> drafted(elder, "repaid", "null"))).isEqualTo("recovery_needs_overpayment");
    }

    @Test
    void aClaimThatIsNoLongerPursuedIsNoProposalAgain() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        long recovery = drafted(elder, "deducted", "100000");
        sign(office.chair, recovery);
        office.approve(office.chair, listOf(elder, NOVEMBER));

        office.as(office.chair, "select payments.end_recovery(%d, 'gia đình quá khó khăn')".formatted(recovery));

        assertThat(claims()).isEqualTo("0");
        assertThat(office.withheld(NOVEMBER, elder)).isEmpty();
        assertThat(kept(listOf(elder, DECEMBER))).isEqualTo("2026-12 500000 + 0");
    }

    @Test
    void aListThatKeepsMoneyBackForAnEndedClaimIsDrawnAgain() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        long recovery = drafted(elder, "deducted", "100000");
        sign(office.chair, recovery);
        long november = listOf(elder, NOVEMBER);
        office.as(office.chair, "select payments.end_recovery(%d, 'ký nhầm')".formatted(recovery));

        assertThat(rule(() -> office.approve(office.chair, november))).isEqualTo("list_overtaken");
    }

    @Test
    void anotherCommunesOfficersNeitherSeeNorTouchIt() {
        int elder = paidForOctoberInVain("Bế Văn Lực");
        long recovery = drafted(elder, "deducted", "100000");
        var elsewhere = new PayingOffice(database, "0" + ++communes, "social_pension");

        assertThat(elsewhere.number(elsewhere.chair, "select count(*) from payments.recovery"))
                .isZero();
        assertThat(rule(() -> sign(elsewhere.chair, recovery))).isEqualTo("recovery_in_own_area");
    }
}
