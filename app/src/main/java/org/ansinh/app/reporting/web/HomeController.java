package org.ansinh.app.reporting.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.casework.EntitlementLists;
import org.ansinh.app.casework.EntitlementLists.Tally;
import org.ansinh.app.determination.Names;
import org.ansinh.app.reporting.Cell;
import org.ansinh.app.reporting.Dimension;
import org.ansinh.app.reporting.FiguresDesk;
import org.ansinh.app.reporting.FiguresDesk.Figure;
import org.ansinh.app.reporting.Measure;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what each role begins its day with, then the figures of the officer's own area. */
@Controller
class HomeController {

    private static final Set<String> WORKING_WITH_PEOPLE =
            Set.of("commune_officer", "commune_chair", "provincial_approver", "inspector");

    private final FiguresDesk figures;
    private final EntitlementLists lists;
    private final HomeWork work;
    private final Names names;
    private final Clock clock;

    HomeController(FiguresDesk figures, EntitlementLists lists, HomeWork work, Names names, Clock clock) {
        this.figures = figures;
        this.lists = lists;
        this.work = work;
        this.names = names;
        this.clock = clock;
    }

    /** A figure that opens into its list; its words are under {@code home.MEASURE}. */
    public record Tile(Measure measure, Figure figure, String href) {}

    /** What waits in one programme: a right that nobody has decided, people to be asked, decisions that the law no longer carries. */
    public record Waiting(String programme, String name, long withoutDecision, long undetermined, long withoutGround) {}

    @GetMapping("/")
    String home(@AuthenticationPrincipal SignedIn officer, Locale locale, Model model) {
        var month = YearMonth.now(clock);
        var roles = officer.roles();
        boolean people = roles.stream().anyMatch(WORKING_WITH_PEOPLE::contains);
        model.addAttribute("month", month);
        // who works with people begins by finding somebody; everybody else by what waits
        model.addAttribute("workFirst", !people || roles.contains("inspector"));
        model.addAttribute("finds", people || roles.contains("paying_officer"));
        model.addAttribute("work", work.of(roles, month));
        model.addAttribute("opens", figures.opensLists());
        model.addAttribute(
                "tiles",
                officer.communes().isEmpty()
                        ? List.of()
                        : List.of(Measure.PEOPLE, Measure.HOUSEHOLDS, Measure.POOR, Measure.NEAR_POOR).stream()
                                .map(it -> tile(month, it))
                                .toList());
        model.addAttribute("waiting", people ? waiting(month, locale) : List.of());
        return "reporting/home";
    }

    /** Programmes in which somebody waits, those with the most first. */
    private List<Waiting> waiting(YearMonth month, Locale locale) {
        var sums = new LinkedHashMap<String, Tally>();
        lists.tallies(month).forEach(it -> sums.merge(it.programme(), it, Tally::plus));
        var programmes = names.programmes(locale);
        var waiting = new ArrayList<Waiting>();
        sums.values().stream()
                .filter(it -> it.withoutDecision() + it.undetermined() + it.withoutGround() > 0)
                .map(it -> new Waiting(
                        it.programme(),
                        programmes.getOrDefault(it.programme(), it.programme()),
                        it.withoutDecision(),
                        it.undetermined(),
                        it.withoutGround()))
                .sorted(Comparator.comparingLong(Waiting::withoutDecision)
                        .thenComparingLong(Waiting::withoutGround)
                        .thenComparingLong(Waiting::undetermined)
                        .reversed())
                .forEach(waiting::add);
        return waiting;
    }

    private Tile tile(YearMonth month, Measure measure) {
        return new Tile(
                measure,
                figures.figure(new Cell(month, measure, Optional.empty(), Dimension.WHOLE, Optional.empty())),
                "/figures/list?month=%s&measure=%s&by=WHOLE".formatted(month, measure));
    }
}
