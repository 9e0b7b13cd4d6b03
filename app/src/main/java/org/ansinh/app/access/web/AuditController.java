package org.ansinh.app.access.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.access.InspectionDesk;
import org.ansinh.app.access.InspectionDesk.Entry;
import org.ansinh.app.access.InspectionDesk.Question;
import org.ansinh.app.access.PersonNames;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.Listing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who read whom, and when: for inspectors and administrators. Asking about a person is a read of that person too. */
@Controller
class AuditController {
    private static final int PAGE = 50;
    private static final int NAMES_OF_ONE_SEARCH = 5;
    static final List<String> ACTS = List.of(
            "open_person",
            "api_person",
            "print_person",
            "search",
            "export",
            "other_commune",
            "sign_in",
            "sign_in_refused",
            "open_officer",
            "close_officer",
            "give",
            "end",
            "set_password",
            "set_code",
            "reset_code",
            "inspect_audit",
            "erase");

    private final InspectionDesk inspection;
    private final AuditDesk audit;
    private final ObjectProvider<PersonNames> names;

    AuditController(InspectionDesk inspection, AuditDesk audit, ObjectProvider<PersonNames> names) {
        this.inspection = inspection;
        this.audit = audit;
        this.names = names;
    }

    /** The fields of the form as they were filled in. */
    record Asked(String officer, String person, String act, String from, String to) {
        Asked {
            officer = text(officer);
            person = text(person);
            act = text(act);
            from = text(from);
            to = text(to);
        }

        private static String text(@org.jspecify.annotations.Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        Question question() {
            return new Question(
                    some(officer),
                    person.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(person)) : Optional.empty(),
                    some(act).filter(ACTS::contains),
                    DayEntry.read(from),
                    DayEntry.read(to));
        }

        Map<String, String> query() {
            var query = new TreeMap<>(Map.of("officer", officer, "person", person, "act", act, "from", from, "to", to));
            query.values().removeIf(String::isEmpty);
            return query;
        }

        private static Optional<String> some(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
    }

    @GetMapping("/audit")
    String entries(Asked asked, @RequestParam(defaultValue = "1") int page, Model model) {
        var question = asked.question();
        long total = inspection.count(question);
        int shown = (int) Math.clamp(page, 1, Math.max(1, (total + PAGE - 1) / PAGE));
        var entries = inspection.entries(question, (shown - 1L) * PAGE, PAGE);
        model.addAttribute("asked", asked);
        model.addAttribute("entries", entries);
        model.addAttribute("people", peopleOf(entries));
        model.addAttribute("list", new Listing("/audit", asked.query(), "", false, shown, PAGE, total));
        model.addAttribute("actors", inspection.actors());
        model.addAttribute("acts", ACTS);
        return "access/audit";
    }

    /** Names for a page of entries; showing them is a search like any other. */
    private Map<Integer, String> peopleOf(List<Entry> entries) {
        var people = new TreeSet<Integer>();
        for (var entry : entries) {
            if (entry.person() != null) {
                people.add(entry.person());
            }
            entry.shown().stream().limit(NAMES_OF_ONE_SEARCH).forEach(people::add);
        }
        var known = names.getIfAvailable();
        if (known == null || people.isEmpty()) {
            return Map.of();
        }
        audit.searched("/audit", List.copyOf(people));
        return known.names(people);
    }

    @GetMapping("/audit/proof")
    String proof(@RequestParam(defaultValue = "") String seal, Locale locale, Model model) {
        model.addAttribute("proof", inspection.prove());
        model.addAttribute("seal", seal.strip());
        if (!seal.isBlank()) {
            model.addAttribute("batch", inspection.batchOf(seal).orElse(null));
        }
        return "access/proof";
    }
}
