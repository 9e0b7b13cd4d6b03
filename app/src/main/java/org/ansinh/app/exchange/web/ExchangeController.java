package org.ansinh.app.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.exchange.ExportDesk;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.ImportDesk;
import org.ansinh.app.exchange.ImportReport;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A file is chosen, looked at, and only then taken in. */
@Controller
class ExchangeController {

    private static final String BROUGHT = "exchange.brought";
    private static final int SHOWN = 200;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportDesk imports;
    private final ExportDesk exports;
    private final Clock clock;

    ExchangeController(ImportDesk imports, ExportDesk exports, Clock clock) {
        this.imports = imports;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/exchange")
    String page(Model model) {
        model.addAttribute("today", LocalDate.now(clock));
        return "exchange/files";
    }

    @PostMapping("/exchange/preview")
    String preview(@RequestParam MultipartFile file, @RequestParam LocalDate asOf, HttpSession session, Model model)
            throws IOException {
        brought(session).ifPresent(BroughtFile::forget);
        var place = Files.createTempFile("ansinh-import-", ".file");
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        var brought = new BroughtFile(place.toString(), name, asOf);
        try {
            imports.receive(file.getInputStream(), place);
            show(model, brought, imports.preview(place, name, asOf));
        } catch (FileRefused refused) {
            brought.forget();
            throw refused;
        }
        session.setAttribute(BROUGHT, brought);
        return "exchange/report";
    }

    @PostMapping("/exchange/load")
    String load(HttpSession session, Model model) {
        var brought = brought(session);
        if (brought.isEmpty()) {
            model.addAttribute("gone", true);
            return page(model);
        }
        var it = brought.get();
        show(model, it, imports.load(it.path(), it.name(), it.asOf()));
        model.addAttribute("loaded", true);
        return "exchange/report";
    }

    private static void show(Model model, BroughtFile brought, ImportReport report) {
        model.addAttribute("name", brought.name());
        model.addAttribute("report", report);
        model.addAttribute("refusals", report.refusals().stream().limit(SHOWN).toList());
        model.addAttribute("notices", report.notices().stream().limit(SHOWN).toList());
        model.addAttribute("loaded", false);
    }

    private static Optional<BroughtFile> brought(HttpSession session) {
        return Optional.ofNullable((BroughtFile) session.getAttribute(BROUGHT)).filter(BroughtFile::isThere);
    }

    /** What would be refused of the file last looked at; after loading, what was. */
    @PostMapping("/exchange/refused")
    void refused(HttpSession session, HttpServletResponse response) throws IOException {
        var it = brought(session).orElseThrow(() -> new FileRefused("gone", ""));
        var report = imports.preview(it.path(), it.name(), it.asOf());
        attach(response, XLSX, "hang-bi-tu-choi.xlsx");
        imports.refusedRows(it.path(), it.name(), report, response.getOutputStream());
    }

    @PostMapping("/exchange/out/xlsx")
    void xlsx(HttpServletResponse response) throws IOException {
        send(response, XLSX, "so-bo.xlsx", exports::xlsx);
    }

    @PostMapping("/exchange/out/csv")
    void csv(HttpServletResponse response) throws IOException {
        send(response, "application/zip", "so-bo.zip", exports::csv);
    }

    /** Written to disk first: an export that fails halfway must not look like a whole one. */
    private static void send(HttpServletResponse response, String type, String name, Consumer<Path> write)
            throws IOException {
        var file = Files.createTempFile("ansinh-export-", ".file");
        try {
            write.accept(file);
            attach(response, type, name);
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString());
    }

    @ExceptionHandler(FileRefused.class)
    String refused(FileRefused refused, Model model) {
        model.addAttribute("why", "exchange.file." + refused.why());
        model.addAttribute("detail", refused.detail());
        return page(model);
    }
}
