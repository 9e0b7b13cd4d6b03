package org.ansinh.app.reporting.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.reporting.Cell;
import org.ansinh.app.reporting.Dimension;
import org.ansinh.app.reporting.FiguresDesk;
import org.ansinh.app.reporting.FiguresDesk.Figure;
import org.ansinh.app.reporting.FiguresDesk.ProgrammeName;
import org.ansinh.app.reporting.Measure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: search, the work that waits, and the figures of the officer's own area. */
@Controller
class HomeController {

    private final FiguresDesk figures;
    private final Clock clock;

    HomeController(FiguresDesk figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** A figure that opens into its list; its words are under {@code home.MEASURE}. */
    public record Tile(Measure measure, Figure figure, String href) {}

    /** What waits in one programme: neighbours with a right that nobody has decided, and those to be asked. */
    public record Waiting(String programme, Tile withoutDecision, Tile undetermined) {}

    @GetMapping("/")
    String home(Locale locale, Model model) {
        var month = YearMonth.now(clock);
        model.addAttribute("month", month);
        model.addAttribute(
                "tiles",
                List.of(Measure.PEOPLE, Measure.HOUSEHOLDS, Measure.POOR, Measure.NEAR_POOR).stream()
                        .map(it -> tile(month, it, Optional.empty()))
                        .toList());
        var waiting = new ArrayList<Waiting>();
        for (var programme : figures.programmes()) {
            var id = Optional.of(programme.id());
            waiting.add(new Waiting(
                    name(programme, locale),
                    tile(month, Measure.WITHOUT_DECISION, id),
                    tile(month, Measure.UNDETERMINED, id)));
        }
        model.addAttribute("waiting", waiting);
        return "reporting/home";
    }

    private Tile tile(YearMonth month, Measure measure, Optional<String> programme) {
        var figure = figures.figure(new Cell(month, measure, programme, Dimension.WHOLE, Optional.empty()));
        return new Tile(
                measure,
                figure,
                "/figures/list?month=%s&measure=%s&by=WHOLE%s"
                        .formatted(
                                month,
                                measure,
                                programme.map(it -> "&programme=" + it).orElse("")));
    }

    private static String name(ProgrammeName programme, Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? programme.en() : programme.vi();
    }
}
