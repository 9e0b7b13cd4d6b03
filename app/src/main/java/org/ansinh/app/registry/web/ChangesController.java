package org.ansinh.app.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.ansinh.app.access.LapsedForm;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeDesk.Draft;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.web.ChangeForm.Asked;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Forms on which commune officers record changes: filled, looked at, recorded once; kept half-filled. */
@Controller
@RequestMapping("/changes/{kind}")
class ChangesController {

    private static final String PAGE = "registry/change";

    private final FormDoor door;
    private final FormSheet sheet;
    private final ChangeDesk desk;

    ChangesController(FormDoor door, FormSheet sheet, ChangeDesk desk) {
        this.door = door;
        this.sheet = sheet;
        this.desk = desk;
    }

    /** Others read files; only commune officers record. */
    @ModelAttribute
    void mayRecord(@AuthenticationPrincipal SignedIn officer, Model model) {
        if (!officer.roles().contains("commune_officer")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("by", officer.officer());
    }

    @GetMapping
    String open(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> query,
            @AuthenticationPrincipal SignedIn officer,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        var form = door.form(kind);
        var address = Entries.of(query);
        var key = FormDoor.draftKey(form, door.asked(form, address, locale));
        var lapsed = LapsedForm.take(request, officer);
        lapsed.map(Entries::of).ifPresent(it -> keep(key, it));
        var draft = desk.draft(key);
        var typed = draft.map(Draft::body).map(Entries::ofBody).orElse(new Entries(java.util.Map.of()));
        var asked = door.asked(form, PaperFields.keyed(typed.orElse(address)), locale);
        model.addAttribute("page", sheet.opened(form, asked, draft, lapsed.isPresent()));
        return PAGE;
    }

    /** Without script the whole page with what the change would alter; while somebody types, that part alone. */
    @PostMapping("/look")
    String look(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean typing,
            Locale locale,
            Model model) {
        var form = door.form(kind);
        var asked = asked(form, sent, locale);
        keep(form, asked);
        model.addAttribute("page", sheet.looked(form, asked, sheet.read(form, asked), typing));
        return typing ? PAGE + " :: effects" : PAGE;
    }

    @PostMapping
    String record(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String seen,
            Locale locale,
            Model model) {
        var form = door.form(kind);
        var asked = asked(form, sent, locale);
        var filled = sheet.read(form, asked);
        if (!filled.isComplete() || !seen.equals(asked.entries().digest())) {
            keep(form, asked);
            model.addAttribute("page", sheet.looked(form, asked, filled, false));
            model.addAttribute("lookFirst", filled.isComplete());
            return PAGE;
        }
        var result = desk.record(filled.paper().orElseThrow(), filled.changes(), FormDoor.draftKey(form, asked));
        return switch (result) {
            case ChangeResult.Recorded recorded ->
                "redirect:" + form.after(asked, recorded) + "?recorded=" + recorded.number();
            case ChangeResult.RecordedBefore(long number) ->
                "redirect:" + asked.subject().page() + "?recorded=" + number;
            case ChangeResult.NothingNew _ -> "redirect:" + asked.subject().page() + "?same";
            case ChangeResult.Refused _, ChangeResult.Broken _, ChangeResult.Busy _ -> {
                keep(form, asked);
                model.addAttribute("page", sheet.answered(form, asked, result));
                yield PAGE;
            }
        };
    }

    /** Called by the page while somebody types: the form as it is, whatever it lacks. */
    @PostMapping("/draft")
    ResponseEntity<Void> keep(
            @PathVariable String kind, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var form = door.form(kind);
        var kept = keep(form, asked(form, sent, locale));
        return kept
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }

    @PostMapping("/drop")
    String drop(@PathVariable String kind, @RequestParam MultiValueMap<String, String> sent, Locale locale) {
        var form = door.form(kind);
        var asked = asked(form, sent, locale);
        desk.dropDraft(FormDoor.draftKey(form, asked));
        return "redirect:" + FormDoor.address(form, asked);
    }

    private Asked asked(ChangeForm form, MultiValueMap<String, String> sent, Locale locale) {
        return door.asked(form, PaperFields.keyed(Entries.of(sent)), locale);
    }

    private boolean keep(ChangeForm form, Asked asked) {
        return keep(FormDoor.draftKey(form, asked), asked.entries());
    }

    private boolean keep(String draftKey, Entries entries) {
        var body = entries.body();
        return body.length() <= LapsedForm.MOST_CHARACTERS && desk.keepDraft(draftKey, body, entries.text("onceKey"));
    }
}
