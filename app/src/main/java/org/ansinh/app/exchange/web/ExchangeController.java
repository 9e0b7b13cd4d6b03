package org.ansinh.app.exchange.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.app.exchange.BroughtFile;
import org.ansinh.app.exchange.FileLimits;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.ImportDesk;
import org.ansinh.app.pages.DayEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where files come in and go out: a file is brought here, looked at and accepted on a page of its own. */
@Controller
class ExchangeController {

    private static final int SHOWN = 10;

    private final ImportDesk imports;
    private final FileLimits limits;
    private final Clock clock;

    ExchangeController(ImportDesk imports, FileLimits limits, Clock clock) {
        this.imports = imports;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/exchange")
    String page(@RequestParam Optional<String> tooLarge, Model model) {
        tooLarge.ifPresent(it -> {
            model.addAttribute("why", "exchange.file.too_large");
            model.addAttribute("detail", megabytes());
        });
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("mostBytes", limits.mostBytes());
        model.addAttribute("most", megabytes());
        model.addAttribute(
                "files",
                imports.files(SHOWN).stream()
                        .filter(it -> it.state() != BroughtFile.State.THROWN_AWAY)
                        .toList());
        model.addAttribute("toAccept", imports.toAccept());
        return "exchange/files";
    }

    @PostMapping("/exchange/files")
    String bring(@RequestParam MultipartFile file, @RequestParam String asOf) throws IOException {
        if (file.isEmpty()) {
            throw new FileRefused("empty", "");
        }
        var day = DayEntry.read(asOf).orElseThrow(() -> new FileRefused("as_of_unreadable", asOf));
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (var sent = file.getInputStream()) {
            return "redirect:/exchange/files/" + imports.bring(sent, name, day).number();
        }
    }

    private String megabytes() {
        return limits.mostBytes() / (1024 * 1024) + " MB";
    }

    /** Told where a file is brought: a page of its own would lack its frame. */
    @ExceptionHandler
    String refused(FileRefused refused, RedirectAttributes told) {
        told.addFlashAttribute("why", "exchange.file." + refused.why());
        told.addFlashAttribute("detail", refused.detail());
        return "redirect:/exchange";
    }
}
