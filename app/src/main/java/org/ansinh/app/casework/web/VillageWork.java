package org.ansinh.app.casework.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.registry.VillageReportDesk;
import org.ansinh.app.registry.VillageReportDesk.Kind;
import org.ansinh.app.registry.VillageReportDesk.Notice;
import org.springframework.stereotype.Component;

/** What villages told and nobody has recorded yet: deaths first, for somebody's money is held; and the villages that told nothing of last month. */
@Component
class VillageWork {

    /** Deaths that are named on the page; the others are a click away. */
    private static final int NAMED = 12;

    private final VillageReportDesk desk;
    private final CaseDesk decisions;
    private final Clock clock;

    VillageWork(VillageReportDesk desk, CaseDesk decisions, Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * @param deaths those named; {@code more} follow
     * @param monthly what decisions give them in this month, by person
     * @param silent villages without the list of last month
     */
    public record Waiting(
            List<Notice> deaths,
            int more,
            Map<Integer, Long> monthly,
            int births,
            int moves,
            int silent,
            YearMonth lastMonth) {
        public boolean isNothing() {
            return deaths.isEmpty() && births + moves + silent == 0;
        }
    }

    Waiting waiting() {
        var open = desk.open();
        var deaths = new ArrayList<>(
                open.stream().filter(it -> it.kind() == Kind.DEATH).toList());
        var named = deaths.subList(0, Math.min(NAMED, deaths.size()));
        var month = YearMonth.now(clock);
        var births = (int) open.stream().filter(it -> it.kind() == Kind.BIRTH).count();
        return new Waiting(
                List.copyOf(named),
                deaths.size() - named.size(),
                decisions.monthly(
                        named.stream().flatMap(it -> it.personId().stream()).toList(), month),
                births,
                open.size() - deaths.size() - births,
                (int) desk.villages(month.minusMonths(1), Optional.empty()).stream()
                        .filter(it -> it.last().isEmpty())
                        .count(),
                month.minusMonths(1));
    }
}
