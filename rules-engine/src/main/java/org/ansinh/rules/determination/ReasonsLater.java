package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.ansinh.timeline.Timeline.Span;
import org.jspecify.annotations.Nullable;

/**
 * Tells why, when somebody asks. Most answers are never asked for their reasons. Law and facts do not change, so what is
 * told later is what was found, by the runs that found it; whoever asks from another thread waits.
 */
final class ReasonsLater {

    private final List<Span<Reason.OfProgramme>> spans = new ArrayList<>();

    /** Days up to {@code end} for which the same was found; of equal standings one after the other only one is kept. */
    record Piece(int end, Finding finding, Standing standing, ProgrammeRun.Seen seen) {}

    /** {@code found} are all pieces of the days, in order. */
    Supplier<Timeline<Reason.OfProgramme>> of(ProgrammeRun run, int place, DateRange days, List<Piece> found) {
        return () -> tell(run, place, days, found);
    }

    private synchronized Timeline<Reason.OfProgramme> tell(
            ProgrammeRun run, int place, DateRange days, List<Piece> found) {
        var tree = new ReasonTree(run);
        spans.clear();
        int from = (int) days.from().toEpochDay();
        Reason.@Nullable OfProgramme before = null;
        int day = from;
        for (var piece : found) {
            while (day <= piece.end()) {
                run.recall(piece.seen(), place, day);
                var reason = tree.reason(piece, place);
                if (before != null && before != reason) {
                    spans.add(span(from, day - 1, before));
                    from = day;
                }
                before = reason;
                // Telling why reads more than answering did; what it read may end the piece earlier.
                day = Math.min(piece.end(), run.until()) + 1;
            }
        }
        if (before != null) {
            spans.add(span(from, day - 1, before));
        }
        return Timeline.inOrder(spans);
    }

    private static Span<Reason.OfProgramme> span(int from, int to, Reason.OfProgramme reason) {
        return new Span<>(Days.range(from, to), reason);
    }
}
