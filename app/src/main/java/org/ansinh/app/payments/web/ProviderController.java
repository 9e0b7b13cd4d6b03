package org.ansinh.app.payments.web;

import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.payments.LatinName;
import org.ansinh.app.payments.ProviderDesk;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** With whom the province has a contract to pay into electronic accounts. */
@Controller
class ProviderController {

    private static final String PAGE = "redirect:/dispatches#e-providers";
    private static final int NAME_AT_MOST = 30;
    private static final int PAPER_AT_LEAST = 3;
    private static final int PAPER_AT_MOST = 200;

    private final ProviderDesk providers;

    ProviderController(ProviderDesk providers) {
        this.providers = providers;
    }

    @PostMapping("/dispatches/e-providers")
    String set(@RequestParam String name, @RequestParam String paper, RedirectAttributes told) {
        if (LatinName.of(name, Integer.MAX_VALUE).isEmpty() || name.strip().length() > NAME_AT_MOST) {
            told.addFlashAttribute("wrong", "payments.e-providers.wrong.name");
        } else if (isPaper(paper)) {
            answer(providers.set(name.strip(), paper.strip()), "payments.e-providers.saved", told);
        } else {
            told.addFlashAttribute("wrong", "payments.e-providers.wrong.paper");
        }
        return PAGE;
    }

    @PostMapping("/dispatches/e-providers/end")
    String end(@RequestParam String provider, @RequestParam String paper, RedirectAttributes told) {
        if (isPaper(paper)) {
            answer(providers.end(provider, paper.strip()), "payments.e-providers.ended", told);
        } else {
            told.addFlashAttribute("wrong", "payments.e-providers.wrong.paper");
        }
        return PAGE;
    }

    private static boolean isPaper(String paper) {
        return paper.strip().length() >= PAPER_AT_LEAST && paper.strip().length() <= PAPER_AT_MOST;
    }

    private static void answer(Optional<BrokenRule> refused, String done, RedirectAttributes told) {
        refused.ifPresentOrElse(
                rule -> told.addFlashAttribute("refused", rule), () -> told.addFlashAttribute("done", done));
    }
}
