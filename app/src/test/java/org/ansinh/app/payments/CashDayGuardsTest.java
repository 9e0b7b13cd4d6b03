package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.payments.CashDayDesk.Act;
import org.ansinh.app.payments.CashDayDesk.Receipt;
import org.ansinh.app.payments.CashDayDesk.Recorded;
import org.ansinh.app.payments.CashDayDesk.Representative;
import org.junit.jupiter.api.Test;

/** What the database refuses of a pay day, whoever asks: the pages, a function, the owner of its tables. */
class CashDayGuardsTest extends CashVillage {

    @Test
    void moneyOfADayIsReportedByTheDayAlone() {
        long id = opened();
        long list =
                office.owner("select max(payroll_id)::int from payments.instruction where dispatch_id = " + dispatch);
        var keys = "'p%1$d/2026-09-01/0','p%1$d/2026-10-01/0'".formatted(hoa);
        var paid = "select payments.report_lines(%d, 'paid', '2026-10-20', 'Sổ tay', array[%s])".formatted(list, keys);
        assertThat(rule(() -> office.as(clerk, paid))).isEqualTo("reported_by_its_day");
        recorded(FIRST, id, Act.PAID, SIGNED, hoa);
        assertThat(rule(() -> office.as(clerk, paid.replace("'paid'", "'returned'"))))
                .as("while the day is open, money comes back to the day")
                .isEqualTo("reported_by_its_day");
        assertThat(raw(
                        "update payments.cash_line set state = 'paid', paid_on = '2026-10-20', signed = 'signature' where key = '%s'"
                                .formatted(key(vy))))
                .isEqualTo("paid_on_a_pay_day");
        assertThat(raw("""
                set ansinh.today = '2026-10-25'; update payments.cash_line set state = 'paid', paid_on = '2026-10-25', signed = 'signature' where key = '%s'""".formatted(key(vy))))
                .as("said on the day and not in the books")
                .isEqualTo("cash_line_is_reported");
        assertThat(states(id)).startsWith("Đặng Văn Vỹ OPEN");
    }

    @Test
    void whoTakesMoneyForAnotherHasADatedPaper() {
        long id = opened();
        var son = new Representative("Nông Văn Lâm", "con trai", "12/UQ", LocalDate.of(2026, 10, 1));
        var late = new Representative("Nông Văn Lâm", "con trai", "12/UQ", SECOND);
        assertThat(rule(recorded(FIRST, id, Act.PAID, new Receipt(false, Optional.of(late), ""), hoa)))
                .as("written after the money was handed out")
                .isEqualTo("representative_has_paper");
        assertThat(raw("""
                set ansinh.today = '2026-10-25';
                update payments.cash_line set state = 'paid', paid_on = '2026-10-25', signed = 'signature', representative = 'Nông Văn Lâm' where key = '%s'""".formatted(key(hoa)))).isEqualTo("representative_has_paper");
        assertThat(rule(recorded(FIRST, id, Act.PAID, new Receipt(false, Optional.of(son), ""), hoa, vy)))
                .isEqualTo("representative_for_one");
        assertThat(recorded(FIRST, id, Act.PAID, new Receipt(false, Optional.of(son), ""), hoa))
                .isEqualTo(new Recorded.Done(1));
        assertThat(at(FIRST, clerk).lines(id).getLast().receipt().representative())
                .contains(son);
    }

    @Test
    void aDayIsClosedByAnotherWhoCountsWhatIsLeft() {
        long id = opened();
        recorded(FIRST, id, Act.PAID, SIGNED, hoa, vy);
        recorded(FIRST, id, Act.ABSENT, SIGNED, pao);
        assertThat(rule(at(SECOND, office.chair).close(id, TWO_MONTHS))).isEqualTo("cash_day_unaccounted");
        recorded(SECOND, id, Act.NOT_COLLECTED, SIGNED, pao);
        assertThat(rule(at(SECOND, office.preparer).close(id, TWO_MONTHS)))
                .as("paid")
                .isEqualTo("cash_day_closed_by_another");
        assertThat(rule(at(SECOND, clerk).close(id, TWO_MONTHS)))
                .as("recorded")
                .isEqualTo("cash_day_closed_by_another");
        assertThat(at(SECOND, office.chair).close(id, 500_000)).hasValueSatisfying(it -> {
            assertThat(it.name()).isEqualTo("cash_adds_up");
            assertThat(it.detail()).isEqualTo("3.240.000|2.160.000|1.080.000|500.000");
        });
        assertThat(rule(at(SECOND, office.chair).close(id, TWO_MONTHS))).isEqualTo("cash_day_has_its_list");
        scanned(id);
        assertThat(at(SECOND, office.chair).close(id, TWO_MONTHS)).isEmpty();
        assertThat(day(id).closing().orElseThrow().left()).isEqualTo(TWO_MONTHS);
    }

