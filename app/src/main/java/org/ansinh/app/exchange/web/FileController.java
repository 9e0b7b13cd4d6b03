package org.ansinh.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.FileId;
import org.ansinh.app.exchange.ImportDesk;
import org.ansinh.app.pages.HandingOut;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** One file that was brought: being read, to be accepted, being taken in, done. The page tells where it stands, after a reload and after a restart. */
@Controller
class FileController {

    private final ImportDesk imports;
    private final WorkShown works;

    FileController(ImportDesk imports, WorkShown works) {
        this.imports = imports;
        this.works = works;
    }

    @GetMapping("/exchange/files/{id}")
    String file(@PathVariable long id, Locale locale, Model model) {
        var file = found(id);
        model.addAttribute("file", file);
        model.addAttribute("report", file.report().orElse(null));
        model.addAttribute(
                "work",
                works.of(file, "/exchange/files/" + id + "/work", locale).orElse(null));
        model.addAttribute("said", works.said(locale));
        return "exchange/file";
    }

    /** The piece of page that asks again by itself; once the work has ended the whole page is asked for. */
    @GetMapping("/exchange/files/{id}/work")
    String work(@PathVariable long id, Locale locale, Model model, HttpServletResponse response) {
        return works.piece(found(id), "/exchange/files/" + id + "/work", model, response, locale);
    }

    @PostMapping("/exchange/files/{id}/accept")
    String accept(@PathVariable long id) {
        imports.accept(new FileId(id));
        return "redirect:/exchange/files/" + id;
    }

    @PostMapping("/exchange/files/{id}/throw-away")
    String throwAway(@PathVariable long id) {
        imports.throwAway(new FileId(id));
        return "redirect:/exchange";
    }

    @PostMapping("/exchange/files/{id}/again")
    String again(@PathVariable long id) {
        imports.again(new FileId(id));
        return "redirect:/exchange/files/" + id;
    }

    @GetMapping("/exchange/files/{id}/refused.xlsx")
    void refusedRows(@PathVariable long id, HttpServletResponse response) throws IOException {
        found(id);
        HandingOut.send(
                response,
                HandingOut.XLSX,
                "hang-bi-tu-choi-" + id + ".xlsx",
                into -> imports.refusedRows(new FileId(id), into));
    }

    private BroughtFile found(long id) {
        return imports.find(new FileId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
