package org.ansinh.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.ledger.BudgetDesk.Budget;
import org.ansinh.app.ledger.BudgetDesk.Warning;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Allotments as they were signed, what lists take of them, and what is said before the money is gone. */
class BudgetsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static OfficerId payer;
    private static OfficerId chair;

    private final Book book = new Book(database);

    @BeforeAll
    static void officers() {
        payer = database.officer("ke.toan.dt", "paying_officer", "01273", "01288", "01291");
        chair = database.officer("chu.tich.dt", "commune_chair", "01273");
    }

    private static String allot(String once, String number, String commune, long amount) {
        return "select ledger.allot('%s', 2026, 'province', '%s', '2026-01-05', 'UBND tỉnh Cao Bằng', 'Hoàng Văn Thạch', array['social_pension'], array['%s'], array[%d::bigint])"
                .formatted(once, number, commune, amount);
    }

    private static void as(OfficerId officer, String sql) {
        database.run(Actor.officer(officer), () -> database.jdbc().sql(sql).query(row -> {}));
    }

    /** {@code province 1000000 0 620000 380000}: source, allotted, held, used, left. */
    private static List<String> budget(String commune) {
        return database.as(
                Actor.officer(payer),
                () -> database.jdbc()
                        .sql(
                                "select concat_ws(' ', source, allotted, committed, used, free) from ledger.budget(2026) where commune_code = ? order by 1")
                        .param(commune)
                        .query(String.class)
                        .list());
    }

    /** What a list of that sum does when it is drawn. */
    private void drawn(String key, String commune, long amount) throws SQLException {
        book.tell("""
                select ledger.face_post(row('%1$s', 'list_drawn', '2026-10-20', 'social_pension', '%2$s', 'list', 1, null, null)::ledger.face_head,
                    array_agg(ledger.face_account('free', 'social_pension', '%2$s', 2026, r.source)),
                    array_agg(ledger.face_account('used', 'social_pension', '%2$s', 2026, r.source)), array_agg(r.amount))
                  from ledger.face_reserve('social_pension', '%2$s', 2026, %3$d) r""".formatted(key, commune, amount));
    }

    @Test
    void whatNoAllotmentCoversIsShownAndCoveredByTheNextOne() throws SQLException {
        as(payer, allot("b1", "15/QĐ", "01288", 1_000_000));
        drawn("budget/1", "01288", 1_620_000);
        assertThat(budget("01288")).containsExactly("none 0 0 620000 -620000", "province 1000000 0 1000000 0");

        as(payer, allot("b2", "16/QĐ", "01288", 2_000_000));
        assertThat(budget("01288")).containsExactly("province 3000000 0 1620000 1380000");
    }

    @Test
    void aDecisionIsRecordedOnceHoweverOftenItIsSent() {
        as(payer, allot("once", "17/QĐ", "01291", 1_000_000));
        as(payer, allot("once", "17/QĐ", "01291", 1_000_000));
        assertThat(budget("01291")).containsExactly("province 1000000 0 0 1000000");

        assertThatThrownBy(() -> as(payer, allot("another form", "17/QĐ", "01291", 1_000_000)))
                .hasStackTraceContaining("allotment_once");
        as(payer, allot("less", "18/QĐ", "01291", -400_000));
        assertThat(budget("01291")).containsExactly("province 600000 0 0 600000");
        assertThatThrownBy(() -> as(payer, allot("too much less", "19/QĐ", "01291", -700_000)))
                .hasStackTraceContaining("allotted would be overdrawn");
    }

    @Test
    void allotmentsAreForPayingOfficersOfTheAreaAndStay() {
        assertThatThrownBy(() -> as(chair, allot("c1", "20/QĐ", "01273", 1_000_000)))
                .hasStackTraceContaining("may not record an allotment");
        assertThatThrownBy(() -> as(payer, allot("c2", "20/QĐ", "01297", 1_000_000)))
                .hasStackTraceContaining("of other communes");
        assertThatThrownBy(
                        () -> as(payer, allot("c3", "20/QĐ", "01273", 1_000_000).replace("2026-01-05", "2026-10-21")))
                .hasStackTraceContaining("not signed yet");
        as(payer, allot("c4", "21/QĐ", "01273", 1_000_000));
        for (var act : List.of("update ledger.allotment set signer = 'x'", "delete from ledger.allotment_line")) {
            assertThatThrownBy(() -> book.tell(act)).hasMessageContaining("is not changed");
        }
    }

    @Test
    void aBudgetWarnsBeforeItIsGone() {
        var budget = new Budget("social_pension", "01273", "", 12_000_000, 0, 10_000_000, 2_000_000, 1_000_000);
        assertThat(budget.warning(2)).isEqualTo(Warning.FINE);
        assertThat(budget.warning(3)).isEqualTo(Warning.WILL_NOT_LAST);
        assertThat(budget.monthsLeft()).isEqualTo(2);
        assertThat(new Budget("p", "c", "", 1, 2, 0, -1, 2).warning(0)).isEqualTo(Warning.OVERSPENT);
        assertThat(new Budget("p", "c", "", 0, 2, 0, -2, 2).warning(0)).isEqualTo(Warning.NOTHING_ALLOTTED);
    }

    @Test
    void monthsAreClosedInOrderOnceTheyAreOverByTheProvince() throws SQLException {
        var province = database.officer("so.tai.chinh", "provincial_approver", "*");
        book.tell("""
                insert into ledger.entry (key, kind, on_day, happened_on, source_kind, source_id, lines, total, digest)
                values ('august', 'paid', '2026-08-05', '2026-08-05', 'list', 1, 1, 540000, '')""", """
                insert into ledger.movement (entry_id, line, debit, credit, amount) select e.entry_id, 1, ledger.face_account('cost', 'social_pension', '01273', 2026),
                    ledger.face_account('payable', 'social_pension', '01273'), 540000 from ledger.entry e where e.key = 'august'""");

        assertThatThrownBy(() -> as(chair, "select ledger.close_period('2026-08-01')"))
                .hasStackTraceContaining("may not close a period");
        assertThatThrownBy(() -> as(province, "select ledger.close_period('2026-10-01')"))
                .hasStackTraceContaining("is not over");
        assertThatThrownBy(() -> as(province, "select ledger.close_period('2026-09-01')"))
                .hasStackTraceContaining("is still open");
        as(province, "select ledger.close_period('2026-08-01')");
        as(province, "select ledger.close_period('2026-08-01')");
        as(province, "select ledger.close_period('2026-09-01')");
        assertThat(book.ask("select count(*) from ledger.closed_period")).isEqualTo(2);
    }
}
