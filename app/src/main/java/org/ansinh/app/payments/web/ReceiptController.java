package org.ansinh.app.payments.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.payments.ReceiptDesk;
import org.ansinh.app.payments.ReceiptDesk.Checked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the payment on a paper is real: for everybody, without signing in. */
@Controller
class ReceiptController {

    private final ReceiptDesk desk;

    ReceiptController(ReceiptDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/receipt")
    String receipt(@RequestParam Optional<String> receipt, Locale locale, HttpServletRequest request, Model model) {
        var typed = receipt.map(String::strip).filter(it -> !it.isEmpty());
        model.addAttribute("typed", typed.orElse(""));
        typed.map(it -> desk.check(it, request.getRemoteAddr(), locale)).ifPresent(it -> {
            model.addAttribute("answer", it.getClass().getSimpleName());
            if (it instanceof Checked.Real real) {
                model.addAttribute("real", real);
                model.addAttribute("programme", real.programme().orElse(""));
            }
        });
        return "payments/receipt";
    }
}
