package org.ansinh.app.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.access.StaffDesk;
import org.ansinh.app.pages.DayEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Officers, for administrators: the list, one of them, and a new one. */
@Controller
class StaffController {
    private static final String LOGIN = "[a-z0-9][a-z0-9._-]{1,62}";

    private final StaffDesk staff;
    private final GrantWords words;
    private final Clock clock;

    StaffController(StaffDesk staff, GrantWords words, Clock clock) {
        this.staff = staff;
        this.words = words;
        this.clock = clock;
    }

    /** What was typed for a new officer, given back when something is wrong with it. */
    public record Typed(
            String login,
            String fullName,
            String kind,
            String role,
            String commune,
            @Nullable List<String> purposes,
            String from,
            String to) {

        /** What a request lacks was left empty. */
        public Typed {
            login = text(login);
            fullName = text(fullName);
            kind = text(kind);
            role = text(role);
            commune = text(commune);
            from = text(from);
            to = text(to);
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        public Set<String> chosen() {
            return purposes == null ? Set.of() : Set.copyOf(purposes);
        }
    }

    /** A slip in the form and the field it is in. */
    public record Slip(String field, String text) {}

    @GetMapping("/officers")
    String list(Locale locale, Model model) {
        model.addAttribute("officers", staff.all());
        model.addAttribute("today", LocalDate.now(clock));
        words.addTo(model, locale);
        return "access/officers";
    }

    @GetMapping("/officers/new")
    String form(Locale locale, Model model) {
        return form(
                new Typed("", "", "person", "", "", List.copyOf(words.purposes()), "", ""), List.of(), locale, model);
    }

    private String form(Typed typed, List<Slip> slips, Locale locale, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("slips", slips);
        var wrong = new LinkedHashMap<String, String>();
        slips.forEach(it -> wrong.put(it.field(), it.text()));
        model.addAttribute("wrong", wrong);
        model.addAttribute("today", LocalDate.now(clock));
        words.addTo(model, locale);
        return "access/officer-new";
    }

    @PostMapping("/officers")
    String open(Typed typed, Locale locale, Model model, RedirectAttributes told) {
        var slips = slips(typed, locale);
        if (!slips.isEmpty()) {
            return form(typed, slips, locale, model);
        }
        var communes = typed.commune().isBlank() ? List.<String>of() : List.of(typed.commune());
        var opened = staff.open(new NewOfficer(
                typed.login(),
                typed.fullName().strip(),
                Set.of(typed.role()),
                communes,
                typed.chosen(),
                DayEntry.read(typed.from()).orElseGet(() -> LocalDate.now(clock)),
                DayEntry.read(typed.to()).orElse(null),
                typed.kind().equals("program") ? "program" : "person"));
        told.addFlashAttribute("password", opened.password());
        told.addFlashAttribute("done", "access.officer.opened");
        return "redirect:/officers/" + opened.id().number();
    }

    private List<Slip> slips(Typed typed, Locale locale) {
        var slips = new ArrayList<Slip>();
        if (!typed.login().matches(LOGIN)) {
            slips.add(new Slip("login", words.say("access.officer.login.wrong", locale)));
        } else if (staff.all().stream().anyMatch(it -> it.login().equals(typed.login()))) {
            slips.add(new Slip("login", words.say("access.officer.login.taken", locale)));
        }
        if (typed.fullName().isBlank()) {
            slips.add(new Slip("fullName", words.say("access.officer.name.missing", locale)));
        }
        if (!StaffDesk.ROLES.contains(typed.role())) {
            slips.add(new Slip("role", words.say("access.officer.role.missing", locale)));
        }
        var from = day(typed.from(), "from", slips, locale).orElseGet(() -> LocalDate.now(clock));
        var to = day(typed.to(), "to", slips, locale);
        if (typed.role().equals("inspector") && to.isEmpty()) {
            slips.add(new Slip("to", words.say("access.officer.inspector.to", locale)));
        }
        if (to.isPresent() && to.get().isBefore(from)) {
            slips.add(new Slip("to", words.say("access.officer.to.before", locale)));
        }
        return slips;
    }

    @GetMapping("/officers/{id}")
    String file(@PathVariable int id, @AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        var file = staff.file(known(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("file", file);
        model.addAttribute("myself", me.officer() == id);
        model.addAttribute("today", LocalDate.now(clock));
        words.addTo(model, locale);
        return "access/officer";
    }

    /** The officer an address names; there is none with such a number as this. */
    static OfficerId known(int id) {
        if (id < 1) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new OfficerId(id);
    }

    private Optional<LocalDate> day(String typed, String field, List<Slip> slips, Locale locale) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        var day = DayEntry.read(typed);
        if (day.isEmpty()) {
            slips.add(new Slip(field, words.say("access.officer.no_day", locale, typed)));
        }
        return day;
    }
}
