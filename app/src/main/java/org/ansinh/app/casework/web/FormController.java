package org.ansinh.app.casework.web;

import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.FormDesk;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.pages.TaggedPdf;
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

/** The official form of a file, filled in, to be signed. */
@Controller
class FormController {

    private final FormDesk desk;
    private final TaggedPdf press;
    private final DemoMark mark;

    FormController(FormDesk desk, TaggedPdf press, DemoMark mark) {
        this.desk = desk;
        this.press = press;
        this.mark = mark;
    }

    /** @param sheet code of one of the programme's forms; without it the form of the group */
    @GetMapping("/applications/{id}/form.pdf")
    ResponseEntity<byte[]> form(@PathVariable long id, @RequestParam Optional<String> sheet) {
        var form = desk.form(id, sheet.filter(it -> !it.isBlank()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = "%sto-khai-%d.pdf".formatted(mark.isDemo() ? "minh-hoa-" : "", id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(press.of("casework/form", "form.css", Map.of("form", form)));
    }
}
