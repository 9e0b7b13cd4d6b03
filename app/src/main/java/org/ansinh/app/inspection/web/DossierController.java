package org.ansinh.app.inspection.web;

import java.util.Optional;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.determination.Names;
import org.ansinh.app.inspection.Dossier;
import org.ansinh.app.inspection.DossierDesk;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.NotUnderstood;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The dossier of a case as one PDF: from a decision, from somebody's file, from a line of a list. */
@Controller
class DossierController {

    private final DossierDesk desk;
    private final DossierPaper paper;
    private final DemoMark mark;
    private final Names names;

    DossierController(DossierDesk desk, DossierPaper paper, DemoMark mark, Names names) {
        this.desk = desk;
        this.paper = paper;
        this.mark = mark;
        this.names = names;
    }

    @GetMapping("/dossiers/decisions/{number}.pdf")
    ResponseEntity<byte[]> ofDecision(@PathVariable long number) {
        return sent(desk.ofDecision(new DecisionId(number)), "quyet-dinh-" + number);
    }

    @GetMapping("/dossiers/people/{id}.pdf")
    ResponseEntity<byte[]> ofPerson(@PathVariable int id, @RequestParam Optional<String> programme) {
        return sent(desk.ofSubject(false, id, known(programme)), "nguoi-" + id);
    }

    @GetMapping("/dossiers/households/{id}.pdf")
    ResponseEntity<byte[]> ofHousehold(@PathVariable int id, @RequestParam Optional<String> programme) {
        return sent(desk.ofSubject(true, id, known(programme)), "ho-" + id);
    }

    private Optional<String> known(Optional<String> programme) {
        var given = programme.filter(it -> !it.isBlank());
        given.filter(it -> !names.programmes(java.util.Locale.ROOT).containsKey(it))
                .ifPresent(it -> {
                    throw new NotUnderstood("programme", it);
                });
        return given;
    }

    private ResponseEntity<byte[]> sent(Optional<Dossier> dossier, String what) {
        var found = dossier.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = "%sho-so-%s.pdf".formatted(mark.isDemo() ? "minh-hoa-" : "", what);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(paper.pdf(found));
    }
}
