package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.DispatchDesk.Sent;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/**
 * October's list, with September's arrears, is approved on 20 October 2026. The same day the register learns that somebody on it died on 18 September: September is owed and goes,
 * October is not sent, and nobody has to pay anything back.
 */
class DeathAfterApprovalTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static int communes = 6100;

    @TempDir
    Path folder;

    private PayingOffice office;
    private OfficerId deputy;
    private PaymentsAlone payments;
    private int hoa;
    private int mai;

    @BeforeEach
    void twoElders() {
        office = new PayingOffice(database, "0" + ++communes, "social_pension");
        deputy = database.officer("pho.chu.tich." + communes, "commune_chair", office.commune);
        payments = new PaymentsAlone(database.source(), database.transactions(), database.clock(), folder);
        hoa = elder("Nông Thị Hoa");
        mai = elder("Hoàng Thị Mai");
    }

    private int elder(String name) {
        return elder(name, AUGUST);
    }

    private int elder(String name, YearMonth paidThrough) {
        int id = office.person(name);
        office.takenOver(id, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(id, paidThrough);
        return id;
    }

    /** What the law gives through a month, Hoa up to her last. */
    private void owed(YearMonth through, YearMonth lastOfHoa) {
        office.workedOut(
                through,
                List.of(Months.of(hoa, SEPTEMBER, lastOfHoa, 540_000), Months.of(mai, SEPTEMBER, through, 540_000)));
    }

    private long approvedOctober() {
        owed(OCTOBER, OCTOBER);
        long list = office.prepare(OCTOBER);
        office.approve(office.chair, list);
        return list;
    }

    private void diedOn(String day) {
        office.owner("update registry.person set died_on = %s where id = %d returning id".formatted(day, hoa));
    }

    private void theHouseSettles() {
        Acting.run(Actor.WORKER, payments::settleHeldParts);
    }

    private Sent prepared(long list) {
        return Acting.as(
                Actor.officer(office.preparer), () -> payments.dispatches().prepare("cash", List.of(list)));
    }

    private Sent released(long dispatch) {
        return Acting.as(Actor.officer(deputy), () -> payments.dispatches().release(dispatch));
    }

    private static long dispatch(Sent sent) {
        return ((Sent.Done) sent).dispatchId();
    }

    private String instructed(long list) {
        return office.text("""
                select coalesce(string_agg(subject_id || ' ' || array_to_string(array(select to_char(m, 'YYYY-MM') from unnest(months) m), '+') || ' ' || amount, ', ' order by subject_id), '')
                  from payments.instruction where payroll_id = """ + list);
    }

    private List<String> kept(OfficerId officer, long list) {
        return Acting.as(
                Actor.officer(officer),
                () -> payments.kept().ofList(list).stream()
                        .map(it -> it.month() + " " + it.amount() + " " + it.cause() + " " + it.document())
                        .toList());
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
    void septemberGoesAndOctoberIsNotSent() {
        long list = approvedOctober();

        diedOn("'2026-09-18'");
        assertThat(kept(office.preparer, list))
                .as("held from the moment it is recorded, for nobody has asked the law yet")
                .containsExactly("2026-09 540000 HELD ", "2026-10 540000 HELD ");

        owed(OCTOBER, SEPTEMBER);
        theHouseSettles();

        assertThat(kept(office.preparer, list)).containsExactly("2026-10 540000 NOT_SENT Sổ ghi: mất ngày 18/09/2026");
        long both = dispatch(prepared(list));
        assertThat(instructed(list)).isEqualTo("%d 2026-09 540000, %d 2026-09+2026-10 1080000".formatted(hoa, mai));
        assertThat(released(both)).isEqualTo(new Sent.Done(both));
        assertThat(office.withheld(OCTOBER, hoa)).as("nobody was paid too much").isEmpty();
        assertThat(theLine(list, OCTOBER)).isEqualTo("not_sent");
    }

    private String theLine(long list, YearMonth month) {
        return office.text("""
                select coalesce(string_agg(outcome, ','), '') from payments.outcome where payroll_id = %d and subject_id = %d and for_month = '%s'""".formatted(list, hoa, month.atDay(1)));
    }

    @Test
    void theMoneyThatWasNotSentLiesOnTheAccountOfWhatCameBackAndTheNextListTakesItFromThere() {
        long list = approvedOctober();
        diedOn("'2026-09-18'");
        owed(OCTOBER, SEPTEMBER);
        theHouseSettles();
        assertThat(carried()).isEqualTo(540_000);

        diedOn("null");
        owed(NOVEMBER, NOVEMBER);
        long november = office.prepare(NOVEMBER);
        office.approve(office.chair, november);

        assertThat(office.lines(november, hoa)).containsExactly("2026-10 540000", "2026-11 540000");
        assertThat(office.lines(list, hoa)).containsExactly("2026-09 540000", "2026-10 540000");
        assertThat(carried()).isZero();
    }

    private long carried() {
        return office.owner("select ledger.face_balance(ledger.face_found('carried', 'social_pension', '%s'))"
                .formatted(office.commune));
    }

    @Test
    void whoeverWasNotDeadAfterAllGetsAllOfItWithTheListAsItWasApproved() {
        long list = approvedOctober();
        diedOn("'2026-09-18'");
        diedOn("null");

        prepared(list);

        assertThat(instructed(list))
                .isEqualTo("%d 2026-09+2026-10 1080000, %d 2026-09+2026-10 1080000".formatted(hoa, mai));
        assertThat(kept(office.preparer, list)).isEmpty();
    }

    @Test
    void aDispatchThatWaitsIsNotReleasedWithHer() {
        long list = approvedOctober();
        long both = dispatch(prepared(list));
        diedOn("'2026-09-18'");
        assertThat(rule(() -> office.as(deputy, "select payments.release_dispatch(%d, 1000)".formatted(both))))
                .as("with a connection of one's own too")
                .isEqualTo("dispatch_has_gone");
        owed(OCTOBER, SEPTEMBER);

        assertThat(released(both))
                .isInstanceOfSatisfying(
                        Sent.Refused.class, it -> assertThat(it.rule().name()).isEqualTo("dispatch_overtaken"));

        Acting.run(Actor.officer(office.preparer), () -> payments.dispatches().withdraw(both));
        long again = dispatch(prepared(list));
        assertThat(instructed(list)).isEqualTo("%d 2026-09 540000, %d 2026-09+2026-10 1080000".formatted(hoa, mai));
        assertThat(released(again)).isEqualTo(new Sent.Done(again));
    }

    @Test
    void whatHasLeftCannotBeCalledBackAndBecomesAProposal() {
        long list = approvedOctober();
        long both = dispatch(prepared(list));
        released(both);

        diedOn("'2026-09-18'");
        owed(OCTOBER, SEPTEMBER);
        theHouseSettles();

        assertThat(kept(office.preparer, list)).isEmpty();
        assertThat(office.withheld(OCTOBER, hoa)).containsExactly("overpaid 2026-10 540000");
    }

    @Test
    void whoDiedInTheMonthThatIsOwedIsPaidAsItWasApproved() {
        long list = approvedOctober();
        diedOn("'2026-10-02'");

        prepared(list);

        assertThat(instructed(list)).contains(hoa + " 2026-09+2026-10 1080000");
        assertThat(kept(office.preparer, list)).isEmpty();
    }

    @Test
    void whatWasToldFirstAndRecordedAfterwardsIsHeldWithoutAGap() {
        long list = approvedOctober();
        office.owner("""
                with r as (insert into registry.recording (number, at, officer, act) values ((select coalesce(max(number), 0) + 1 from registry.recording), now(), 'lan', 'village_report') returning number)
                insert into registry.notice (source, kind, commune_code, person_id, name, folded, in_month, note, place, recording)
                select 'funeral_claim', 'death', '%s', %d, 'Nông Thị Hoa', 'nong thi hoa', '2026-10-01', '', 1, number from r returning id""".formatted(office.commune, hoa));
        assertThat(kept(office.preparer, list))
                .containsExactly("2026-09 540000 TOLD_DEAD ", "2026-10 540000 TOLD_DEAD ");

        diedOn("'2026-09-18'");
        assertThat(kept(office.preparer, list)).containsExactly("2026-09 540000 HELD ", "2026-10 540000 HELD ");
    }

    @Test
    void aQuarterThatIsOwedInPartIsNotSentAndItsPartComesWithTheNextList() {
        office = new PayingOffice(database, "0" + ++communes, "social_pension");
        hoa = elder("Lý Thị Hoan", YearMonth.of(2026, 6));
        office.workedOut(OCTOBER, 3, List.of(Months.of(hoa, YearMonth.of(2026, 7), SEPTEMBER, 100_000)));
        long list = office.prepare(OCTOBER);
        office.approve(office.chair, list);
        assertThat(office.lines(list, hoa)).containsExactly("2026-09 300000");

        diedOn("'2026-07-20'");
        office.workedOut(OCTOBER, 3, List.of(Months.of(hoa, YearMonth.of(2026, 7), YearMonth.of(2026, 7), 100_000)));
        theHouseSettles();

        assertThat(kept(office.preparer, list)).containsExactly("2026-09 300000 NOT_SENT Sổ ghi: mất ngày 20/07/2026");
        long again = office.prepare(OCTOBER);
        assertThat(office.lines(again, hoa)).containsExactly("2026-09 100000");
    }

    @Test
    void whoMovedAndIsStillOwedIsPaidOnceByTheListTheyStandOn() {
        long list = approvedOctober();
        var there = new PayingOffice(database, "0" + ++communes, "social_pension");
        office.owner("update registry.person set commune_code = '%s' where id = %d returning id"
                .formatted(there.commune, hoa));
        assertThat(kept(office.preparer, list))
                .as("nobody has asked what the law owes there")
                .hasSize(2);
        assertThat(prepared(list)).isInstanceOf(Sent.Done.class);
        assertThat(instructed(list)).startsWith(mai + " ");

        there.workedOut(OCTOBER, List.of(Months.of(hoa, SEPTEMBER, OCTOBER, 540_000)));
        prepared(list);

        assertThat(instructed(list))
                .isEqualTo("%d 2026-09+2026-10 1080000, %d 2026-09+2026-10 1080000".formatted(hoa, mai));
        assertThat(there.prepare(OCTOBER)).as("no list of the new commune").isZero();
    }

    @Test
    void nobodyAtWorkSettlesByHandAndAnotherCommuneSeesNothing() {
        long list = approvedOctober();
        diedOn("'2026-09-18'");
        owed(OCTOBER, SEPTEMBER);
        var neighbour = database.officer("chi.tra." + communes, "paying_officer", "01273");

        assertThat(rule(() -> office.as(
                        office.preparer, "select payments.settle_part(%d, 'p', %d, 'x')".formatted(list, hoa))))
                .isEqualTo("42501");
        assertThat(rule(() -> office.as(
                        office.preparer,
                        "select payments.report_lines(%d, 'not_sent', '2026-10-20', 'x')".formatted(list))))
                .isEqualTo("not_sent_is_the_houses_word");
        assertThat(kept(neighbour, list)).isEmpty();
        theHouseSettles();
        assertThat(kept(neighbour, list)).isEmpty();
        assertThat(kept(deputy, list)).hasSize(1);
    }
}
