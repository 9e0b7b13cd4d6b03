package org.ansinh.app.registry.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.FilesDesk;
import org.ansinh.app.registry.FilesDesk.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people are found, the one most asked for. */
@Controller
class SearchController {

    private static final int LEAST = 2;

    private final FilesDesk files;
    private final MessageSource texts;

    SearchController(FilesDesk files, MessageSource texts) {
        this.files = files;
        this.texts = texts;
    }

    /**
     * Somebody who was found, in words. They are put together here and not in the template, which would take a third of the time of the page for it.
     *
     * @param self birth, sex, death
     * @param place village and commune
     * @param household its head and code, and the person's own number
     */
    public record HitLine(int person, String name, String self, String place, String household) {}

    /** What the template shows of an answer. */
    public record Shown(List<HitLine> hits, boolean more, boolean elsewhere) {}

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean asYouType,
            Locale locale,
            Model model) {
        var asked = q.strip();
        model.addAttribute("q", asked);
        model.addAttribute("brief", !asked.isEmpty() && asked.length() < LEAST);
        if (asked.length() >= LEAST) {
            var found = files.find(asked);
            var lines = found.hits().stream().map(it -> line(it, locale)).toList();
            model.addAttribute("found", new Shown(lines, found.more(), found.elsewhere()));
        }
        return asYouType ? "registry/search :: hits" : "registry/search";
    }

    private HitLine line(Hit hit, Locale locale) {
        var writing = new Writing(locale);
        var self = parts(
                text(locale, "registry.born") + " " + writing.born(hit.born(), hit.bornPrecision()),
                text(locale, "registry.sex." + hit.sex()),
                hit.diedOn() == null ? null : text(locale, "registry.died", writing.day(hit.diedOn())));
        var village = hit.village() == null ? text(locale, "registry.no-village") : hit.village();
        var household = parts(
                hit.headName() == null
                        ? null
                        : text(
                                locale,
                                "registry.head-is",
                                hit.headName(),
                                Objects.requireNonNullElse(hit.householdCode(), "")),
                hit.personalNumber() == null ? null : text(locale, "registry.number") + " " + hit.personalNumber());
        return new HitLine(
                hit.personId(),
                hit.name(),
                self,
                hit.commune() == null ? village : village + ", " + hit.commune(),
                household);
    }

    private static String parts(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private String text(Locale locale, String key, Object... values) {
        return texts.getMessage(key, values, locale);
    }
}
