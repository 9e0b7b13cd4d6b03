package org.ansinh.app.reporting.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.reporting.Cell;
import org.ansinh.app.reporting.Dimension;
import org.ansinh.app.reporting.FiguresDesk;
import org.ansinh.app.reporting.FiguresDesk.Figure;
import org.ansinh.app.reporting.FiguresDesk.ProgrammeName;
import org.ansinh.app.reporting.Measure;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.rules.pack.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of figures, and the list behind each of them. */
@Controller
class FiguresController {

    private static final int PAGE = 100;
    private static final Set<String> VILLAGES = Set.of("difficult", "other");

    private final FiguresDesk figures;
    private final TerritoryDesk territory;
    private final MessageSource texts;
    private final Clock clock;

    FiguresController(FiguresDesk figures, TerritoryDesk territory, MessageSource texts, Clock clock) {
        this.figures = figures;
        this.territory = territory;
        this.texts = texts;
        this.clock = clock;
    }

    /** A figure on the page with the address of its list. */
    record Shown(Figure figure, String href) {}

    /** A line of the page: a commune, an ethnic group, a sort of village, or the whole area. */
    record Line(String name, List<Shown> cells) {}

    /** A column of the page. */
    record Column(String name, boolean money) {}

    /** A programme that begins with the signature, and its article. */
    record SignedRule(String programme, String cited) {}

    private record Asked(String name, Measure measure, Optional<String> programme, Map<String, Figure> part) {}

    @GetMapping("/figures")
    String page(
            @RequestParam Optional<YearMonth> month,
            @RequestParam(defaultValue = "COMMUNE") Dimension by,
            Locale locale,
            Model model) {
        var asked = month.orElseGet(() -> YearMonth.now(clock));
        var columns = columns(asked, by, locale);
        var whole = new ArrayList<Map<String, Figure>>();
        var parts = new ArrayList<Map<String, Figure>>();
        var values = new LinkedHashSet<String>();
        for (var column : columns) {
            var part = column.part();
            parts.add(part);
            whole.add(Map.of("", sum(part)));
            part.keySet().stream().sorted().forEach(values::add);
        }
        model.addAttribute("month", asked);
        model.addAttribute("by", by);
        model.addAttribute("opens", figures.opensLists());
        model.addAttribute("dimensions", List.of(Dimension.COMMUNE, Dimension.ETHNIC_GROUP, Dimension.VILLAGE_STATUS));
        model.addAttribute(
                "columns",
                columns.stream()
                        .map(it -> new Column(it.name(), it.measure() == Measure.BENEFICIARIES))
                        .toList());
        model.addAttribute("whole", line(say("figures.whole", locale), asked, columns, whole, Dimension.WHOLE, ""));
        model.addAttribute(
                "lines",
                values.stream()
                        .sorted()
                        .map(it -> line(name(by, it, locale), asked, columns, parts, by, it))
                        .toList());
        model.addAttribute("signed", signed(asked, columns, locale));
        return "reporting/figures";
    }

    /** What the page says about figures published elsewhere: read off the law of the month, for the programmes that it shows. */
    private List<SignedRule> signed(YearMonth month, List<Asked> columns, Locale locale) {
        var language = Language.of(locale);
        return figures.startsWithSignature(month).stream()
                .filter(it -> columns.stream()
                        .anyMatch(column -> column.programme()
                                .filter(it.programme().id()::equals)
                                .isPresent()))
                .map(it ->
                        new SignedRule(name(it.programme(), locale), it.basis().cited(language)))
                .toList();
    }

    private static Figure sum(Map<String, Figure> part) {
        return new Figure(
                part.values().stream().mapToLong(Figure::count).sum(),
                part.values().stream().mapToLong(Figure::dong).sum());
    }

