package org.ansinh.app.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.LapsedForm;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.pages.Listing;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.registry.VillageReportDesk;
import org.ansinh.app.registry.VillageReportDesk.Taken;
import org.ansinh.app.registry.web.VillageReportForm.Sheet;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The monthly lists of the villages: which have come, what they tell, and where each line stands. */
@Controller
@RequestMapping("/village-reports")
class VillageReportController {

    private static final int PAGE = 60;
    private static final int MOST_WORDS = 200;

    private final VillageReportDesk desk;
    private final VillageReportForm form;
    private final VillageCalendar calendar;
    private final NoticeWords notices;
    private final Places places;

    VillageReportController(
            VillageReportDesk desk,
            VillageReportForm form,
            VillageCalendar calendar,
            NoticeWords notices,
            Places places) {
        this.desk = desk;
        this.form = form;
        this.calendar = calendar;
        this.notices = notices;
        this.places = places;
    }

    /** Who pays and who keeps accounts has no business with what villages tell; commune officers take it down. */
    @ModelAttribute
    void mayCome(@AuthenticationPrincipal SignedIn officer, HttpServletRequest request, Model model) {
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        if (reads
                ? officer.roles().stream().noneMatch(VillageEntrance.READERS::contains)
                : !officer.roles().contains("commune_officer")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("by", officer.officer());
    }

    @GetMapping
    String villages(
            Optional<YearMonth> month,
            Optional<String> commune,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var asked = month.orElse(calendar.thisMonth());
        var communes = places.communesBut("");
        var one = commune.filter(it -> !it.isBlank());
        one.ifPresent(it -> NotUnderstood.unlessOneOf(communes.keySet(), "commune", it));
        var all = desk.villages(asked, one);
        int shown = (int) Math.clamp(page, 1, Math.max(1L, (all.size() + PAGE - 1) / PAGE));
        model.addAttribute("month", asked);
        model.addAttribute("commune", one.orElse(""));
        model.addAttribute("communes", communes);
        model.addAttribute(
                "several",
                one.isPresent()
                        || all.stream()
                                        .map(VillageReportDesk.VillageMonth::communeCode)
                                        .distinct()
                                        .count()
                                > 1);
        model.addAttribute(
                "silent", all.stream().filter(it -> it.last().isEmpty()).count());
        model.addAttribute("late", calendar.lateSince(asked).orElse(null));
        model.addAttribute("expected", calendar.expectedOn(asked));
        model.addAttribute("rows", all.subList((shown - 1) * PAGE, Math.min(all.size(), shown * PAGE)));
        model.addAttribute(
                "list",
                new Listing(
                        "/village-reports",
                        Map.of("month", asked.toString(), "commune", one.orElse("")),
                        "",
                        false,
                        shown,
                        PAGE,
                        all.size()));
        return "registry/village-reports";
    }

    /** Whatever waits to be recorded, of whichever month. */
    @GetMapping("/open")
    String open(Locale locale, Model model) {
        var open = desk.open();
        model.addAttribute("lines", notices.lines(open, List.of(), "", locale));
        model.addAttribute("villages", places.villages(open));
        return "registry/village-open";
    }

    @GetMapping("/{village}")
    String village(
            @PathVariable int village,
            Optional<YearMonth> month,
            @AuthenticationPrincipal SignedIn officer,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var asked = month.orElse(calendar.thisMonth());
        var sheet = LapsedForm.take(request, officer)
                .map(it ->
                        form.read(Entries.of(it), village, asked, false, locale).sheet())
                .orElseGet(form::blank);
        return page(village, asked, sheet, locale, model);
    }

    /** Looks the names up in the village, and records nothing. */
    @PostMapping("/{village}/look")
    String look(
            @PathVariable int village,
            @RequestParam YearMonth month,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model) {
        var read = form.read(Entries.of(sent), village, month, false, locale);
        return page(village, month, read.sheet(), locale, model);
    }

    @PostMapping("/{village}")
    String takeDown(
            @PathVariable int village,
            @RequestParam YearMonth month,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            RedirectAttributes after,
            Model model) {
        var read = form.read(Entries.of(sent), village, month, true, locale);
        if (read.report().isEmpty()
                || read.good().isEmpty()
                        && !(read.isWhole() && read.sheet().errors().isEmpty())) {
            // what could be taken down stands in the form as well: nothing was recorded
            var whole = form.read(Entries.of(sent), village, month, false, locale);
            return page(village, month, whole.sheet(), locale, model);
        }
        return switch (desk.takeDown(
                read.report().get(), read.good(), read.sheet().onceKey())) {
            case Taken.Done(int report)
            when read.isWhole() -> {
                after.addFlashAttribute("taken", read.good().size());
                yield here(village, month);
            }
            case Taken.Done(int report) -> {
                model.addAttribute("taken", read.good().size());
                yield page(village, month, form.rest(read, report), locale, model);
            }
            case Taken.Before() -> {
                after.addFlashAttribute("before", true);
                yield here(village, month);
            }
            case Taken.Refused(BrokenRule rule) -> {
                model.addAttribute("refused", rule);
                var whole = form.read(Entries.of(sent), village, month, false, locale);
                yield page(village, month, whole.sheet(), locale, model);
            }
        };
    }

    @PostMapping("/{village}/lines/{line}/dismiss")
    String dismiss(
            @PathVariable int village,
            @PathVariable int line,
            @RequestParam YearMonth month,
            @RequestParam(defaultValue = "") String because,
            RedirectAttributes after) {
        if (because.isBlank() || because.length() > MOST_WORDS) {
            after.addFlashAttribute("whyNot", true);
        } else {
            desk.dismiss(line, because.strip())
                    .ifPresentOrElse(
                            rule -> after.addFlashAttribute("refused", rule),
                            () -> after.addFlashAttribute("dismissed", true));
        }
        return here(village, month);
    }

    private String page(int village, YearMonth month, Sheet sheet, Locale locale, Model model) {
        var its = places.village(village)
                .filter(it -> desk.villages(month, Optional.of(it.communeCode())).stream()
                        .anyMatch(mine -> mine.villageId() == village))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var reports = desk.reports(village, month);
        model.addAttribute("village", its);
        model.addAttribute("communeName", places.commune(its.communeCode()));
        model.addAttribute("month", month);
        model.addAttribute("reports", reports);
        model.addAttribute("lines", notices.lines(desk.notices(village, month), reports, its.name(), locale));
        model.addAttribute("late", calendar.lateSince(month).orElse(null));
        model.addAttribute("sheet", sheet);
        model.addAttribute("ended", !month.isAfter(calendar.thisMonth()));
        return "registry/village-report";
    }

    private static String here(int village, YearMonth month) {
        return "redirect:/village-reports/%d?month=%s".formatted(village, month);
    }
}
