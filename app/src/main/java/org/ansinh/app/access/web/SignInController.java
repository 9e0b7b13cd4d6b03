package org.ansinh.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.CodeDesk;
import org.ansinh.app.access.GrantsDesk;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.access.StaffDesk;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and the page on which an officer changes the password. */
@Controller
class SignInController {
    private static final Map<String, String> NOTICES = Map.of(
            "locked", "access.login.locked",
            "wrong", "access.login.wrong",
            "left", "access.login.left",
            "ended", "access.login.ended",
            "lapsed", "access.login.lapsed",
            "changed", "access.password.changed");
    private static final Set<String> BAD = Set.of("locked", "wrong", "ended");

    private final OfficerDesk officers;
    private final CodeDesk codes;
    private final GrantsDesk grants;

    SignInController(OfficerDesk officers, CodeDesk codes, GrantsDesk grants) {
        this.officers = officers;
        this.codes = codes;
        this.grants = grants;
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, Model model) {
        for (String outcome : NOTICES.keySet()) {
            if (request.getParameter(outcome) != null) {
                model.addAttribute("notice", NOTICES.get(outcome));
                model.addAttribute("tone", BAD.contains(outcome) ? "bad" : "good");
            }
        }
        model.addAttribute("codes", codes.areRequired());
        return "access/login";
    }

    @GetMapping("/account")
    String account(@AuthenticationPrincipal SignedIn officer, Model model) {
        model.addAttribute("officer", officer);
        model.addAttribute("codes", codes.areRequired());
        model.addAttribute(
                "roles",
                grants.mine().stream()
                        .filter(it -> it.grant() == StaffDesk.Grant.ROLE && !it.over())
                        .toList());
        return "access/account";
    }

    @GetMapping("/account/password")
    String password() {
        return "access/password";
    }

    @PostMapping("/account/password")
    String change(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam String old,
            @RequestParam String fresh,
            @RequestParam String again,
            HttpServletRequest request,
            Model model)
            throws jakarta.servlet.ServletException {
        Optional<String> refusal = fresh.equals(again)
                ? officers.changePassword(officer.id(), old, fresh)
                : Optional.of("access.password.differ");
        if (refusal.isPresent()) {
            model.addAttribute("notice", refusal.get());
            return "access/password";
        }
        request.logout();
        return "redirect:/login?changed";
    }
}
