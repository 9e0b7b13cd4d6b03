package org.ansinh.app.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Decree 176/2025 and Decree 147/2025: ten working days; received on Monday 9 February 2026, eight days before the first of Tết. */
    @Test
    void tenWorkingDaysForAPensionAskedForBeforeTetEndInMarch() {
        assertThat(calendar.endOfTerm(LocalDate.of(2026, 2, 9), 10)).isEqualTo("2026-03-02");
    }

    /** Decree 20/2021 Art. 8(1): seven days of review, three to the district, seven of appraisal, three for the signature, each counted from the last. */
    @Test
    void theOldWayThroughTheDistrictStandsStillOverTetInEveryStep() {
        var reviewed = calendar.endOfTerm(LocalDate.of(2024, 2, 1), 7);
        var sent = calendar.endOfTerm(reviewed, 3);
        var appraised = calendar.endOfTerm(sent, 7);
        var signed = calendar.endOfTerm(appraised, 3);

        // 2024: Tết on Saturday 10 February; offices rest from Thursday 8 to Wednesday 14 February.
        assertThat(reviewed).isEqualTo("2024-02-19");
        assertThat(sent).isEqualTo("2024-02-22");
        assertThat(appraised).isEqualTo("2024-03-04");
        assertThat(signed).isEqualTo("2024-03-07");
    }

    @Test
    void theHungKingsOnASundayAndTheTwoDaysAfterThemPushADeadlineToMay() {
        // 2026: the Hùng Kings on Sunday 26 April (so Monday 27 is off), 30 April on Thursday, 1 May on Friday.
        assertThat(calendar.endOfTerm(LocalDate.of(2026, 4, 23), 5)).isEqualTo("2026-05-05");
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

    /** Monday 23 February 2026, the first day after Tết, given off and made up for on Saturday 28 February, by a decision of which the table knows nothing. */
    @Test
    void aDaySwappedAfterTetMovesADeadlineAndTheSaturdayWorkedForItBringsItBack() {
        var swapped = calendar.with(Map.of(LocalDate.of(2026, 2, 23), false, LocalDate.of(2026, 2, 28), true));

        assertThat(swapped.endOfTerm(LocalDate.of(2026, 2, 12), 2)).isEqualTo("2026-02-24");
        assertThat(swapped.endOfTerm(LocalDate.of(2026, 2, 12), 6)).isEqualTo("2026-02-28");
        assertThat(swapped.endOfTerm(LocalDate.of(2026, 2, 9), 10)).isEqualTo("2026-03-02");
        assertThat(calendar.endOfTerm(LocalDate.of(2026, 2, 12), 2))
                .as("the table itself stays as it was")
                .isEqualTo("2026-02-23");
    }

    @Test
    void anAssumedHolidayThatADecisionConfirmedIsAssumedNoMore() {
        var tet = LocalDate.of(2027, 1, 20)
                .datesUntil(LocalDate.of(2027, 2, 21))
                .filter(it -> calendar.restsOnAnAssumedHoliday(it, it))
                .collect(Collectors.toMap(Function.identity(), it -> false));
        assertThat(calendar.with(tet).restsOnAnAssumedHoliday(LocalDate.of(2027, 1, 20), LocalDate.of(2027, 2, 20)))
                .isFalse();
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

    /** Resolution 28/2026/QH16 Art. 2: off by a law of its own, so it is not made up for. */
    @Test
    void vietnameseCultureDayIsOffSince2026AndNotMadeUpForOnASaturday() {
        assertThat(calendar.includes(LocalDate.of(2025, 11, 24))).isTrue();
        assertThat(calendar.includes(LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(calendar.endOfTerm(LocalDate.of(2026, 11, 23), 1)).isEqualTo("2026-11-25");
        // 2029: Saturday 24 November.
        assertThat(calendar.includes(LocalDate.of(2029, 11, 26))).isTrue();
    }
}
