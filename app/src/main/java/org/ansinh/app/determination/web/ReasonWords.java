package org.ansinh.app.determination.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.pages.ReasonLine;
import org.ansinh.app.pages.TimeBar;
import org.ansinh.app.pages.Writing;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Turns the engine's tree of reasons into lines of a page, in the reader's language and as far as the reader may be told. */
record ReasonWords(LawPack pack, Masks masks, MessageSource texts, Locale locale) {

    private static final Pattern DAY = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

    private static final Text UNNAMED =
            new Text("Nhóm không nêu tên theo mục đích của anh/chị", "A group that is not named for your purposes");
    private static final Text KEPT_BACK =
            new Text("không hiện theo mục đích của anh/chị", "not shown for your purposes");

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
                    .filter(it -> it.answer() != Answer.NOT_MET || isTold(reason.programme(), it.provision()))
                    .map(it -> line(reason.programme(), it))
                    .forEach(because::add);
        }
        return because;
    }

    private ReasonLine line(String programme, Reason.OfProvision provision) {
        if (!isTold(programme, provision.provision())) {
            return new ReasonLine(
                    kind(provision.answer()), in(UNNAMED) + amount(provision.amount()), null, null, null, List.of());
        }
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

    private boolean isTold(String programme, String provision) {
        return pack.programme(programme).stream()
                .flatMap(it -> it.provisions().stream()
                        .filter(known -> known.id().equals(provision))
                        .map(known -> masks.tells(it, known)))
                .findFirst()
                .orElse(true);
    }

    /** What somebody stands under, by name as far as it may be named. */
    List<String> provisions(Programme programme, List<String> ids) {
        return programme.provisions().stream()
                .filter(it -> ids.contains(it.id()))
                .map(it -> in(masks.tells(programme, it) ? it.says() : UNNAMED))
                .distinct()
                .toList();
    }

    private String used(Reason.Used used) {
        return switch (used) {
            case Reason.OfFact fact when !masks.tellsFact(fact.fact()) -> in(fact.label()) + ": " + in(KEPT_BACK);
            case Reason.OfFact fact ->
                in(fact.label()) + ": "
                        + fact.value()
                                .map(this::in)
                                .map(this::withDays)
                                .orElse(isEnglish() ? "not known, ask" : "chưa rõ, cần hỏi")
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
                : " (" + sourceInWords(fact.provenance().source()) + ")";
    }

    /** The dictionary's words for who may state a fact have names; what a paper is called stays as it is. */
    private String sourceInWords(String source) {
        return String.valueOf(texts.getMessage("registry.source." + source, null, source, locale));
    }

    private String withDays(String written) {
        var writing = new Writing(locale);
        return DAY.matcher(written).replaceAll(found -> writing.day(LocalDate.parse(found.group())));
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
