package org.ansinh.app.ledger.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ansinh.app.ledger.BudgetDesk;
import org.ansinh.app.ledger.BudgetDesk.Budget;
import org.ansinh.app.ledger.BudgetDesk.Warning;
import org.ansinh.app.pages.NotUnderstood;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Budgets of a year by programme, commune and source: allotted, held by drafts, taken, left, and what is about to run out. */
@Controller
class BudgetController {

    private static final int DECEMBER = 12;

    /** Years that an allotment may be of. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2200;
    private static final List<String> WAYS = List.of("programme", "commune", "source", "both");

    private final BudgetDesk budgets;
    private final AccountWords words;
    private final MyCommunes communes;
    private final Clock clock;

    BudgetController(BudgetDesk budgets, AccountWords words, MyCommunes communes, Clock clock) {
        this.budgets = budgets;
        this.words = words;
        this.communes = communes;
        this.clock = clock;
    }

    /** A budget in words. */
    record Row(String programme, String commune, String source, Budget budget, Warning warning) {}

    /** A slip and the field it is in. */
    public record Slip(String field, String text) {}

    @GetMapping("/budgets")
    String list(
            @RequestParam Optional<Integer> year,
            @RequestParam(defaultValue = "programme") String by,
            @RequestParam Optional<String> programme,
            @RequestParam Optional<String> commune,
            Locale locale,
            Model model) {
        int asked = year.map(BudgetController::known)
                .orElseGet(() -> Year.now(clock).getValue());
        NotUnderstood.unlessOneOf(WAYS, "by", by);
        var all = budgets.budgets(asked).stream()
                .filter(it -> programme
                        .filter(p -> !p.isBlank())
                        .map(it.programme()::equals)
                        .orElse(true))
                .filter(it -> commune.filter(c -> !c.isBlank())
                        .map(it.commune()::equals)
                        .orElse(true))
                .toList();
        model.addAttribute("year", asked);
        model.addAttribute("by", by);
        model.addAttribute("month", monthToOpen(asked));
        model.addAttribute("programme", programme.orElse(""));
        model.addAttribute("commune", commune.orElse(""));
        model.addAttribute("programmes", words.names().programmesPaidOut(locale));
        model.addAttribute("communes", communes.named());
        model.addAttribute("groups", groups(all, by, monthsToCome(asked), locale));
        model.addAttribute("sum", all.stream().reduce(new Budget("", "", "", 0, 0, 0, 0, 0), Budget::plus));
        model.addAttribute("allotments", budgets.allotments(asked));
        return "ledger/budgets";
    }

    private static int known(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new NotUnderstood("year", Integer.toString(year));
        }
        return year;
    }

    /** The last month of the year that has begun: the book is opened there. */
    private YearMonth monthToOpen(int year) {
        var now = YearMonth.now(clock);
        return now.getYear() == year ? now : YearMonth.of(year, DECEMBER);
    }

    private int monthsToCome(int year) {
        var today = LocalDate.now(clock);
        return today.getYear() > year ? 0 : today.getYear() < year ? DECEMBER : DECEMBER - today.getMonthValue();
    }

    /** One line for each programme and commune, or programme, or commune, or source; the warning is that of the worst of its parts. */
    private List<Row> groups(List<Budget> all, String by, int monthsToCome, Locale locale) {
        var whole = new LinkedHashMap<String, Budget>();
        all.forEach(it -> whole.merge(it.programme() + " " + it.commune(), it, Budget::plus));
        var sums = new LinkedHashMap<String, Row>();
        var parts = by.equals("source") ? all : List.copyOf(whole.values());
        for (var it : parts) {
            var key = switch (by) {
                case "commune" -> it.commune();
                case "source" -> it.source();
                case "both" -> it.programme() + " " + it.commune();
                default -> it.programme();
            };
            var warning = by.equals("source") ? Warning.FINE : it.warning(monthsToCome);
            var row = new Row(
                    by.equals("programme") || by.equals("both") ? programme(it, locale) : "",
                    by.equals("commune") || by.equals("both") ? commune(it) : "",
                    by.equals("source") ? words.say("budget.source." + it.source(), locale) : "",
                    it,
                    warning);
            sums.merge(key, row, BudgetController::together);
        }
        return List.copyOf(sums.values());
    }

    private static Row together(Row one, Row other) {
        var worse = one.warning().compareTo(other.warning()) >= 0 ? one.warning() : other.warning();
        return new Row(
                one.programme(), one.commune(), one.source(), one.budget().plus(other.budget()), worse);
    }

    private String programme(Budget it, Locale locale) {
        return words.names().programmes(locale).getOrDefault(it.programme(), it.programme());
    }

    private String commune(Budget it) {
        return words.names().communes().getOrDefault(it.commune(), it.commune());
    }

    @GetMapping("/budgets/allotments/{id}")
    String allotment(@PathVariable long id, Locale locale, Model model) {
        var found = budgets.allotment(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no allotment %d in this area.".formatted(id)));
        model.addAttribute("allotment", found);
        model.addAttribute("programmes", words.names().programmes(locale));
        model.addAttribute("communes", words.names().communes());
        model.addAttribute(
                "total",
                found.lines().stream()
                        .mapToLong(BudgetDesk.AllottedLine::amount)
                        .sum());
        return "ledger/allotment";
    }

    @GetMapping("/budgets/new")
    String form(Locale locale, Model model) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("year", Integer.toString(Year.now(clock).getValue()));
        typed.put("onceKey", UUID.randomUUID().toString());
        return shown(typed, Map.of(), locale, model);
    }

    @PostMapping("/budgets")
    String allot(@RequestParam Map<String, String> typed, Locale locale, Model model, RedirectAttributes told) {
        var form = new AllotmentForm(
                typed,
                words.names().programmesPaidOut(locale).keySet(),
                communes.named().keySet());
        var allotment = form.read(LocalDate.now(clock));
        if (allotment.isEmpty()) {
            return shown(typed, form.wrong(), locale, model);
        }
        var refused =
                budgets.allot(typed.getOrDefault("onceKey", UUID.randomUUID().toString()), allotment.get());
        if (refused.isPresent()) {
            model.addAttribute("refused", refused.get());
            return shown(typed, Map.of(), locale, model);
        }
        told.addFlashAttribute("done", "ledger.allot.done");
        return "redirect:/budgets?year=" + allotment.get().year();
    }

    private String shown(Map<String, String> typed, Map<String, String> wrong, Locale locale, Model model) {
        var texts = new LinkedHashMap<String, String>();
        wrong.forEach((field, what) ->
                texts.put(field, words.say("allot.wrong." + what, locale, typed.getOrDefault(field, ""))));
        var slips = new ArrayList<Slip>();
        texts.forEach((field, text) -> slips.add(new Slip(field, text)));
        var sources = new LinkedHashMap<String, String>();
        BudgetDesk.SOURCES.forEach(it -> sources.put(it, words.say("budget.source." + it, locale)));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", texts);
        model.addAttribute("slips", slips);
        model.addAttribute("sources", sources);
        model.addAttribute("programmes", words.names().programmesPaidOut(locale));
        model.addAttribute("communes", communes.named());
        return "ledger/allot";
    }
}
