package org.ansinh.app.access.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerPersons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which person of the register an officer is, so that money on its way to them is seen; the page says only that it is known. */
@Controller
class OfficerPersonController {

    private static final String NUMBER = "[0-9]{12}";

    private final OfficerPersons persons;
    private final GrantWords words;

    OfficerPersonController(OfficerPersons persons, GrantWords words) {
        this.persons = persons;
        this.words = words;
    }

    @PostMapping("/officers/{id}/person")
    String tie(@PathVariable int id, @RequestParam String number, Locale locale, RedirectAttributes told) {
        var officer = StaffController.known(id);
        var typed = number.replaceAll("\\s", "");
        if (typed.matches(NUMBER)) {
            answer(persons.tie(officer, typed), "access.officer.tied", locale, told);
        } else {
            slip(words.say("access.officer.number.wrong", locale), told);
        }
        return "redirect:/officers/" + id;
    }

    @PostMapping("/officers/{id}/person/none")
    String untie(@PathVariable int id, Locale locale, RedirectAttributes told) {
        answer(persons.untie(StaffController.known(id)), "access.officer.untied", locale, told);
        return "redirect:/officers/" + id;
    }

    private void answer(Optional<BrokenRule> refused, String done, Locale locale, RedirectAttributes told) {
        refused.ifPresentOrElse(
                rule -> slip(words.say("refused." + rule.name(), locale), told),
                () -> told.addFlashAttribute("done", done));
    }

    private static void slip(String text, RedirectAttributes told) {
        told.addFlashAttribute("slips", List.of(new StaffController.Slip("number", text)));
    }
}
