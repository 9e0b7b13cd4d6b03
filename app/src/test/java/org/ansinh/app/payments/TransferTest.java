package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;

/**
 * On 20 October 2026 an elder of Nà Mèo, paid 540,000 đồng a month, moves to another commune. The old one decides that it pays through October, the new one that it goes on from
 * November: each month is paid once, by one of the two, whichever signs late and wherever the register says she lives.
 */
class TransferTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static int communes = 7100;

    private PayingOffice old;
    private PayingOffice fresh;
    private int hoa;
    private int mai;

    @BeforeEach
    void twoCommunes() {
        old = commune();
        fresh = commune();
        hoa = elder("Nông Thị Hoa");
        mai = elder("Hoàng Thị Mai");
    }

    private static PayingOffice commune() {
        communes++;
        var office = new PayingOffice(database, "0" + communes, "social_pension");
        office.owner(
                "insert into territory.commune (code, kind, name, district, days) values ('0%1$d', 'Xã', 'Xã %1$d', '', '[2025-07-01,)') returning 1"
                        .formatted(communes));
        return office;
    }

    private int elder(String name) {
        int id = old.person(name);
        old.takenOver(id, 540_000, LocalDate.of(2025, 7, 8));
        old.paidThrough(id, SEPTEMBER);
        return id;
    }

    /** What the law gives both through a month, worked out where each of them lives. */
    private void owed(YearMonth through, PayingOffice homeOfHoa) {
        var hers = Months.of(hoa, OCTOBER, through, 540_000);
        var others = Months.of(mai, OCTOBER, through, 540_000);
        old.workedOut(through, homeOfHoa == old ? List.of(hers, others) : List.of(others));
        fresh.workedOut(through, homeOfHoa == fresh ? List.of(hers) : List.of());
    }

    private void livesInTheNewCommune() {
        old.owner("update registry.person set commune_code = '%s' where id = %d returning id"
                .formatted(fresh.commune, hoa));
    }

    private long drafted(YearMonth last) {
        return old.number(
                old.preparer,
                "select payments.draft_transfer('social_pension', 'p', %d, '%s', '%s', '%s', 'pensioner_moves', 'thường trú tại xã mới từ 15/10/2026')"
                        .formatted(hoa, old.commune, fresh.commune, last.atDay(1)));
    }

    private void act(OfficerId officer, long id, String act) {
        old.as(
                officer,
                "select payments.move_transfer(%d, '%s', %s)"
                        .formatted(id, act, act.equals("sign") ? "null" : "'đã về ở thôn Nà Pồng'"));
    }

    private long sent(YearMonth last) {
        long id = drafted(last);
        act(old.chair, id, "sign");
        return id;
    }

    private void received(long id) {
        act(fresh.preparer, id, "receive");
        act(fresh.chair, id, "sign");
    }

    private List<String> approved(PayingOffice office, YearMonth month) {
        long list = office.prepare(month);
        if (list == 0) {
            return List.of();
        }
        office.approve(office.chair, list);
        return office.lines(list, hoa);
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
    void theOldCommunePaysThroughOctoberAndTheNewOneFromNovember() {
        received(sent(OCTOBER));
        owed(OCTOBER, old);
        assertThat(approved(fresh, OCTOBER)).isEmpty();
        assertThat(approved(old, OCTOBER)).containsExactly("2026-10 540000");

        livesInTheNewCommune();
        owed(NOVEMBER, fresh);
        assertThat(approved(old, NOVEMBER)).isEmpty();
        assertThat(approved(fresh, NOVEMBER)).containsExactly("2026-11 540000");
        assertThat(approved(fresh, NOVEMBER)).as("once").isEmpty();
        assertThat(approved(old, NOVEMBER)).isEmpty();
    }

    @Test
    void untilTheNewCommuneHasSignedNobodyPaysAndThenAllThatWaitedComesAtOnce() {
        long id = sent(OCTOBER);
        livesInTheNewCommune();
        owed(DECEMBER, fresh);
        assertThat(approved(fresh, DECEMBER)).isEmpty();
        assertThat(fresh.withheld(DECEMBER, hoa))
                .containsExactly("not_received 2026-11 540000", "not_received 2026-12 540000");
        assertThat(approved(old, DECEMBER))
                .as("October is the old one's, wherever she lives by now")
                .containsExactly("2026-10 540000");

        received(id);
        assertThat(approved(fresh, DECEMBER)).containsExactly("2026-11 540000", "2026-12 540000");
        assertThat(fresh.withheld(DECEMBER, hoa)).isEmpty();
        assertThat(approved(old, DECEMBER)).isEmpty();
    }

    @Test
    void theNewCommunePaysHerThoughTheRegisterHasNotMovedHerYet() {
        received(sent(OCTOBER));
        owed(NOVEMBER, old);

        assertThat(approved(fresh, NOVEMBER)).containsExactly("2026-11 540000");
        assertThat(approved(old, NOVEMBER)).containsExactly("2026-10 540000");
        assertThat(old.text(
                        "select string_agg(for_month || ' ' || commune_code, ', ' order by for_month) from payments.line where subject_id = "
                                + hoa))
                .isEqualTo("2026-10-01 %s, 2026-11-01 %s".formatted(old.commune, fresh.commune));
    }

    @Test
    void aListDrawnBeforeTheSignatureIsNotApprovedAndIsDrawnAnew() {
        owed(NOVEMBER, old);
        long draft = old.prepare(NOVEMBER);
        assertThat(old.lines(draft, hoa)).containsExactly("2026-10 540000", "2026-11 540000");
        sent(OCTOBER);

        assertThat(rule(() -> old.approve(old.chair, draft))).isEqualTo("list_overtaken");
        long again = old.prepare(NOVEMBER);
        assertThat(old.lines(again, hoa)).containsExactly("2026-10 540000");
        assertThat(old.lines(again, mai)).containsExactly("2026-10 540000", "2026-11 540000");
    }

    @Test
    void whatTheOldCommuneHasListedAlreadyTheNewOneDoesNotPayAgain() {
        owed(NOVEMBER, old);
        assertThat(approved(old, NOVEMBER)).containsExactly("2026-10 540000", "2026-11 540000");

        received(sent(OCTOBER));
        livesInTheNewCommune();
        owed(DECEMBER, fresh);

        assertThat(approved(fresh, DECEMBER)).containsExactly("2026-12 540000");
    }

    @Test
    void whoeverMovesOnIsPaidByThreeCommunesOneAfterTheOther() {
        received(sent(OCTOBER));
        livesInTheNewCommune();
        var third = commune();
        long on = fresh.number(
                fresh.preparer,
                "select payments.draft_transfer('social_pension', 'p', %d, '%s', '%s', '2026-11-01', '', 'về với con')"
                        .formatted(hoa, fresh.commune, third.commune));
        act(fresh.chair, on, "sign");
        act(third.preparer, on, "receive");
        act(third.chair, on, "sign");
        owed(DECEMBER, fresh);
        third.workedOut(DECEMBER, List.of());

        assertThat(approved(third, DECEMBER)).containsExactly("2026-12 540000");
        assertThat(approved(old, DECEMBER)).containsExactly("2026-10 540000");
        assertThat(approved(fresh, DECEMBER)).containsExactly("2026-11 540000");
    }

    @Test
    void twoOfficersOfTheRightCommuneStandForEachOfTheTwoDecisions() {
        long id = drafted(OCTOBER);
        assertThat(rule(() -> act(old.preparer, id, "sign"))).isEqualTo("transfer_signed_by_authority");
        assertThat(rule(() -> act(fresh.chair, id, "sign"))).isEqualTo("transfer_in_own_area");
        assertThat(rule(() -> drafted(OCTOBER))).isEqualTo("transfer_one_open");
        assertThat(seen(fresh.preparer))
                .as("a draft is the old commune's alone")
                .isZero();
        act(old.chair, id, "sign");
        assertThat(seen(fresh.preparer)).isEqualTo(1);

        assertThat(rule(() -> act(old.preparer, id, "receive"))).isEqualTo("transfer_in_own_area");
        act(fresh.preparer, id, "receive");
        assertThat(rule(() -> act(old.chair, id, "sign"))).isEqualTo("transfer_in_own_area");
        act(fresh.chair, id, "sign");
        assertThat(old.text(
                        "select book_number || ' ' || receipt_number from payments.transfer where transfer_id = " + id))
                .isEqualTo("1 1");
        assertThat(rule(() -> act(fresh.chair, id, "sign"))).isEqualTo("transfer_stays");
    }

    private long seen(OfficerId officer) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc()
                        .sql("select count(*) from payments.transfers(null)")
                        .query(Long.class)
                        .single());
    }

    @Test
    void theDatabaseRefusesWhatIsOutsideOnesAreaOrNotDecided() {
        var neighbour = database.officer("binh." + communes, "commune_officer", "01273");
        String asked =
                "select payments.draft_transfer('social_pension', 'p', %d, '%s', '%s', '%s', 'pensioner_moves', 'x')";
        assertThat(rule(() -> old.as(neighbour, asked.formatted(hoa, old.commune, fresh.commune, "2026-10-01"))))
                .isEqualTo("transfer_in_own_area");
        assertThat(rule(() -> old.as(neighbour, asked.formatted(hoa, "01273", fresh.commune, "2026-10-01"))))
                .as("nobody of his own commune")
                .isEqualTo("transfer_of_a_decision");
        assertThat(rule(() -> old.as(old.preparer, asked.formatted(hoa, old.commune, "99999", "2026-10-01"))))
                .isEqualTo("transfer_to_a_commune");
        assertThat(rule(() -> old.as(old.preparer, asked.formatted(hoa, old.commune, fresh.commune, "2027-10-01"))))
                .isEqualTo("transfer_month_is_near");
        assertThat(rule(() -> old.as(old.preparer, asked.formatted(hoa, old.commune, old.commune, "2026-10-01"))))
                .isEqualTo("transfer_to_another_commune");
        assertThat(rule(() -> old.as(old.chair, asked.formatted(hoa, old.commune, fresh.commune, "2026-10-01"))))
                .isEqualTo("transfer_drafted_by_officer");
        assertThat(rule(() -> old.as(old.preparer, "update payments.transfer set state = 'sent' returning 1")))
                .isEqualTo("42501");
        long id = sent(OCTOBER);
        assertThat(rule(() -> act(neighbour, id, "receive"))).isEqualTo("transfer_in_own_area");
        old.stopped(mai, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 1));
        assertThat(rule(() -> old.as(old.preparer, asked.formatted(mai, old.commune, fresh.commune, "2026-10-01"))))
                .as("her right has ended")
                .isEqualTo("transfer_of_a_decision");
    }

    @Test
    void aDraftThatIsSentBackChangesNothing() {
        long id = drafted(OCTOBER);
        act(old.chair, id, "return");
        owed(NOVEMBER, old);
        assertThat(approved(old, NOVEMBER)).containsExactly("2026-10 540000", "2026-11 540000");
        assertThat(drafted(NOVEMBER)).isGreaterThan(id);
    }
}
