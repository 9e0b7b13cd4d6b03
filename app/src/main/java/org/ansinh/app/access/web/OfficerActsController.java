package org.ansinh.app.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.StaffDesk;
import org.ansinh.app.access.StaffDesk.Grant;
import org.ansinh.app.pages.DayEntry;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an administrator does to an officer who is there already. */
@Controller
class OfficerActsController {
    private final StaffDesk staff;
    private final GrantWords words;
    private final Clock clock;

    OfficerActsController(StaffDesk staff, GrantWords words, Clock clock) {
        this.staff = staff;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping("/officers/{id}/give")
    String give(
            @PathVariable int id,
            @RequestParam Grant grant,
            @RequestParam String value,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale,
            RedirectAttributes told) {
        var first = from.isBlank() ? Optional.of(LocalDate.now(clock)) : DayEntry.read(from);
        Optional<LocalDate> last = DayEntry.read(to);
        String slip = null;
        if (value.isBlank()) {
            slip = "access.officer.value.missing";
        } else if (first.isEmpty() || last.isEmpty() && !to.isBlank()) {
            slip = "access.officer.no_day";
        } else if (last.isEmpty() && value.equals("inspector")) {
            slip = "access.officer.inspector.to";
        } else if (last.isPresent() && last.get().isBefore(first.get())) {
            slip = "access.officer.to.before";
        }
        if (slip == null) {
            staff.give(StaffController.known(id), grant, value, first.orElseThrow(), last.orElse(null));
            told.addFlashAttribute("done", "access.officer.given");
        } else {
            var field = "value-" + grant.name().toLowerCase(Locale.ROOT);
            told.addFlashAttribute("slips", List.of(new StaffController.Slip(field, words.say(slip, locale))));
        }
        return "redirect:/officers/" + id;
    }

    @PostMapping("/officers/{id}/end")
    String end(@PathVariable int id, @RequestParam Grant grant, @RequestParam String value, RedirectAttributes told) {
        staff.end(StaffController.known(id), grant, value, LocalDate.now(clock));
        told.addFlashAttribute("done", "access.officer.ended");
        return "redirect:/officers/" + id;
    }

    @PostMapping("/officers/{id}/close")
    String close(@PathVariable int id, RedirectAttributes told) {
        staff.close(StaffController.known(id), LocalDate.now(clock));
        told.addFlashAttribute("done", "access.officer.closed");
        return "redirect:/officers/" + id;
    }

    @PostMapping("/officers/{id}/password")
    String password(@PathVariable int id, RedirectAttributes told) {
        told.addFlashAttribute("password", staff.resetPassword(StaffController.known(id)));
        told.addFlashAttribute("done", "access.officer.password.reset");
        return "redirect:/officers/" + id;
    }

    @PostMapping("/officers/{id}/code")
    String code(@PathVariable int id, RedirectAttributes told) {
        staff.resetCode(StaffController.known(id));
        told.addFlashAttribute("done", "access.officer.code.reset");
        return "redirect:/officers/" + id;
    }
}
