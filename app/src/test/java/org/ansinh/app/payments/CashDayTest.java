package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ansinh.app.payments.CashDayDesk.Act;
import org.ansinh.app.payments.CashDayDesk.Line;
import org.ansinh.app.payments.CashDayDesk.Plan;
import org.ansinh.app.payments.CashDayDesk.Receipt;
import org.ansinh.app.payments.CashDayDesk.Recorded;
import org.ansinh.app.payments.CashDayDesk.Where;
import org.ansinh.app.payments.PayingOffice.Months;
import org.junit.jupiter.api.Test;

/** Cash is handed out in Nà Mèo: who signs, who is absent, who never comes, what is left. */
class CashDayTest extends CashVillage {

    @Test
    void aDayTakesAWholeVillageOnceUnderNumbersByName() {
        var before = at(RELEASED, clerk).villages(dispatch);
        assertThat(before).extracting(CashDayDesk.Village::name).containsExactly("Khuổi Vin", "Nà Mèo");
        long id = opened();
        assertThat(at(RELEASED, clerk).lines(id))
                .extracting(Line::number, Line::payee, Line::birthYear, Line::amount)
                .containsExactly(
                        tuple(1, "Đặng Văn Vỹ", 1944, TWO_MONTHS),
                        tuple(2, "Hoàng A Páo", 1944, TWO_MONTHS),
                        tuple(3, "Nông Thị Hoà", 1944, TWO_MONTHS));
        assertThat(day(id).sums().takenOut()).isEqualTo(3 * TWO_MONTHS);
        assertThat(rule(at(RELEASED, clerk)
                        .open(
                                dispatch,
                                new Where(office.commune, Optional.of(village)),
                                plan(clerk, Optional.empty()))))
                .isEqualTo("cash_day_once");
    }

    @Test
    void aDayIsMadeOfReleasedCashAndByWhoeverServesTheCommune() {
        var where = new Where(office.commune, Optional.of(village));
        var early = new Plan("x", RELEASED.minusDays(1), Optional.empty(), "officer_" + clerk.number(), "Sơn");
        assertThat(rule(at(RELEASED, clerk).open(dispatch, where, early))).isEqualTo("cash_day_of_released_cash");
        assertThat(rule(at(RELEASED, clerk).open(dispatch, where, plan(office.chair, Optional.empty()))))
                .as("a chair hands out no money")
                .isEqualTo("payer_of_the_commune");
        assertThat(rule(at(RELEASED, office.chair).open(dispatch, where, plan(clerk, Optional.empty()))))
                .isEqualTo("cash_day_of_its_officers");
    }

    @Test
    void whoSignsIsPaidWhoIsAbsentHasASecondDayAndWhoNeverComesIsOnTheNextList() {
        long id = opened();
        assertThat(recorded(FIRST, id, Act.PAID, new Receipt(true, Optional.empty(), ""), hoa))
                .isEqualTo(new Recorded.Done(1));
        recorded(FIRST, id, Act.ABSENT, SIGNED, pao, vy);
        assertThat(booked(hoa)).isEqualTo("paid 2026-09 540000, paid 2026-10 540000");
        assertThat(booked(pao)).as("absent is not an end").isEmpty();
        assertThat(rule(recorded(FIRST, id, Act.NOT_COLLECTED, SIGNED, pao))).isEqualTo("second_day_first");
        recorded(SECOND, id, Act.PAID, SIGNED, vy);
        recorded(SECOND, id, Act.NOT_COLLECTED, SIGNED, pao);
        assertThat(states(id)).isEqualTo("Đặng Văn Vỹ PAID, Hoàng A Páo NOT_COLLECTED, Nông Thị Hoà PAID");
        var lines = at(SECOND, clerk).lines(id);
        assertThat(lines.getFirst().paidOn()).contains(SECOND);
        assertThat(lines.getLast().paidOn()).contains(FIRST);
        assertThat(lines.getLast().receipt().fingerprint()).isTrue();
        office.workedOut(
                OCTOBER.plusMonths(1), List.of(Months.of(pao, OCTOBER.minusMonths(1), OCTOBER.plusMonths(1), 540_000)));
        long next = office.prepare(OCTOBER.plusMonths(1));
        assertThat(office.lines(next, pao)).containsExactly("2026-09 540000", "2026-10 540000", "2026-11 540000");
    }

    @Test
    void recordingTwiceIsOnce() {
        long id = opened();
        recorded(FIRST, id, Act.PAID, SIGNED, hoa);
        assertThat(recorded(FIRST, id, Act.PAID, SIGNED, hoa, vy)).isEqualTo(new Recorded.Done(1));
        assertThat(cash()).isEqualTo(2 * TWO_MONTHS);
        assertThat(raw("update payments.cash_line set paid_on = '2026-10-28' where key = '%s'".formatted(key(hoa))))
                .isEqualTo("cash_line_stays");
    }

