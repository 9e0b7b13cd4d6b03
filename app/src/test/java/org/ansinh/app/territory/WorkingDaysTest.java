package org.ansinh.app.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private final WorkingDays calendar = WorkingDays.read();

    @Test
    void aFileReceivedOnTuesdayThe5thOfAugust2025IsDueTenWorkingDaysLater() {
        assertThat(calendar.endOfTerm(LocalDate.of(2025, 8, 5), 10)).isEqualTo("2025-08-19");
    }

    @Test
    void aTermOverTetStandsStillForTheHolidays() {
        // 2026: the first day of the year of the Horse is Tuesday 17 February; offices rest from Saturday 14 to Sunday
        // 22 February.
        assertThat(calendar.endOfTerm(LocalDate.of(2026, 2, 12), 2)).isEqualTo("2026-02-23");
        assertThat(calendar.between(LocalDate.of(2026, 2, 13), LocalDate.of(2026, 2, 22)))
                .isZero();
    }

    @Test
    void tetOnAWeekendIsMadeUpForAfterwards() {
        // 2023: 20 to 24 January are the five days, Saturday and Sunday among them, so 25 and 26 January are off as
        // well.
        assertThat(calendar.includes(LocalDate.of(2023, 1, 19))).isTrue();
        assertThat(calendar.includes(LocalDate.of(2023, 1, 25))).isFalse();
        assertThat(calendar.includes(LocalDate.of(2023, 1, 26))).isFalse();
        assertThat(calendar.includes(LocalDate.of(2023, 1, 27))).isTrue();
    }

    @Test
    void threeHolidaysInARowThatMeetAWeekendPushTheirDaysOn() {
        // 2023: the Hùng Kings on Saturday 29 April, 30 April on Sunday, 1 May on Monday.
        assertThat(calendar.includes(LocalDate.of(2023, 5, 3))).isFalse();
        assertThat(calendar.includes(LocalDate.of(2023, 5, 4))).isTrue();
    }

    @Test
    void aSaturdayWorkedForABridgeDayCounts() {
        assertThat(calendar.includes(LocalDate.of(2025, 4, 26))).isTrue();
        assertThat(calendar.includes(LocalDate.of(2025, 5, 2))).isFalse();
    }

    @Test
    void aTermThatNeedsAHolidayNotYetAnnouncedSaysSo() {
        assertThat(calendar.restsOnAnAssumedHoliday(LocalDate.of(2027, 1, 20), LocalDate.of(2027, 2, 20)))
                .isTrue();
        assertThat(calendar.restsOnAnAssumedHoliday(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)))
                .isFalse();
    }

    @Test
    void aYearOutsideTheTableIsRefusedInsteadOfGuessed() {
        assertThatThrownBy(() -> calendar.includes(LocalDate.of(2036, 1, 2))).hasMessageContaining("2020 to 2035");
    }
}
