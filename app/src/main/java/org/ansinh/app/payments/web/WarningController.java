package org.ansinh.app.payments.web;

import java.util.Arrays;
import java.util.Locale;
import org.ansinh.app.pages.NotUnderstood;
import org.ansinh.app.payments.WarningDesk;
import org.ansinh.app.payments.WarningDesk.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An officer's word about what looks wrong on a draft. */
@Controller
class WarningController {

    private static final int WORDS_AT_MOST = 200;

    private final WarningDesk warnings;
    private final ListWorkbook book;

    WarningController(WarningDesk warnings, ListWorkbook book) {
        this.warnings = warnings;
        this.book = book;
    }

    @PostMapping("/payments/{id}/warnings")
    String answer(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam boolean household,
            @RequestParam int subject,
            @RequestParam String words,
            RedirectAttributes told) {
        book.found(id);
        var asked = Arrays.stream(Kind.values())
                .filter(it -> it.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("kind", kind));
        if (words.isBlank() || words.length() > WORDS_AT_MOST) {
            told.addFlashAttribute("calm", "payments.warning.words.none");
        } else {
            warnings.answer(id, asked.name().toLowerCase(Locale.ROOT), household, subject, words.strip())
                    .ifPresentOrElse(
                            rule -> told.addFlashAttribute("refused", rule),
                            () -> told.addFlashAttribute("done", "payments.warning.answered"));
        }
        return "redirect:/payments/" + id + "#warnings";
    }
}
