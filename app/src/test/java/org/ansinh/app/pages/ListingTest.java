package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansinh.app.pages.TimeBar.Kind;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final Listing THIRD_PAGE =
            new Listing("/search", Map.of("q", "nông hoà", "year", "1950"), "name", false, 3, 50, 1_204);

    @Test
    void linksToOtherPagesKeepTheWordsAndTheOrder() {
        assertThat(THIRD_PAGE.hrefPage(4)).isEqualTo("/search?q=n%C3%B4ng+ho%C3%A0&year=1950&sort=name&page=4");
        assertThat(THIRD_PAGE.hrefPage(1)).isEqualTo("/search?q=n%C3%B4ng+ho%C3%A0&year=1950&sort=name");
    }

    @Test
    void aSecondClickOnAHeadingTurnsTheOrderRoundAndStartsAgainAtTheFirstPage() {
        assertThat(THIRD_PAGE.hrefSorted("name")).endsWith("&sort=-name");
        assertThat(THIRD_PAGE.hrefSorted("village")).endsWith("&sort=village");
        assertThat(THIRD_PAGE.order("name")).isEqualTo("ascending");
    }

    @Test
    void theLastPageEndsWithTheLastRow() {
        var last = new Listing("/search", Map.of(), "", false, 25, 50, 1_204);

        assertThat(last.first()).isEqualTo(1_201);
        assertThat(last.last()).isEqualTo(1_204);
        assertThat(last.hasAfter()).isFalse();
    }

    @Test
    void thereIsNoPageZero() {
        assertThatThrownBy(() -> new Listing("/search", Map.of(), "", false, 0, 50, 10))
                .hasMessageContaining("pages count from 1");
    }

    @Test
    void daysAreReadAsOfficesWriteThem() {
        var teachersDay = LocalDate.of(2026, 11, 20);

        for (var entry :
                List.of("20/11/2026", "20-11-2026", " 20.11.2026 ", "20 / 11 / 2026", "20112026", "2026-11-20")) {
            assertThat(DayEntry.read(entry)).as(entry).contains(teachersDay);
        }
        for (var entry : List.of("31/02/2026", "20/13/2026", "11/2026", "20/11/26", "", "hôm qua")) {
            assertThat(DayEntry.read(entry)).as(entry).isEmpty();
        }
    }

    @Test
    void amountsAndDaysAreWrittenAsInVietnameseLetters() {
        var vn = new Writing(Locale.of("vi"));

        assertThat(vn.money(1_250_000L)).isEqualTo("1.250.000\u00a0đ");
        assertThat(new Writing(Locale.ENGLISH).money(1_250_000L)).isEqualTo("1,250,000\u00a0đ");
        assertThat(vn.day(LocalDate.of(2026, 9, 5))).isEqualTo("05/09/2026");
        assertThat(vn.born(LocalDate.of(1950, 1, 1), "year")).isEqualTo("1950");
        assertThat(vn.days(DateRange.startingOn(LocalDate.of(2025, 7, 1)))).isEqualTo("từ 01/07/2025");
    }

    @Test
    void aBarOfTimeCutsWhatLiesOutsideItAndFillsTheRest() {
        var shown = new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        var bar = new TimeBar(
                shown,
                List.of(
                        new TimeBar.Stretch(
                                new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 6, 30)),
                                Kind.NOT_MET,
                                "",
                                null),
                        new TimeBar.Stretch(DateRange.startingOn(LocalDate.of(2025, 7, 1)), Kind.MET, "", 500_000L)),
                LocalDate.of(2025, 7, 1));

        assertThat(bar.boxes()).extracting(TimeBar.Box::x).containsExactly("0.0%", "49.5%");
        assertThat(bar.boxes()).extracting(TimeBar.Box::width).containsExactly("49.5%", "50.5%");
        assertThat(bar.ticks()).extracting(TimeBar.Tick::label).containsExactly("1/25", "4/25", "7/25", "10/25");
        assertThat(bar.todayX()).isEqualTo("49.5%");
    }
}
