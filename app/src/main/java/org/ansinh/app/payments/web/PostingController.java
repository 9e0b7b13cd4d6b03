package org.ansinh.app.payments.web;

import java.util.Locale;
import org.ansinh.app.determination.Names;
import org.ansinh.app.payments.PostingDesk;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The paper for the board in a village: printed from the browser, a page a village. */
@Controller
class PostingController {

    private final PostingDesk desk;
    private final Names names;

    PostingController(PostingDesk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    @GetMapping("/payments/{id}/posting")
    String posting(@PathVariable long id, Locale locale, Model model) {
        var posting = desk.of(id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no list %d to post in this area.".formatted(id)));
        var list = posting.list();
        model.addAttribute("posting", posting);
        model.addAttribute("programme", names.programmes(locale).getOrDefault(list.programme(), list.programme()));
        model.addAttribute("commune", names.communes().getOrDefault(list.communeCode(), list.communeCode()));
        return "payments/posting";
    }
}