    private static Line line(
            String name,
            YearMonth month,
            List<Asked> columns,
            List<Map<String, Figure>> parts,
            Dimension by,
            String value) {
        var cells = new ArrayList<Shown>();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            cells.add(new Shown(
                    parts.get(i).getOrDefault(value, Figure.NONE),
                    "/figures/list?month=%s&measure=%s&by=%s%s%s"
                            .formatted(
                                    month,
                                    column.measure(),
                                    by,
                                    by == Dimension.WHOLE ? "" : "&value=" + value,
                                    column.programme()
                                            .map(it -> "&programme=" + it)
                                            .orElse(""))));
        }
        return new Line(name, cells);
    }

    @GetMapping("/figures/list")
    String list(
            @RequestParam YearMonth month,
            @RequestParam Measure measure,
            @RequestParam Optional<String> programme,
            @RequestParam(defaultValue = "WHOLE") Dimension by,
            @RequestParam Optional<String> value,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var cell = understood(month, measure, programme.filter(it -> !it.isBlank()), by, value);
        if (page < 1) {
            throw new NotUnderstood("page", Integer.toString(page));
        }
        var figure = figures.figure(cell);
        int shown = (int) Math.clamp(page, 1, Math.max(1, (figure.count() + PAGE - 1) / PAGE));
        var query = new LinkedHashMap<>(Map.of("month", month.toString(), "measure", measure.name(), "by", by.name()));
        programme.ifPresent(it -> query.put("programme", it));
        value.ifPresent(it -> query.put("value", it));
        model.addAttribute("cell", cell);
        model.addAttribute("heading", title(cell, locale));
        model.addAttribute("where", value.map(it -> name(by, it, locale)).orElse(say("figures.whole", locale)));
        model.addAttribute("figure", figure);
        model.addAttribute("list", new Listing("/figures/list", query, "", false, shown, PAGE, figure.count()));
        model.addAttribute("rows", figures.list(cell, shown, PAGE));
        model.addAttribute("communes", communeNames(locale));
        return "reporting/list";
    }

    private Cell understood(
            YearMonth month, Measure measure, Optional<String> programme, Dimension by, Optional<String> value) {
        if (measure.isOfProgramme() && programme.isEmpty()) {
            throw NotUnderstood.missing("programme");
        }
        programme
                .filter(id ->
                        figures.programmes().stream().noneMatch(it -> it.id().equals(id)))
                .ifPresent(it -> {
                    throw new NotUnderstood("programme", it);
                });
        if (by != Dimension.WHOLE && value.filter(it -> names(by, it)).isEmpty()) {
            throw new NotUnderstood("value", value.orElse(""));
        }
        return new Cell(month, measure, programme, by, value);
    }

    /** People and households, then every programme from which anybody benefits in the month. */
    private List<Asked> columns(YearMonth month, Dimension by, Locale locale) {
        var columns = new ArrayList<Asked>();
        for (var measure : List.of(Measure.PEOPLE, Measure.HOUSEHOLDS, Measure.POOR, Measure.NEAR_POOR)) {
            columns.add(new Asked(
                    say("figures." + measure, locale), measure, Optional.empty(), figures.column(month, measure, by)));
        }
        var benefits = figures.byProgramme(month, Measure.BENEFICIARIES, by);
        for (var programme : figures.programmes()) {
            var part = benefits.get(programme.id());
            if (part != null) {
                columns.add(
                        new Asked(name(programme, locale), Measure.BENEFICIARIES, Optional.of(programme.id()), part));
            }
        }
        return columns;
    }

    private String title(Cell cell, Locale locale) {
        var measure = say("figures." + cell.measure(), locale);
        return cell.programme()
                .flatMap(id -> figures.programmes().stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst())
                .map(it -> measure + ": " + name(it, locale))
                .orElse(measure);
    }

    private static String name(ProgrammeName programme, Locale locale) {
        return "en".equals(locale.getLanguage()) ? programme.en() : programme.vi();
    }

    /** Whether rows of this dimension are called so; whoever lives nowhere or is of no known group has a row of their own. */
    private boolean names(Dimension by, String value) {
        return switch (by) {
            case WHOLE -> true;
            case COMMUNE -> communeNames(Locale.ROOT).containsKey(value);
            case ETHNIC_GROUP ->
                value.isEmpty() || figures.ethnicGroup(value, false).isPresent();
            case VILLAGE_STATUS -> VILLAGES.contains(value);
        };
    }

    private String name(Dimension by, String value, Locale locale) {
        return switch (by) {
            case WHOLE -> say("figures.whole", locale);
            case COMMUNE -> communeNames(locale).getOrDefault(value, say("figures.nowhere", locale));
            case ETHNIC_GROUP ->
                value.isEmpty()
                        ? say("figures.unknown", locale)
                        : figures.ethnicGroup(value, "en".equals(locale.getLanguage()))
                                .orElse(value);
            case VILLAGE_STATUS -> say("figures.village." + value, locale);
        };
    }

    private Map<String, String> communeNames(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        territory.communesOn(java.time.LocalDate.now(clock)).forEach(it -> names.put(it.code(), it.fullName()));
        names.put("", say("figures.nowhere", locale));
        return names;
    }

    private String say(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
