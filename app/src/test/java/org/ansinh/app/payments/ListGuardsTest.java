package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the database refuses, whatever the program above it does: mostly with a connection of the tables' owner, who may do more than any officer. */
class ListGuardsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static PayingOffice office;
    private static int elder;
    private static long approved;

    @BeforeAll
    static void anApprovedListOfOctober() {
        office = new PayingOffice(database, "01290", "social_pension");
        elder = office.person("Nông Thị Hoà");
        office.takenOver(elder, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(elder, YearMonth.of(2026, 9));
        office.workedOut(OCTOBER, List.of(Months.of(elder, OCTOBER, OCTOBER, 540_000)));
        approved = office.prepare(OCTOBER);
        office.approve(office.chair, approved);
    }

    @Test
    void anApprovedListIsChangedByNobody() {
        for (var act : List.of(
                "update payments.line set amount = 1 where payroll_id = %d returning 1",
                "update payments.line set account = '123', channel = 'bank_account' where payroll_id = %d returning 1",
                "delete from payments.line where payroll_id = %d returning 1",
                "insert into payments.line select payroll_id, programme, subject_kind, subject_id, for_month, 7, amount, payee_id, channel, bank, account,"
                        + " village_id, commune_code from payments.line where payroll_id = %d returning 1",
                "update payments.payroll set state = 'draft', approved_by = null, approved_at = null where payroll_id = %d returning 1",
                "update payments.payroll set account_id = 0 where payroll_id = %d returning 1",
                "delete from payments.payroll where payroll_id = %d returning 1")) {
            assertThatThrownBy(() -> office.owner(act.formatted(approved)))
                    .as(act)
                    .hasMessageContaining("is refused a change: ");
        }
        assertThatThrownBy(() -> office.owner("truncate payments.payroll cascade"))
                .hasMessageContaining("never emptied");
        assertThatThrownBy(() -> office.discard(approved)).hasStackTraceContaining("is refused a change: ");
    }

    /** An elder who was paid through September and is due 540,000 for October, in an office of its own. */
    private static PayingOffice officeWithAnElder(String commune) {
        var other = new PayingOffice(database, commune, "social_pension");
        int known = other.person("Bế Thị Nhình");
        other.takenOver(known, 540_000, LocalDate.of(2025, 7, 8));
        other.paidThrough(known, YearMonth.of(2026, 9));
        other.workedOut(OCTOBER, List.of(Months.of(known, OCTOBER, OCTOBER, 540_000)));
        return other;
    }

    @Test
    void nobodyApprovesWhatTheyPrepared() {
        var other = officeWithAnElder("01318");
        long list = other.prepare(OCTOBER);
        other.workerAsks(
                "select access.give_role(%d, 'commune_chair', '[2026-01-01,)')".formatted(other.preparer.number()));

        assertThatThrownBy(() -> other.approve(other.preparer, list))
                .hasStackTraceContaining("prepared list %d and may not approve it".formatted(list));
        assertThatThrownBy(() -> other.owner(
                        "update payments.payroll set state = 'approved', approved_by = prepared_by, approved_at = now() where payroll_id = %d returning 1"
                                .formatted(list)))
                .hasMessageContaining("two_pairs_of_eyes");
    }

    @Test
    void aListThatAnAnswerHasOvertakenIsNotApprovedButDrawnAgain() {
        var other = officeWithAnElder("01321");
        int known = other.owner("select max(subject_id) from casework.decision where commune_code = '01321'");
        long list = other.prepare(OCTOBER);
        other.workedOut(OCTOBER, List.of(Months.of(known, OCTOBER, OCTOBER, 500_000)));

        assertThatThrownBy(() -> other.approve(other.chair, list))
                .hasStackTraceContaining("what decisions owe has changed");
        long again = other.prepare(OCTOBER);
        assertThat(again).isNotEqualTo(list);
        assertThat(other.lines(again, known)).containsExactly("2026-10 500000");
        other.approve(other.chair, again);
    }

    @Test
    void aListThatLeavesOutADecisionNobodyWorkedOutIsNotApproved() {
        var other = officeWithAnElder("01294");
        int forgotten = other.person("Bế Thị Xuân");
        other.takenOver(forgotten, 540_000, LocalDate.of(2025, 7, 8));
        long list = other.prepare(OCTOBER);

        assertThat(other.withheld(OCTOBER, forgotten)).containsExactly("not_worked_out 2026-10 0");
        assertThatThrownBy(() -> other.approve(other.chair, list)).hasStackTraceContaining("leaves out 1 decisions");
    }

    @Test
    void aListNeedsAnAccountAnOfficerOfTheAreaAndARole() {
        assertThatThrownBy(() -> office.prepare(YearMonth.of(2027, 3)))
                .hasStackTraceContaining("Nobody has worked out");
        assertThatThrownBy(() ->
                        office.as(office.chair, "select payments.prepare('2026-10-01', 'social_pension', '01290')"))
                .hasStackTraceContaining("may not prepare a list");
        var stranger = database.officer("xa.khac", "paying_officer", "01273");
        assertThatThrownBy(
                        () -> office.as(stranger, "select payments.prepare('2026-10-01', 'social_pension', '01290')"))
                .hasStackTraceContaining("is not in the area of");
        assertThat(office.number(stranger, "select count(*) from payments.payroll"))
                .isZero();
        assertThat(office.number(
                        stranger, "select count(*) from payments.standing('social_pension', '01290', '2026-10-01')"))
                .isZero();
        assertThatThrownBy(() -> office.workerAsks("select payments.prepare('2026-10-01', 'social_pension', '01290')"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> office.as(office.preparer, "insert into payments.line default values returning 1"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whatWasWorkedOutIsNotRewritten() {
        assertThatThrownBy(() -> office.owner("update determination.owed set amount = 9 returning 1"))
                .hasMessageContaining("is refused");
        assertThatThrownBy(() -> office.owner("delete from determination.account returning 1"))
                .hasMessageContaining("is refused");
        assertThatThrownBy(() ->
                        office.as(office.preparer, "insert into determination.account default values returning 1"))
                .hasStackTraceContaining("permission denied");
    }
}
