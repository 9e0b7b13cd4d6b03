package org.ansinh.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fund for poor households, raised for repairing houses and for Tết: spent for these, by two officers, never more than it holds. */
class FundsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final Book book = new Book(database);
    private OfficerId payer = new OfficerId(1);
    private OfficerId chair = new OfficerId(1);
    private long fund;

    private void fundOf(String commune) {
        payer = database.officer("ke.toan.quy." + commune, "paying_officer", commune);
        chair = database.officer("chu.tich.quy." + commune, "commune_chair", commune);
        fund = number(
                payer,
                "select ledger.open_fund('Quỹ vì người nghèo', '%s', '12/QĐ-MTTQ', array['Sửa nhà', 'Tết vì người nghèo'])"
                        .formatted(commune));
    }

    private static long number(OfficerId officer, String sql) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc().sql(sql).query(Long.class).single());
    }

    private static void as(OfficerId officer, String sql) {
        database.run(Actor.officer(officer), () -> database.jdbc().sql(sql).query(row -> {}));
    }

    private long income(String once, long amount) {
        return number(
                payer,
                "select ledger.act_of_fund('%s', %d, 'income', null, %d, 'Công ty Bản Giốc', '2026-10-20', 'Phiếu thu 1')"
                        .formatted(once, fund, amount));
    }

    private long spending(String once, int purpose, long amount) {
        return number(
                payer,
                "select ledger.act_of_fund('%s', %d, 'spending', %d, %d, 'Hộ bà Lý Thị Mỷ', '2026-10-20', 'Phiếu chi 1')"
                        .formatted(once, fund, purpose, amount));
    }

    private void approve(OfficerId officer, long act) {
        as(officer, "select ledger.approve_spending(%d)".formatted(act));
    }

    private long held() throws SQLException {
        return -book.ask(
                "select coalesce(sum(debit - credit), 0) from ledger.turnover join ledger.account using (account_id) where class = 'fund' and fund_id = "
                        + fund);
    }

    @Test
    void whatIsGivenIsSpentForItsPurposeByTwoOfficersAndNeverTwice() throws SQLException {
        fundOf("01273");
        income("i1", 10_000_000);
        income("i1", 10_000_000);
        assertThat(held()).isEqualTo(10_000_000);

        long repair = spending("s1", 1, 6_000_000);
        assertThat(held()).as("prepared, not approved").isEqualTo(10_000_000);
        approve(chair, repair);
        approve(chair, repair);
        assertThat(held()).isEqualTo(4_000_000);
    }

    @Test
    void anotherPurposeMoreThanThereIsAndOneOfficerAloneAreRefused() throws SQLException {
        fundOf("01288");
        income("i2", 1_000_000);

        assertThatThrownBy(() -> spending("s2", 3, 500_000)).hasStackTraceContaining("fund_purpose_is_its_own");
        long tooMuch = spending("s3", 2, 1_000_001);
        assertThatThrownBy(() -> approve(chair, tooMuch)).hasStackTraceContaining("would be overdrawn");
        assertThatThrownBy(() -> approve(payer, tooMuch)).hasStackTraceContaining("does not approve");
        long mine = spending("s4", 2, 1_000_000);
        assertThatThrownBy(() -> book.tell(
                        "insert into ledger.fund_approval (act_id, approved_by) select act_id, prepared_by from ledger.fund_act where act_id = "
                                + mine))
                .as("a connection of the tables' owner")
                .hasMessageContaining("is not approved by");
        for (var act : List.of(
                "update ledger.fund_act set amount = 1",
                "delete from ledger.fund_approval",
                "update ledger.fund_purpose set purpose = 'x'")) {
            assertThatThrownBy(() -> book.tell(act)).hasMessageContaining("is not changed");
        }
        assertThat(held()).isEqualTo(1_000_000);
    }

    @Test
    void aMistakeIsPostedBackByAnotherOfficerUnderItsName() throws SQLException {
        fundOf("01291");
        income("i3", 5_000_000);
        long wrong = book.ask("select max(entry_id) from ledger.entry where kind = 'fund_income'");

        assertThatThrownBy(() -> as(payer, "select ledger.correct(%d, 'ghi nhầm quỹ')".formatted(wrong)))
                .hasStackTraceContaining("does not correct");
        assertThatThrownBy(() -> as(chair, "select ledger.correct(%d, ' ')".formatted(wrong)))
                .hasStackTraceContaining("says why");
        long correction = number(chair, "select ledger.correct(%d, 'ghi nhầm quỹ')".formatted(wrong));
        assertThat(number(chair, "select ledger.correct(%d, 'ghi nhầm quỹ')".formatted(wrong)))
                .isEqualTo(correction);
        assertThat(book.ask("select corrects from ledger.entry where entry_id = " + correction))
                .isEqualTo(wrong);
        assertThat(held()).isZero();
    }

    @Test
    void officersOfAnotherCommuneSeeNothingOfIt() {
        fundOf("01294");
        var stranger = database.officer("xa.khac.quy", "paying_officer", "01297");
        assertThat(number(stranger, "select count(*) from ledger.fund")).isZero();
        assertThatThrownBy(() -> as(
                        stranger,
                        "select ledger.act_of_fund('x', %d, 'income', null, 1000, 'A', '2026-10-20', 'B')"
                                .formatted(fund)))
                .hasStackTraceContaining("does not keep funds");
    }
}
