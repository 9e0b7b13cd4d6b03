package org.ansinh.app.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.OfficeDays;
import org.ansinh.app.access.OfficeDays.Kind;
import org.ansinh.app.access.web.StaffController.Slip;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.territory.WorkingDays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Days on which offices work, for administrators: what was swapped, and one more. */
@Controller
class OfficeDaysController {
    private static final int DOCUMENT_AT_LEAST = 3;
    private static final int DOCUMENT_AT_MOST = 200;

    private final OfficeDays days;
    private final GrantWords words;
    private final Clock clock;

    OfficeDaysController(OfficeDays days, GrantWords words, Clock clock) {
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    /** What was typed, given back when something is wrong with it. */
    public record Typed(String day, Kind kind, String document) {}

    @GetMapping("/office-days")
    String list(Locale locale, Model model) {
        return shown(new Typed("", Kind.WORKED, ""), List.of(), locale, model);
    }

    @PostMapping("/office-days")
    String swap(
            @RequestParam String day,
            @RequestParam Kind kind,
            @RequestParam String document,
            Locale locale,
            Model model,
            RedirectAttributes told) {
        var typed = new Typed(day, kind, document);
        var slips = new ArrayList<Slip>();
        var swapped = DayEntry.read(day);
        if (swapped.isEmpty()) {
            slips.add(new Slip("day", words.say("access.officer.no_day", locale, day)));
        } else {
            wrongDay(swapped.get(), kind, locale).ifPresent(slips::add);
        }
        var named = document.strip();
        if (named.length() < DOCUMENT_AT_LEAST || named.length() > DOCUMENT_AT_MOST) {
            slips.add(new Slip("document", words.say("access.days.document.missing", locale)));
        }
        if (!slips.isEmpty()) {
            return shown(typed, slips, locale, model);
        }
        days.swap(swapped.orElseThrow(), kind, named);
        told.addFlashAttribute("done", "access.days.done");
        return "redirect:/office-days";
    }

    /** A day that stands so anyway, or that the table does not know. */
    private Optional<Slip> wrongDay(LocalDate day, Kind kind, Locale locale) {
        var calendar = days.calendar();
        if (day.isBefore(calendar.first()) || day.isAfter(calendar.last())) {
            return Optional.of(new Slip(
                    "day", words.say("access.days.outside", locale, year(calendar.first()), year(calendar.last()))));
        }
        return stands(calendar, day, kind)
                ? Optional.of(new Slip("day", words.say("access.days.stands." + kind, locale)))
                : Optional.empty();
    }

    /** A year is no number: it has no point after the thousand. */
    private static String year(LocalDate day) {
        return Integer.toString(day.getYear());
    }

    private boolean stands(WorkingDays calendar, LocalDate day, Kind kind) {
        return switch (kind) {
            case WORKED -> calendar.includes(day);
            case OFF -> !calendar.includes(day);
            case AS_BEFORE ->
                days.swapped().stream().noneMatch(it -> it.day().equals(day) && it.kind() != Kind.AS_BEFORE);
        };
    }

    private String shown(Typed typed, List<Slip> slips, Locale locale, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("slips", slips);
        var wrong = new LinkedHashMap<String, String>();
        slips.forEach(it -> wrong.put(it.field(), it.text()));
        model.addAttribute("wrong", wrong);
        model.addAttribute("swapped", days.swapped());
        model.addAttribute("kinds", kinds(locale));
        model.addAttribute("today", LocalDate.now(clock));
        return "access/office-days";
    }

    private Map<String, String> kinds(Locale locale) {
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : Kind.values()) {
            kinds.put(kind.name(), words.say("access.days.kind." + kind, locale));
        }
        return kinds;
    }
}
