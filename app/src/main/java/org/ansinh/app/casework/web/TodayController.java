package org.ansinh.app.casework.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.ApplicationChoice;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.ApplicationDesk.Bucket;
import org.ansinh.app.casework.ApplicationDesk.Incoming;
import org.ansinh.app.casework.ApplicationDesk.WorkGroup;
import org.ansinh.app.casework.DayWork;
import org.ansinh.app.casework.DayWork.Waiting;
import org.ansinh.app.casework.GrievanceDesk;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.Listing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The work of the day: what is overdue first, then what ends today, then what comes; alike things together, and handled together. */
@Controller
class TodayController {

    private static final int PAGE = 50;

    /** Overdue files that are named on the first page; more are a click away. */
    private static final int NAMED = 20;

    private final ApplicationDesk desk;
    private final GrievanceDesk grievances;
    private final CaseWords words;
    private final VillageWork villages;
    private final List<DayWork> rooms;

    TodayController(
            ApplicationDesk desk,
            GrievanceDesk grievances,
            CaseWords words,
            VillageWork villages,
            List<DayWork> rooms) {
        this.desk = desk;
        this.grievances = grievances;
        this.words = words;
        this.villages = villages;
        this.rooms = rooms;
    }

    /** Alike files in words. */
    public record Group(WorkGroup of, String ground) {}

    @GetMapping("/today")
    String today(@RequestParam(defaultValue = "false") boolean mine, Locale locale, Model model) {
        var groups = new LinkedHashMap<String, List<Group>>();
        desk.work(mine)
                .forEach(it -> groups.computeIfAbsent(it.bucket().name(), bucket -> new ArrayList<>())
                        .add(new Group(it, words.provisions(it.programme(), it.provisions(), locale))));
        model.addAttribute("groups", groups);
        model.addAttribute("counts", counts(groups));
        model.addAttribute("mine", mine);
        model.addAttribute("grievances", grievances.standing());
        model.addAttribute("named", named(mine, groups, locale));
        model.addAttribute("villages", villages.waiting());
        model.addAttribute("work", work());
        naming(locale, model);
        return "casework/today";
    }

    /** What other rooms have waiting: past its term first, then whatever waits longest. */
    private List<Waiting> work() {
        return rooms.stream()
                .flatMap(it -> it.waiting().stream())
                .sorted(Comparator.comparing(Waiting::late)
                        .reversed()
                        .thenComparing(it -> it.since().orElse(LocalDate.MAX)))
                .toList();
    }

    private static Map<String, Long> counts(Map<String, List<Group>> groups) {
        var counts = new LinkedHashMap<String, Long>();
        for (var bucket : Bucket.values()) {
            counts.put(
                    bucket.name(),
                    groups.getOrDefault(bucket.name(), List.of()).stream()
                            .mapToLong(it -> it.of().number())
                            .sum());
        }
        return counts;
    }

    private List<FileLine> named(boolean mine, Map<String, List<Group>> groups, Locale locale) {
        var urgent = new ArrayList<FileLine>();
        for (var bucket : List.of(Bucket.OVERDUE, Bucket.TODAY)) {
            if (groups.containsKey(bucket.name())) {
                var choice = ApplicationChoice.of(Optional.of(bucket), mine);
                urgent.addAll(lines(desk.list(choice, 1, NAMED), locale));
            }
        }
        return urgent;
    }

    @GetMapping("/applications")
    String list(
            Optional<Bucket> bucket,
            Optional<String> programme,
            Optional<String> provisions,
            Optional<String> commune,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var choice = choice(bucket, programme, provisions, commune, mine, q);
        var total = desk.count(choice);
        int shown = (int) Math.clamp(page, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        model.addAttribute("choice", choice);
        model.addAttribute("rows", lines(desk.list(choice, shown, PAGE), locale));
        model.addAttribute("list", new Listing("/applications", query(choice), "", false, shown, PAGE, total));
        model.addAttribute(
                "ground",
                choice.programme()
                        .flatMap(it -> choice.provisions().map(ids -> words.provisions(it, ids, locale)))
                        .orElse(""));
        model.addAttribute("today", words.today());
        naming(locale, model);
        return "casework/applications";
    }

    /** Signed files that came in on a day: those that were ticked, or the whole list. */
    @PostMapping("/applications/receive")
    String receive(
            Optional<Bucket> bucket,
            Optional<String> programme,
            Optional<String> provisions,
            Optional<String> commune,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<List<Long>> file,
            @RequestParam String receivedOn,
            @RequestParam(defaultValue = "") String shelf,
            @RequestParam(defaultValue = "chosen") String which,
            Locale locale,
            RedirectAttributes after) {
        var choice = choice(bucket, programme, provisions, commune, mine, q);
        query(choice).forEach(after::addAttribute);
        var day = DayEntry.read(receivedOn);
        var all = which.equals("all");
        if (day.isEmpty()) {
            after.addFlashAttribute("refused", words.say("decisions.day.wrong", locale));
        } else if (!all && file.filter(it -> !it.isEmpty()).isEmpty()) {
            after.addFlashAttribute("refused", words.say("files.none-chosen", locale));
        } else {
            var incoming = new Incoming(day.get(), shelf.strip(), "");
            words.attempt(
                    after,
                    locale,
                    () -> words.say(
                            "files.received-now",
                            locale,
                            all ? desk.receiveAll(choice, incoming) : desk.receive(file.orElse(List.of()), incoming)));
        }
        return "redirect:/applications";
    }

    private List<FileLine> lines(List<Application> files, Locale locale) {
        return FileLine.of(files, desk, it -> words.provisions(it.programme(), it.provisions(), locale));
    }

    private ApplicationChoice choice(
            Optional<Bucket> bucket,
            Optional<String> programme,
            Optional<String> provisions,
            Optional<String> commune,
            boolean mine,
            String q) {
        return new ApplicationChoice(
                bucket,
                programme.filter(it -> !it.isBlank()).map(words::programme),
                provisions.filter(it -> !it.isBlank()),
                words.commune(commune),
                mine,
                Optional.of(q.strip()).filter(it -> !it.isEmpty()));
    }

    private static Map<String, String> query(ApplicationChoice choice) {
        var query = new LinkedHashMap<String, String>();
        choice.bucket().ifPresent(it -> query.put("bucket", it.name()));
        choice.programme().ifPresent(it -> query.put("programme", it));
        choice.provisions().ifPresent(it -> query.put("provisions", it));
        choice.commune().ifPresent(it -> query.put("commune", it));
        if (choice.mine()) {
            query.put("mine", "true");
        }
        choice.words().ifPresent(it -> query.put("q", it));
        return query;
    }

    private void naming(Locale locale, Model model) {
        model.addAttribute("programmes", words.programmes(locale));
        model.addAttribute("communes", words.communes());
    }
}
