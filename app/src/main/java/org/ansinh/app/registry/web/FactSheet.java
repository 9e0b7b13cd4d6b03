package org.ansinh.app.registry.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.registry.FilesDesk.KnownFact;
import org.ansinh.rules.pack.FactDefinition.Sensitivity;
import org.springframework.stereotype.Component;

/** The facts of a file in words: what holds today first, and nothing that the file's general page has no need of. */
@Component
class FactSheet {

    private final FactWords words;
    private final Clock clock;

    FactSheet(FactWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /** Shown lines, and how many facts were kept back because they are sensitive. */
    record Sheet(List<FactLine> lines, List<FactLine> before, long keptBack) {}

    /** @param subject the address of whose facts they are, for whoever may correct them */
    Sheet sheet(List<KnownFact> facts, Optional<String> subject, Locale locale) {
        var open = facts.stream().filter(this::isOpen).toList();
        var lines = open.stream().map(it -> line(it, subject, locale)).toList();
        return new Sheet(
                lines.stream()
                        .filter(FactLine::now)
                        .sorted(Comparator.comparing(FactLine::label))
                        .toList(),
                lines.stream().filter(it -> !it.now()).toList(),
                facts.size() - open.size());
    }

    /** What is sensitive or hidden is shown where the work needs it, not to whoever opens the file. */
    private boolean isOpen(KnownFact fact) {
        return words.definition(fact.fact())
                .map(it -> it.sensitivity() == Sensitivity.ORDINARY)
                .orElse(false);
    }

    private FactLine line(KnownFact fact, Optional<String> subject, Locale locale) {
        var correct = subject.filter(it -> words.definition(fact.fact())
                        .filter(FactFields::isStateable)
                        .isPresent())
                .map(it -> CorrectForm.href(it, fact.fact(), fact.since()))
                .orElse(null);
        return new FactLine(
                words.label(fact, locale),
                words.value(fact, locale),
                fact.since(),
                fact.until(),
                fact.holdsOn(LocalDate.now(clock)),
                fact.source(),
                fact.recording(),
                fact.recordedAt().toInstant(),
                fact.officer(),
                fact.document(),
                correct);
    }
}
