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

/** Not fetched for three months in a row: payment rests by a decision, nothing is lost, and another decision lets it go on. */
class SuspensionTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static int communes = 4000;

    private PayingOffice office;
    private int adult;

    @BeforeEach
    void anAdultWithASevereDisability() {
        office = new PayingOffice(database, "0" + ++communes, "social_assistance");
        adult = office.person("Nông Văn Thiêm");
        office.takenOver(adult, 810_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(adult, YearMonth.of(2026, 6));
    }

    private long list(YearMonth month) {
        office.workedOut(month, List.of(Months.of(adult, JULY, month, 810_000)));
        return office.prepare(month);
    }

    private void notCollected(YearMonth month) {
        long list = list(month);
        office.approve(office.chair, list);
        office.as(
                office.preparer,
                "select payments.report_lines(%d, 'not_collected', '2026-10-20', 'BB')".formatted(list));
    }

    private String notFetched(int months) {
        return database.as(
                Actor.officer(office.preparer),
                () -> database.jdbc()
                        .sql("""
                                select coalesce(string_agg(to_char(first_month, 'YYYY-MM ') || months || ' ' || amount, ','), '')
                                  from payments.not_fetched('social_assistance', ?, '2026-10-01', ?)""")
                        .params(office.commune, months)
                        .query(String.class)
                        .single());
    }

    private long drafted() {
        return office.number(
                office.preparer,
                "select payments.draft_suspension('social_assistance', 'p', %d, '%s', 'not_fetched_three_months', 'không đến nhận ba tháng')"
                        .formatted(adult, office.commune));
    }

    private void move(OfficerId officer, long id, String act, String why) {
        office.as(officer, "select payments.move_suspension(%d, '%s', %s)".formatted(id, act, why));
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
    void threeMonthsInARowAreAProposalAndTwoAreNot() {
        for (var month : List.of(YearMonth.of(2026, 8), SEPTEMBER)) {
            notCollected(month);
        }
        // August's list had July and August.
        assertThat(notFetched(3)).isEqualTo("2026-07 3 2430000");
        assertThat(notFetched(4)).isEmpty();
        drafted();
        assertThat(notFetched(3)).as("what is drafted is proposed no more").isEmpty();
    }

    @Test
    void whoCameOnceIsCountedFromThen() {
        notCollected(SEPTEMBER);
        long october = list(OCTOBER);
        office.approve(office.chair, october);
        office.as(office.preparer, "select payments.report_lines(%d, 'paid', '2026-10-20', 'DS')".formatted(october));

        assertThat(notFetched(1)).isEmpty();
    }

    @Test
    void whoIsSuspendedIsOnNoListAndStaysOwed() {
        long september = list(SEPTEMBER);
        office.approve(office.chair, september);
        long suspension = drafted();
        long october = list(OCTOBER);
        assertThat(office.lines(october, adult)).as("a draft suspends nobody").containsExactly("2026-10 810000");
        office.discard(october);

        move(office.chair, suspension, "sign", "null");

        assertThat(list(NOVEMBER)).isZero();
        assertThat(office.withheld(NOVEMBER, adult))
                .containsExactly("suspended 2026-10 810000", "suspended 2026-11 810000");
        move(office.preparer, suspension, "resume", "'đã đến nhận'");
        move(office.chair, suspension, "sign", "null");
        assertThat(office.lines(list(NOVEMBER), adult)).containsExactly("2026-10 810000", "2026-11 810000");
    }

    @Test
    void aListDrawnBeforeTheSignatureIsNotApproved() {
        long october = list(OCTOBER);
        move(office.chair, drafted(), "sign", "null");

        assertThat(rule(() -> office.approve(office.chair, october))).isEqualTo("list_overtaken");
    }

    @Test
    void twoOfficersStandForEachOfTheTwoDecisions() {
        long suspension = drafted();
        assertThat(rule(() -> drafted())).isEqualTo("suspension_one_open");
        assertThat(rule(() -> move(office.preparer, suspension, "sign", "null")))
                .isEqualTo("suspension_signed_by_authority");
        move(office.chair, suspension, "return", "'chưa hỏi thôn'");
        assertThat(rule(() -> move(office.chair, suspension, "sign", "null"))).isEqualTo("suspension_stays");

        long again = drafted();
        move(office.chair, again, "sign", "null");
        assertThat(rule(() -> move(office.chair, again, "resume", "'đã đến'")))
                .isEqualTo("suspension_drafted_by_officer");
        move(office.preparer, again, "resume", "'đã đến'");
        move(office.chair, again, "return", "'chưa đến'");
        assertThat(office.text("select state from payments.suspension where suspension_id = " + again))
                .isEqualTo("in_force");
    }

    @Test
    void whoHasNoDecisionHereIsNotSuspended() {
        int stranger = office.person("Lý Thị Lạ");
        assertThat(rule(() -> office.number(
                        office.preparer,
                        "select payments.draft_suspension('social_assistance', 'p', %d, '%s', 'in_custody', 'x')"
                                .formatted(stranger, office.commune))))
                .isEqualTo("suspension_of_a_decision");
    }
}
