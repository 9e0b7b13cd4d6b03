package org.ansinh.app.payments.web;

import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What became of an act on a recovery, a suspension or a transfer: said at the top of its page.
 *
 * @param pages where those pages are, as /recoveries
 */
record Acted(String pages) {

    private static final int WORDS_AT_MOST = 500;

    /** Whether somebody gave a reason, and a short one. */
    static boolean isWords(String words) {
        return !words.isBlank() && words.length() <= WORDS_AT_MOST;
    }

    static void tell(Optional<BrokenRule> broken, String done, RedirectAttributes told) {
        broken.ifPresentOrElse(
                rule -> told.addFlashAttribute("refused", rule), () -> told.addFlashAttribute("done", done));
    }

    String told(long id, Optional<BrokenRule> broken, String done, RedirectAttributes told) {
        tell(broken, done, told);
        return redirect(id);
    }

    String wrong(long id, String key, RedirectAttributes told) {
        told.addFlashAttribute("wrong", key);
        return redirect(id);
    }

    private String redirect(long id) {
        return "redirect:%s/%d".formatted(pages, id);
    }
}