    @Test
    void theDatabaseItselfRefusesWhatMustNotHappen() {
        long id = opened();
        var closed =
                "update payments.cash_day set closed_by = '%s', closed_at = now(), closed_on = '2026-10-28', cash_left = %d where cash_day_id = %d";
        assertThat(raw(closed.formatted("officer_" + third.number(), 3 * TWO_MONTHS, id)))
                .isEqualTo("cash_day_unaccounted");
        recorded(FIRST, id, Act.PAID, SIGNED, hoa, vy, pao);
        scanned(id);
        assertThat(raw(closed.formatted("officer_" + office.preparer.number(), 0, id)))
                .isEqualTo("cash_day_closed_by_another");
        assertThat(raw(closed.formatted("officer_" + third.number(), 1000, id))).isEqualTo("cash_adds_up");
        assertThat(at(SECOND, third).close(id, 0)).isEmpty();
        assertThat(raw("update payments.cash_day set observer = 'ai khác' where cash_day_id = " + id))
                .isEqualTo("cash_day_is_closed");
        assertThat(raw("update payments.cash_line set state = 'came_back', why = 'x' where cash_day_id = " + id))
                .isEqualTo("cash_day_is_closed");
        assertThat(raw("delete from payments.cash_line where cash_day_id = " + id))
                .isEqualTo("cash_line_stays");
        assertThat(raw("delete from payments.cash_day where cash_day_id = " + id))
                .isEqualTo("cash_day_stays");
        assertThat(raw("update payments.cash_paper set given_name = 'x.jpg'")).isEqualTo("cash_paper_stays");
        assertThat(raw("delete from payments.cash_paper_part")).isEqualTo("cash_paper_stays");
        assertThat(rule(recorded(SECOND, id, Act.CAME_BACK, new Receipt(false, Optional.empty(), "x"), hoa)))
                .isEqualTo("cash_day_is_closed");
        assertThat(rule(() -> scanned(id))).isEqualTo("cash_day_is_closed");
        assertThat(rule(() -> office.as(clerk, "select 1 from payments.cash_day for update")))
                .as("no officer writes the tables")
                .isNotEmpty();
    }

    @Test
    void theDayOfAnotherCommuneIsNobodysElse() {
        long id = accounted();
        var neighbour = database.officer("ban.ben", "commune_officer", "01273");
        assertThat(at(SECOND, neighbour).find(id)).isEmpty();
        assertThat(at(SECOND, neighbour).lines(id)).isEmpty();
        assertThat(rule(at(SECOND, neighbour).record(id, Act.PAID, List.of(key(pao)), SIGNED)))
                .isEqualTo("cash_day_in_own_area");
        assertThat(rule(at(SECOND, neighbour).close(id, TWO_MONTHS))).isEqualTo("cash_day_in_own_area");
        assertThat(rule(at(SECOND, neighbour).giveBack(id, SECOND, "x"))).isEqualTo("cash_day_in_own_area");
    }

    @Test
    void whatComesBackAfterTheDayIsReportedAsEver() {
        long id = accounted();
        scanned(id);
        assertThat(at(SECOND, office.chair).close(id, TWO_MONTHS)).isEmpty();
        long list =
                office.owner("select max(payroll_id)::int from payments.instruction where dispatch_id = " + dispatch);
        office.as(
                clerk,
                "select payments.report_lines(%2$d, 'returned', '2026-10-20', 'Biên bản 3', array['p%1$d/2026-09-01/0','p%1$d/2026-10-01/0'])"
                        .formatted(hoa, list));
        assertThat(booked(hoa)).contains("returned 2026-10");
        assertThat(states(id)).as("the day stays what it was").contains("Nông Thị Hoà PAID");
    }
}
