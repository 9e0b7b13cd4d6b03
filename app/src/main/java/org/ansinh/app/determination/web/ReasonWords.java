package org.ansinh.app.determination.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.app.pages.ReasonLine;
import org.ansinh.app.pages.TimeBar;
import org.ansinh.app.pages.Writing;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Text;
import org.jspecify.annotations.Nullable;

/** Turns the engine's tree of reasons into lines of a page, in the reader's language. */
record ReasonWords(Locale locale) {

    List<ReasonLine> lines(Reason.OfProgramme reason) {
        var because = new ArrayList<ReasonLine>();
        reason.lostTo()
                .ifPresent(lost -> because.add(new ReasonLine(
                        TimeBar.Kind.NOT_MET,
                        in(lost.says()),
                        null,
                        cited(Optional.of(lost.basis())),
                        lost.certainty().word(),
                        List.of())));
        // What is met first, then what must be asked; the rest is long and rarely read.
        for (var answer : List.of(Answer.MET, Answer.UNDETERMINED, Answer.NOT_MET)) {
            reason.provisions().stream()
                    .filter(it -> it.answer() == answer)
                    .map(this::line)
                    .forEach(because::add);
        }
        return because;
    }

    private ReasonLine line(Reason.OfProvision provision) {
        var because = new ArrayList<ReasonLine>();
        provision.conditions().forEach(it -> because.add(line(it)));
        if (provision.answer() != Answer.NOT_MET) {
            provision.amountFrom().stream()
                    .filter(Reason.OfParameter.class::isInstance)
                    .map(Reason.OfParameter.class::cast)
                    .forEach(it -> because.add(new ReasonLine(
                            TimeBar.Kind.MET,
                            in(it.label()) + ": " + in(it.value()),
                            null,
                            cited(Optional.of(it.basis())),
                            it.certainty().word(),
                            List.of())));
        }
        return new ReasonLine(
                kind(provision.answer()),
                in(provision.says()) + amount(provision.amount()),
                null,
                cited(Optional.of(provision.basis())),
                provision.certainty().word(),
                because);
    }

    private ReasonLine line(Reason.OfCondition condition) {
        var says =
                condition.answer() == Answer.NOT_MET ? condition.whyNot().orElse(condition.says()) : condition.says();
        var used = condition.used().stream()
                .map(this::used)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        return new ReasonLine(
                kind(condition.answer()),
                in(says),
                used.isEmpty() ? null : String.join("; ", used),
                cited(Optional.of(condition.basis())),
                condition.certainty().word(),
                List.of());
    }

    private String used(Reason.Used used) {
        return switch (used) {
            case Reason.OfFact fact ->
                in(fact.label()) + ": "
                        + fact.value().map(this::in).orElse(isEnglish() ? "not known, ask" : "chưa rõ, cần hỏi")
                        + source(fact);
            case Reason.OfParameter figure -> in(figure.label()) + ": " + in(figure.value());
            case Reason.OfOutcome outcome -> in(outcome.label());
        };
    }

    private String source(Reason.OfFact fact) {
        if (fact.assumed()) {
            return isEnglish() ? " (assumed)" : " (giả định khi chưa ghi nhận)";
        }
        return fact.provenance().source().isEmpty()
                ? ""
                : " (" + fact.provenance().source() + ")";
    }

    private String amount(OptionalLong amount) {
        return amount.isEmpty() ? "" : ": " + new Writing(locale).money(amount.getAsLong());
    }

    @Nullable
    String cited(Optional<Basis> basis) {
        return basis.map(it -> it.cited(language())).orElse(null);
    }

    String in(Text text) {
        return text.in(language());
    }

    Language language() {
        return isEnglish() ? Language.EN : Language.VI;
    }

    private boolean isEnglish() {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    static TimeBar.Kind kind(Answer answer) {
        return switch (answer) {
            case MET -> TimeBar.Kind.MET;
            case NOT_MET -> TimeBar.Kind.NOT_MET;
            case UNDETERMINED -> TimeBar.Kind.UNDETERMINED;
        };
    }
}
