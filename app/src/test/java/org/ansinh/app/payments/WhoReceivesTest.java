package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Money that one receives for another: never into wrong hands, never into the hands of the dead, and never lost. */
class WhoReceivesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate SIGNED = LocalDate.of(2025, 7, 8);
    private static int communes = 6400;

    @TempDir
    Path folder;

    private PayingOffice office;
    private PaymentsAlone payments;

    @BeforeEach
    void anOffice() {
        office = new PayingOffice(database, "0" + ++communes, "community_care");
        payments = new PaymentsAlone(database.source(), database.transactions(), database.clock(), folder);
    }

    private int child(String name) {
        int child = office.person(name);
        office.paidThrough(child, YearMonth.of(2026, 8));
        return child;
    }

    private long approved() {
        long list = office.prepare(OCTOBER);
        office.approve(office.chair, list);
        return list;
    }

    private void dies(int person, String day) {
        office.owner("update registry.person set died_on = '%s' where id = %d returning id".formatted(day, person));
    }

    private List<String> kept(long list) {
        return Acting.as(
                Actor.officer(office.preparer),
                () -> payments.kept().ofList(list).stream()
                        .map(it -> it.month() + " " + it.amount() + " " + it.cause() + " " + it.document())
                        .toList());
    }

    private void theHouseSettles() {
        Acting.run(Actor.WORKER, payments::settleHeldParts);
    }

    private String receivers(long list) {
        return office.text(
                "select string_agg(distinct payee_id::text, ',') from payments.line where payroll_id = " + list);
    }

    @Test
    void aChildsMoneyForCareWaitsUntilItIsStatedWhoCares() {
        int child = child("Lý Văn Pao");
        int aunt = office.person("Lý Thị Dua");
        office.takenOverFor("carer", child, 750_000, SIGNED);
        office.workedOut(OCTOBER, List.of(Months.of(child, SEPTEMBER, OCTOBER, 750_000)));

        assertThat(office.prepare(OCTOBER)).as("no list pays it to the child").isZero();
        assertThat(office.withheld(OCTOBER, child))
                .containsExactly("no_payee 2026-09 750000", "no_payee 2026-10 750000");

        office.receives("p", child, aunt);
        long list = office.prepare(OCTOBER);
        assertThat(office.lines(list, child)).containsExactly("2026-09 750000", "2026-10 750000");
        assertThat(receivers(list)).isEqualTo(Integer.toString(aunt));
        assertThat(office.withheld(OCTOBER, child)).isEmpty();
    }

    @Test
    void whoReceivesForAChildDiesAfterApprovalAndTheMoneyComesWithTheNextListToWhoeverReceivesNow() {
        int child = child("Lý Văn Sính");
        int aunt = office.person("Lý Thị Mẩy");
        int uncle = office.person("Lý Văn Chẳn");
        office.takenOverFor("carer", child, 750_000, SIGNED);
        office.receives("p", child, aunt);
        office.workedOut(OCTOBER, List.of(Months.of(child, SEPTEMBER, OCTOBER, 750_000)));
        long list = approved();

        dies(aunt, "2026-10-19");
        assertThat(kept(list)).containsExactly("2026-09 750000 HELD ", "2026-10 750000 HELD ");
        theHouseSettles();
        assertThat(kept(list))
                .containsExactly(
                        "2026-09 750000 NOT_SENT Người nhận thay đã mất: chuyển sang danh sách sau, cho người nhận mới",
                        "2026-10 750000 NOT_SENT Người nhận thay đã mất: chuyển sang danh sách sau, cho người nhận mới");

        office.receivesFromOctober("p", child, uncle);
        long again = approved();
        assertThat(office.lines(again, child)).containsExactly("2026-09 750000", "2026-10 750000");
        assertThat(receivers(again)).isEqualTo(Integer.toString(uncle));
    }

    @Test
    void moneyOfAHouseholdIsNotSentToItsHeadWhoDied() {
        int head = office.person("Đàm Văn Khìn");
        int wife = office.person("Đàm Thị Sáy");
        int household = office.household(head, wife);
        office.takenOverForHousehold(household, 59_520, SIGNED);
        office.paidThroughForHousehold(household, SEPTEMBER);
        office.workedOut(OCTOBER, List.of(Months.ofHousehold(household, OCTOBER, OCTOBER, 59_520)));
        long list = approved();

        dies(head, "2026-10-19");
        assertThat(kept(list)).containsExactly("2026-10 59520 HELD ");
        theHouseSettles();
        assertThat(kept(list)).hasSize(1).first().asString().startsWith("2026-10 59520 NOT_SENT ");

        office.owner(
                "update registry.household set head_id = %d where id = %d returning id".formatted(wife, household));
        long again = approved();
        assertThat(receivers(again)).isEqualTo(Integer.toString(wife));
    }

    @Test
    void aMembersDeathHoldsTheHouseholdsMoneyOnlyUntilTheLawWasAskedAgain() {
        int head = office.person("Đàm Văn Dìn");
        int mother = office.person("Đàm Thị Eng");
        int household = office.household(head, mother);
        office.takenOverForHousehold(household, 59_520, SIGNED);
        office.paidThroughForHousehold(household, SEPTEMBER);
        office.workedOut(OCTOBER, List.of(Months.ofHousehold(household, OCTOBER, OCTOBER, 59_520)));
        long list = approved();

        dies(mother, "2026-10-19");
        assertThat(kept(list)).containsExactly("2026-10 59520 HELD ");
        theHouseSettles();

        assertThat(kept(list)).as("the household is owed it all the same").isEmpty();
    }

    @Test
    void moneyThatNobodyFetchedComesWithTheNextListUnderACauseOfItsOwn() {
        int elder = child("Hà Thị Pàng");
        office.takenOver(elder, 540_000, SIGNED);
        office.workedOut(OCTOBER, List.of(Months.of(elder, OCTOBER, OCTOBER, 540_000)));
        long list = approved();
        office.as(
                office.preparer,
                "select payments.report_lines(%d, 'not_collected', '2026-10-20', 'biên bản')".formatted(list));
        office.workedOut(OCTOBER.plusMonths(1), List.of(Months.of(elder, OCTOBER, OCTOBER.plusMonths(1), 540_000)));

        long november = office.prepare(OCTOBER.plusMonths(1));

        assertThat(office.text(
                        "select string_agg(part || ' ' || cause || ' ' || after, ',' order by part) from payments.difference where payroll_id = "
                                + november))
                .contains("arrears came_back 540000");
    }
}
