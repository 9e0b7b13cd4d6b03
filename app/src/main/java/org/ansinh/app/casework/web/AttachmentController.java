package org.ansinh.app.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.casework.Attachment;
import org.ansinh.app.casework.AttachmentDesk;
import org.ansinh.app.casework.AttachmentDesk.Sent;
import org.ansinh.app.casework.PaperRefused;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.HandingOut;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Papers of a file: attached, taken away, handed out. What is handed out is saved, never shown by the browser within our pages. */
@Controller
class AttachmentController {

    private static final int WORDS_AT_MOST = 200;
    private static final int MEGABYTE_BITS = 20;
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final AttachmentDesk desk;
    private final CaseWords words;
    private final DemoMark mark;

    AttachmentController(AttachmentDesk desk, CaseWords words, DemoMark mark) {
        this.desk = desk;
        this.words = words;
        this.mark = mark;
    }

    /** @param otherPaper where it is none of the papers the law names */
    @PostMapping("/applications/{id}/attachments")
    String attach(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String paper,
            @RequestParam(defaultValue = "") String otherPaper,
            @RequestParam MultipartFile file,
            Locale locale,
            RedirectAttributes after) {
        var named = otherPaper.isBlank() ? paper.strip() : otherPaper.strip();
        if (named.isEmpty() || named.length() > WORDS_AT_MOST) {
            after.addFlashAttribute("refused", words.say("files.paper.which.missing", locale));
            return here(id);
        }
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try {
            words.attempt(after, locale, () -> taken(id, new Sent(named, name, brought(file)), locale));
        } catch (PaperRefused refused) {
            after.addFlashAttribute("refused", said(refused, name, locale));
        }
        return here(id);
    }

    private String said(PaperRefused it, String name, Locale locale) {
        var what = it.what().isEmpty() ? "" : words.say("files.paper.is." + it.what(), locale);
        return words.say("files.paper.refused." + it.why(), locale, name, what, megabytes(desk.mostBytes()));
    }

    static String megabytes(long bytes) {
        return "%d MB".formatted(bytes >> MEGABYTE_BITS);
    }

    /** What is kept is not what was attached: nothing of it is handed out. */
    @ExceptionHandler
    void refused(PaperRefused it, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        request.setAttribute("refused", said(it, "", locale));
        response.sendError(HttpStatus.CONFLICT.value());
    }

    /** In words what became of it. */
    private String taken(long id, Sent sent, Locale locale) {
        try {
            return desk.attach(id, sent)
                    .map(it -> words.say("files.paper.attached", locale, sent.paper()))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } finally {
            forget(sent.content());
        }
    }

    private static Path brought(MultipartFile file) {
        try {
            var kept = Files.createTempFile("ansinh-paper-", ".part");
            file.transferTo(kept);
            return kept;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static void forget(Path content) {
        try {
            Files.deleteIfExists(content);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @PostMapping("/applications/{id}/attachments/{attachment}/take-away")
    String takeAway(
            @PathVariable long id,
            @PathVariable long attachment,
            @RequestParam(defaultValue = "") String because,
            Locale locale,
            RedirectAttributes after) {
        if (because.isBlank()) {
            after.addFlashAttribute("refused", words.say("refused.taken_away_with_a_reason", locale));
        } else {
            words.attempt(
                    after,
                    locale,
                    () -> words.say(
                            desk.takeAway(id, attachment, because.strip())
                                    ? "files.paper.taken-away"
                                    : "files.nothing-done",
                            locale));
        }
        return here(id);
    }

    @GetMapping("/applications/{id}/attachments/{attachment}")
    void fetch(@PathVariable long id, @PathVariable long attachment, HttpServletResponse response) throws IOException {
        var known = desk.of(id).stream()
                .filter(it -> it.id() == attachment)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        HandingOut.send(response, known.type().mediaType(), name(id, known), into -> {
            if (desk.fetch(id, attachment, into).isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
        });
    }

    /** By its numbers in this house: the name it came with says nothing here, and may say anything. */
    private String name(long id, Attachment it) {
        return "%sho-so-%d-giay-to-%d.%s"
                .formatted(
                        mark.isDemo() ? "minh-hoa-" : "", id, it.id(), it.type().ending());
    }

    private static String here(long id) {
        return "redirect:/applications/" + id;
    }
}
