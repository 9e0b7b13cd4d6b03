package org.ansinh.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ansinh.timeline.Timeline.Span;

/** What holds for any timelines whatever. */
class TimelineLawsTest {

    private static final LocalDate START = LocalDate.of(2024, 2, 20);
    private static final int DAYS = 40;

    @Property
    void buildingATimelineFromItsOwnSpansChangesNothing(@ForAll("timelines") Timeline<String> timeline) {
        assertThat(Timeline.of(timeline.spans())).isEqualTo(timeline);
    }

    @Property
    void neighboursThatMeetNeverSayTheSame(@ForAll("timelines") Timeline<String> timeline) {
        var spans = timeline.spans();
        for (int i = 1; i < spans.size(); i++) {
            boolean meet = spans.get(i - 1)
                    .days()
                    .to()
                    .plusDays(1)
                    .equals(spans.get(i).days().from());
            assertThat(meet && spans.get(i - 1).value().equals(spans.get(i).value()))
                    .isFalse();
        }
    }

    @Property
    void cuttingChangesNoValueAndKeepsNoOtherDay(
            @ForAll("timelines") Timeline<String> timeline, @ForAll("ranges") DateRange range) {
        var cut = timeline.cut(range);
        for (var day = START.minusDays(2); !day.isAfter(START.plusDays(DAYS + 2)); day = day.plusDays(1)) {
            assertThat(cut.on(day)).isEqualTo(range.includes(day) ? timeline.on(day) : java.util.Optional.empty());
        }
    }

    @Property
    void combiningKnowsExactlyTheDaysThatBothKnow(
            @ForAll("timelines") Timeline<String> one, @ForAll("timelines") Timeline<String> other) {
        var both = one.combine(other, (a, b) -> a + b);
        for (var day = START; !day.isAfter(START.plusDays(DAYS)); day = day.plusDays(1)) {
            var b = other.on(day);
            assertThat(both.on(day)).isEqualTo(one.on(day).flatMap(a -> b.map(it -> a + it)));
        }
    }

    @Property
    void everyChangeIsABreakpoint(@ForAll("timelines") Timeline<String> timeline) {
        for (var day = START; !day.isAfter(START.plusDays(DAYS)); day = day.plusDays(1)) {
            boolean changes = !timeline.on(day).equals(timeline.on(day.minusDays(1)));
            assertThat(timeline.breakpoints().contains(day)).isEqualTo(changes);
        }
    }

    @Property
    void aTimelineCoversARangeWhenEveryDayHasAValue(
            @ForAll("timelines") Timeline<String> timeline, @ForAll("ranges") DateRange range) {
        boolean all = range.from()
                .datesUntil(range.to().plusDays(1))
                .allMatch(it -> timeline.on(it).isPresent());
        assertThat(timeline.coversAll(range)).isEqualTo(all);
    }

    /** One letter a day, '.' for no value. */
    @Provide
    Arbitrary<Timeline<String>> timelines() {
        return Arbitraries.strings().withChars('A', 'B', '.').ofMaxLength(DAYS).map(picture -> {
            var spans = new ArrayList<Span<String>>();
            for (int i = 0; i < picture.length(); i++) {
                if (picture.charAt(i) != '.') {
                    var day = START.plusDays(i);
                    spans.add(new Span<>(new DateRange(day, day), picture.substring(i, i + 1)));
                }
            }
            return Timeline.of(spans);
        });
    }

    @Provide
    Arbitrary<DateRange> ranges() {
        return Arbitraries.integers()
                .between(0, DAYS)
                .flatMap(from -> Arbitraries.integers()
                        .between(from, DAYS)
                        .map(to -> new DateRange(START.plusDays(from), START.plusDays(to))));
    }
}