    @Test
    void twoOfficersWhoRecordAtOnceRecordOnce() throws Exception {
        long id = opened();
        var keys = List.of(key(hoa), key(vy), key(pao));
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Recorded> signed = () -> at(FIRST, clerk).record(id, Act.PAID, keys, SIGNED);
            at(FIRST, clerk).lines(id);
            long lines = 0;
            for (var done : both.invokeAll(List.of(signed, signed, signed))) {
                lines += ((Recorded.Done) done.get()).lines();
            }
            assertThat(lines).isEqualTo(3);
        }
        assertThat(booked(hoa)).isEqualTo("paid 2026-09 540000, paid 2026-10 540000");
        assertThat(cash()).as("what is for Khuổi Vin").isEqualTo(TWO_MONTHS);
    }

    @Test
    void nothingIsRecordedBeforeTheDay() {
        long id = opened();
        assertThat(rule(recorded(RELEASED, id, Act.PAID, SIGNED, hoa))).isEqualTo("paid_on_a_pay_day");
        assertThat(rule(recorded(RELEASED, id, Act.ABSENT, SIGNED, hoa))).isEqualTo("paid_on_a_pay_day");
    }

    @Test
    void aSlipIsTakenBackBeforeTheDayIsClosed() {
        long id = opened();
        recorded(FIRST, id, Act.ABSENT, SIGNED, vy);
        recorded(FIRST, id, Act.PRESENT, SIGNED, vy);
        recorded(FIRST, id, Act.PAID, SIGNED, hoa, vy);
        assertThat(recorded(FIRST, id, Act.CAME_BACK, new Receipt(false, Optional.empty(), "ghi nhầm dòng"), hoa))
                .isEqualTo(new Recorded.Done(1));
        assertThat(booked(hoa))
                .isEqualTo(
                        "paid 2026-09 540000, returned 2026-09 540000, paid 2026-10 540000, returned 2026-10 540000");
        assertThat(day(id).sums().left()).isEqualTo(2 * TWO_MONTHS);
        assertThat(cash()).as("with what is for Khuổi Vin").isEqualTo(3 * TWO_MONTHS);
    }

    @Test
    void aPlanChangesWhileNothingIsRecorded() {
        long id = opened();
        var later = new Plan("UBND xã", FIRST.plusDays(1), Optional.empty(), "officer_" + clerk.number(), "Sơn");
        assertThat(at(RELEASED, clerk).change(id, later)).isEmpty();
        recorded(FIRST.plusDays(1), id, Act.ABSENT, SIGNED, hoa);
        assertThat(rule(at(SECOND, clerk).change(id, plan(office.preparer, Optional.of(SECOND)))))
                .as("another payer, once the money is out")
                .isEqualTo("cash_day_stays");
        assertThat(rule(recorded(SECOND, id, Act.PAID, SIGNED, hoa))).isEqualTo("second_day_first");
        var second = new Plan("UBND xã", FIRST.plusDays(1), Optional.of(SECOND), "officer_" + clerk.number(), "Sơn");
        assertThat(at(SECOND, clerk).change(id, second)).isEmpty();
        assertThat(recorded(SECOND, id, Act.PAID, SIGNED, hoa)).isEqualTo(new Recorded.Done(1));
    }

    @Test
    void whatIsLeftGoesBackToTheTreasuryOnce() {
        long id = accounted();
        scanned(id);
        assertThat(rule(at(SECOND, clerk).giveBack(id, SECOND, "Giấy nộp 7")))
                .isEqualTo("cash_given_back_of_a_closed_day");
        assertThat(at(SECOND, office.chair).close(id, TWO_MONTHS)).isEmpty();
        assertThat(at(SECOND, clerk).giveBack(id, SECOND, "Giấy nộp 7")).isEmpty();
        assertThat(cash()).as("what is left is Khuổi Vin's").isEqualTo(TWO_MONTHS);
        assertThat(rule(at(SECOND, clerk).giveBack(id, SECOND, "Giấy nộp 8")))
                .isEqualTo("cash_given_back_of_a_closed_day");
        assertThat(day(id).closing().orElseThrow().givenBack()).contains("Giấy nộp 7");
    }

    @Test
    void aDayWaitsForWhoeverRecordsItAndThenForWhoeverClosesIt() {
        long id = opened();
        assertThat(waiting(RELEASED, clerk)).as("it has not come").isEmpty();
        assertThat(waiting(FIRST, clerk)).containsExactly("cash_day_to_record 1 3240000 2026-10-25");
        recorded(FIRST, id, Act.PAID, SIGNED, hoa, vy);
        recorded(FIRST, id, Act.ABSENT, SIGNED, pao);
        assertThat(waiting(FIRST, clerk)).as("until the second day").isEmpty();
        assertThat(waiting(SECOND, clerk)).containsExactly("cash_day_to_record 1 1080000 2026-10-28");
        recorded(SECOND, id, Act.NOT_COLLECTED, SIGNED, pao);
        assertThat(waiting(SECOND, clerk)).as("recorded it").isEmpty();
        assertThat(waiting(SECOND, office.preparer)).as("paid").isEmpty();
        assertThat(waiting(SECOND, office.chair)).containsExactly("cash_day_to_close 1 1080000 ");
    }
}
