package org.ansinh.app.casework.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Programme;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the law pack says of working a file, in the reader's words: forms, papers to be shown, what an amount stands for. */
@Component
class FileWords {

    private final LawbookDesk lawbook;
    private final EntitlementsSeen seen;
    private final MessageSource texts;
    private final Clock clock;

    FileWords(LawbookDesk lawbook, EntitlementsSeen seen, MessageSource texts, Clock clock) {
        this.lawbook = lawbook;
        this.seen = seen;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A form or a paper.
     *
     * @param code of an official form; empty for a paper
     * @param printable the pack has the wording of the form, so that it is printed filled in
     * @param uncertain how sure it is, a word of the pack, where nobody has compared it with the text; else empty
     */
    public record Paper(String code, String label, String basis, boolean printable, String uncertain) {}

    /** Official forms first, then what has to be shown; each for these provisions, or all where none are named. */
    List<Paper> papers(String programme, String provisions, Locale locale) {
        var language = language(locale);
        var today = LocalDate.now(clock);
        var ids = Arrays.asList(provisions.split(","));
        var pack = lawbook.current().pack();
        return pack.programme(programme).stream()
                .map(Programme::procedure)
                .flatMap(it -> Stream.concat(
                        it.forms().stream()
                                .filter(form -> form.days().includes(today))
                                .filter(form ->
                                        provisions.isEmpty() || ids.stream().anyMatch(form::isFor))
                                .map(form -> new Paper(
                                        form.code(),
                                        form.label().in(language),
                                        cited(form.basis(), language),
                                        pack.sheetOf(programme, form.code())
                                                .filter(sheet -> sheet.days().includes(today))
                                                .isPresent(),
                                        uncertain(form.certainty()))),
                        it.documents().stream()
                                .filter(paper -> paper.days().includes(today))
                                .filter(paper ->
                                        provisions.isEmpty() || ids.stream().anyMatch(paper::isFor))
                                .map(paper -> new Paper(
                                        "",
                                        paper.label().in(language),
                                        cited(paper.basis(), language),
                                        false,
                                        uncertain(paper.certainty())))))
                .toList();
    }

    private static String uncertain(Optional<Certainty> certainty) {
        return certainty.filter(Certainty::isUnverified).map(Certainty::word).orElse("");
    }

    /** A step of the procedure and within how many working days the law wants it done. */
    public record LegalStep(String says, int workingDays, String basis) {}

    /** The steps that the pack names beside the term for the whole, as the law has them on the day of receipt. */
    List<LegalStep> steps(String programme, LocalDate on, Locale locale) {
        var language = language(locale);
        return lawbook.current().pack().programme(programme).stream()
                .flatMap(it -> it.procedure().deadlines().stream())
                .filter(it -> it.days().includes(on) && it.says().isPresent())
                .map(it -> new LegalStep(
                        it.says().get().in(language),
                        it.workingDays(),
                        it.basis().cited(language)))
                .toList();
    }

    private static String cited(Optional<Basis> basis, Language language) {
        return basis.map(it -> it.cited(language)).orElse("");
    }

    /** What the amount of a programme is for: a month, a quarter, once. */
    String period(String programme, Locale locale) {
        return lawbook.current()
                .pack()
                .programme(programme)
                .map(it -> texts.getMessage("files.per." + it.period().name().toLowerCase(Locale.ROOT), null, locale))
                .orElse("");
    }

    /** Those of these programmes that this reader may be told of. */
    Map<String, String> told(List<String> programmes, Locale locale) {
        var masks = seen.masks();
        var found = new LinkedHashMap<String, String>();
        programmes.stream()
                .flatMap(it -> lawbook.current().pack().programme(it).stream())
                .filter(masks::tells)
                .forEach(it -> found.put(it.id(), it.label().in(language(locale))));
        return found;
    }

    private static Language language(Locale locale) {
        return Language.of(locale);
    }
}
