package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** On 20 October 2026: what waits among recoveries and suspensions is told to whoever may do it, with how many and since when, and to nobody else. */
class MoneyOnTheWorkOfTheDayTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static int communes = 6400;

    @TempDir
    Path folder;

    private PayingOffice office;
    private PaymentsAlone payments;
    private OfficerId lan;
    private int thiem;

    @BeforeEach
    void anAdultWithASevereDisability() {
        office = new PayingOffice(database, "0" + ++communes, "social_assistance");
        payments = new PaymentsAlone(database.source(), database.transactions(), database.clock(), folder);
        lan = database.officer("lan." + communes, "commune_officer", office.commune);
        thiem = office.person("Nông Văn Thiêm");
        office.takenOver(thiem, 810_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(thiem, YearMonth.of(2026, 7));
    }

    private List<String> waiting(OfficerId officer) {
        return database.as(
                Actor.officer(officer),
                () ->
                        payments
                                .work()
                                .waiting(OCTOBER, Map.of("social_assistance", 3), Map.of("reassessment_refused", 3))
                                .stream()
                                .map(it -> it.what() + " " + it.number() + " " + it.amount()
                                        + it.since().map(day -> " " + day).orElse(""))
                                .toList());
    }

    private long approved(YearMonth month, YearMonth owedTo) {
        office.workedOut(month, List.of(Months.of(thiem, AUGUST, owedTo, 810_000)));
        long list = office.prepare(month);
        office.approve(office.chair, list);
        return list;
    }

    @Test
    void anOverpaymentIsProposedToWhoeverDraftsAndItsDraftToWhoeverSigns() {
        approved(OCTOBER, OCTOBER);
        office.workedOut(
                OCTOBER, List.of(Months.of(thiem, AUGUST, SEPTEMBER, 810_000), Months.of(thiem, OCTOBER, OCTOBER, 0)));
        assertThat(waiting(office.preparer)).containsExactly("overpaid 1 810000");
        assertThat(waiting(lan)).containsExactly("overpaid 1 810000");
        assertThat(waiting(office.chair)).as("a chair drafts nothing").isEmpty();

        office.as(office.preparer, """
                select payments.draft_recovery('social_assistance', 'p', %d, '%s', '2026-10-01', 'repaid', null, 'không còn đủ điều kiện từ tháng 10')""".formatted(thiem, office.commune));

        assertThat(waiting(office.chair)).containsExactly("recovery_to_sign 1 810000 2026-10-20");
        assertThat(waiting(office.preparer)).containsExactly("overpaid 1 810000");
        var neighbour = database.officer("binh." + communes, "commune_chair", "01273");
        var inspector = database.officer("thanh.tra." + communes, "inspector", office.commune);
        assertThat(waiting(neighbour)).isEmpty();
        assertThat(waiting(inspector)).as("an inspector writes nothing").isEmpty();
    }

    @Test
    void whoeverDidNotComeForThreeMonthsIsProposedUntilADecisionIsDrafted() {
        for (int month = 8; month <= 10; month++) {
            long list = approved(YearMonth.of(2026, month), YearMonth.of(2026, month));
            office.as(
                    office.preparer,
                    "select payments.report_lines(%d, 'not_collected', '2026-10-20', 'BB')".formatted(list));
        }
        assertThat(waiting(lan)).containsExactly("not_fetched 1 2430000");
        assertThat(waiting(office.chair)).isEmpty();

        long id = office.number(
                office.preparer,
                "select payments.draft_suspension('social_assistance', 'p', %d, '%s', 'not_fetched_three_months', 'không đến nhận ba tháng')"
                        .formatted(thiem, office.commune));
        assertThat(waiting(lan)).isEmpty();
        assertThat(waiting(office.chair)).containsExactly("suspension_to_sign 1 0 2026-10-20");

        office.as(office.chair, "select payments.move_suspension(%d, 'sign', null)".formatted(id));
        office.as(office.preparer, "select payments.move_suspension(%d, 'resume', 'đã đến nhận')".formatted(id));
        assertThat(waiting(office.chair)).containsExactly("resume_to_sign 1 0 2026-10-20");
    }

    /** Circular 02/2021 Art. 2(1)(đ): three months after a suspension for refusing, and still refusing. Of a suspension for another cause the law names no length. */
    @Test
    void theEndIsProposedThreeMonthsAfterASuspensionForRefusing() {
        suspended("Hoàng A Páo", "2026-07-21", "reassessment_refused");
        suspended("Lý Văn Sán", "2026-03-01", "in_custody");
        assertThat(waiting(lan)).as("a day too early, or no length in the law").isEmpty();

        int refuses = suspended("Bế Văn Lực", "2026-07-20", "reassessment_refused");
        assertThat(waiting(lan)).containsExactly("stop_due 1 0 2026-10-20");
        assertThat(waiting(office.preparer))
                .as("who pays does not decide rights")
                .isEmpty();

        office.as(lan, """
                select casework.draft_change('stop', (select max(decision_id) from casework.decision where subject_id = %d), 0, '2026-11-01', 'vẫn không chấp hành')""".formatted(refuses));
        assertThat(waiting(lan)).as("it is drafted").isEmpty();
    }

    private int suspended(String name, String day, String ground) {
        int id = office.person(name);
        office.takenOver(id, 810_000, LocalDate.of(2025, 7, 8));
        office.owner("""
                insert into payments.suspension (programme, subject_kind, subject_id, commune_code, handling, cause, state, drafted_by, drafted_at, signed_by, signed_at, book_year, book_number)
                values ('social_assistance', 'p', %1$d, '%2$s', '%3$s', 'không đi xác định lại', 'in_force', 'a', '%4$s 09:00+07', 'b', '%4$s 10:00+07', 2026, %1$d) returning 1""".formatted(id, office.commune, ground, day));
        return id;
    }
}
