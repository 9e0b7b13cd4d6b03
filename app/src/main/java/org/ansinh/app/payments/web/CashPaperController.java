package org.ansinh.app.payments.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.casework.PaperRefused;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.HandingOut;
import org.ansinh.app.payments.CashDayDesk;
import org.ansinh.app.payments.CashPaperDesk;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers of a pay day: the list to be signed goes out, its scan comes back. What is handed out is saved, never shown by the browser within our pages. */
@Controller
class CashPaperController {

    private static final int MEGABYTE_BITS = 20;
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final CashDayDesk days;
    private final CashPaperDesk papers;
    private final CashListPaper paper;
    private final MessageSource texts;
    private final DemoMark mark;

    CashPaperController(
            CashDayDesk days, CashPaperDesk papers, CashListPaper paper, MessageSource texts, DemoMark mark) {
        this.days = days;
        this.papers = papers;
        this.paper = paper;
        this.texts = texts;
        this.mark = mark;
    }

    @GetMapping("/cash-days/{id}/list.pdf")
    ResponseEntity<byte[]> list(@PathVariable long id) {
        return printed(id, false, "ngay-chi-" + id);
    }

    /** For the second day: those who were absent, under the numbers they have. */
    @GetMapping("/cash-days/{id}/absent.pdf")
    ResponseEntity<byte[]> absent(@PathVariable long id) {
        return printed(id, true, "ngay-chi-" + id + "-lan-hai");
    }

    private ResponseEntity<byte[]> printed(long id, boolean absent, String name) {
        var list = days.signatureList(id, absent)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no pay day %d in this area.".formatted(id)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(named(name) + ".pdf")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(paper.pdf(list));
    }

    private String named(String name) {
        return (mark.isDemo() ? "minh-hoa-" : "") + name;
    }

    @PostMapping("/cash-days/{id}/papers")
    String attach(@PathVariable long id, @RequestParam MultipartFile file, Locale locale, RedirectAttributes told) {
        CashDayController.found(days.find(id), id);
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try {
            Acted.tell(taken(id, name, file), "payments.cash.attached", told);
        } catch (PaperRefused refused) {
            told.addFlashAttribute("notTaken", said(refused, name, locale));
        }
        return "redirect:/cash-days/" + id;
    }

    private Optional<BrokenRule> taken(long id, String name, MultipartFile file) {
        try {
            var kept = Files.createTempFile("ansinh-paper-", ".part");
            try {
                file.transferTo(kept);
                return papers.attach(id, name, kept);
            } finally {
                Files.deleteIfExists(kept);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @GetMapping("/cash-days/{id}/papers/{paper}")
    void fetch(@PathVariable long id, @PathVariable long paper, HttpServletResponse response) throws IOException {
        var known = papers.of(id).stream()
                .filter(it -> it.id() == paper)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        var name = named("ngay-chi-%d-danh-sach-ky-%d.%s"
                .formatted(id, paper, known.type().ending()));
        HandingOut.send(response, known.type().mediaType(), name, into -> written(id, paper, into));
    }

    private void written(long id, long scan, Path into) {
        if (papers.fetch(id, scan, into).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** What is kept is not what was attached: nothing of it is handed out. */
    @ExceptionHandler
    void refused(PaperRefused it, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        request.setAttribute("refused", said(it, "", locale));
        response.sendError(HttpStatus.CONFLICT.value());
    }

    private String said(PaperRefused it, String name, Locale locale) {
        var what = it.what().isEmpty() ? "" : texts.getMessage("files.paper.is." + it.what(), null, locale);
        return texts.getMessage(
                "files.paper.refused." + it.why(), new Object[] {name, what, megabytes(papers.mostBytes())}, locale);
    }

    static String megabytes(long bytes) {
        return "%d MB".formatted(bytes >> MEGABYTE_BITS);
    }
}
