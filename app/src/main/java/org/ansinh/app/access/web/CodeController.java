package org.ansinh.app.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.CodeDesk;
import org.ansinh.app.access.CodeDesk.Offer;
import org.ansinh.app.access.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an officer sets up one-time codes: a picture for the phone, a code to prove it, and codes for paper, shown once. */
@Controller
class CodeController {
    private static final String OFFER = "access.code.offer";

    private final CodeDesk codes;

    CodeController(CodeDesk codes) {
        this.codes = codes;
    }

    @GetMapping("/account/code")
    String show(@AuthenticationPrincipal SignedIn officer, HttpSession session, Model model) {
        if (!codes.areRequired() || codes.isSetUp(officer.id())) {
            model.addAttribute("set", codes.areRequired());
            return "access/code-set";
        }
        // the same picture however often the page is opened: the phone may have read it already
        if (!(session.getAttribute(OFFER) instanceof Offer)) {
            session.setAttribute(OFFER, codes.offer(officer.login()));
        }
        return offer((Offer) session.getAttribute(OFFER), model);
    }

    private static String offer(Offer offer, Model model) {
        model.addAttribute("letters", offer.letters().replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("address", offer.address());
        model.addAttribute("picture", QrPicture.of(offer.address()));
        return "access/code";
    }

    @PostMapping("/account/code")
    String set(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam String code,
            HttpSession session,
            HttpServletRequest request,
            Model model)
            throws ServletException {
        if (!(session.getAttribute(OFFER) instanceof Offer offer) || codes.isSetUp(officer.id())) {
            return "redirect:/account/code";
        }
        Optional<List<String>> recovery = codes.setUp(officer.id(), offer, code);
        if (recovery.isEmpty()) {
            model.addAttribute("wrong", true);
            return offer(offer, model);
        }
        // signing in anew is the proof that the phone works
        request.logout();
        model.addAttribute("login", officer.login());
        model.addAttribute("recovery", recovery.get());
        return "access/recovery";
    }
}
