package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.timeline.DateRange;

/** A determination in sentences, as an officer reads them; the words of the law come from the pack. */
public final class ReasonSentences {

    private final LawPack pack;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private ReasonSentences(LawPack pack, Language language) {
        this.pack = pack;
        this.language = language;
    }

    public static String of(LawPack pack, Determination answer, Language language) {
        var sentences = new ReasonSentences(pack, language);
        answer.outcomes().forEach(sentences::outcome);
        return String.join("\n", sentences.lines);
    }

    public static String of(LawPack pack, ProgrammeOutcome outcome, Language language) {
        var sentences = new ReasonSentences(pack, language);
        sentences.outcome(outcome);
        return String.join("\n", sentences.lines);
    }

    /** What somebody is not far from: {@code từ 01/03/2026}, {@code nếu hộ cận nghèo}. */
    public static String of(LawPack pack, NearMiss near, Language language) {
        var sentences = new ReasonSentences(pack, language);
        var what = near.says().in(language) + sentences.amount(near.amount());
        var how = switch (near.kind()) {
            case ON_DAY ->
                sentences.word("sẽ đủ điều kiện từ ", "will be met from ")
                        + sentences.day(near.day().orElseThrow());
            case IF_FACT, IF_KNOWN ->
                sentences.word("sẽ đủ điều kiện nếu ", "would be met if ")
                        + sentences.label(near.fact().orElseThrow()) + ": "
                        + near.value().orElseThrow().in(language);
            case LACKS_ONE ->
                sentences.word("chỉ còn thiếu: ", "lacks only: ") + near.lacks().in(language);
        };
        return what + ": " + how + sentences.cited(near.basis());
    }

    private void outcome(ProgrammeOutcome outcome) {
        pack.programme(outcome.programme())
                .ifPresent(it -> say(
                        1,
                        it.label().in(language) + " ("
                                + Words.terms(outcome.terms()).in(language) + ")"));
        for (var span : outcome.reasons().spans()) {
            say(2, days(span.days()) + ": " + standing(span.value().standing()));
            span.value()
                    .event()
                    .ifPresent(it ->
                            say(3, word("Xét theo ngày xảy ra: ", "Asked as of the day it happened: ") + day(it)));
            span.value().lostTo().ifPresent(it -> say(3, it.says().in(language) + cited(it.basis())));
            span.value().provisions().forEach(this::provision);
        }
        for (var line : outcome.owed()) {
            say(
                    2,
                    word("Phải trả ", "Owed for ") + line.period() + ": " + dong(line.amount())
                            + line.because().stream()
                                    .map(it -> "; " + it.says().in(language))
                                    .collect(Collectors.joining()));
        }
        outcome.unverified()
                .forEach(it -> say(
                        2,
                        word("Chưa được kiểm chứng: ", "Unverified: ")
                                + it.label().in(language) + " ("
                                + it.certainty().word(language) + ")" + cited(it.basis())));
    }

    private String standing(Standing standing) {
        return switch (standing.answer()) {
            case MET -> word("đủ điều kiện", "met") + amount(standing.amount());
            case NOT_MET -> word("không đủ điều kiện", "not met");
            case UNDETERMINED ->
                word("chưa xác định được", "undetermined")
                        + (standing.floor().isPresent()
                                ? word(", ít nhất ", ", at least ")
                                        + dong(standing.floor().getAsLong())
                                : "")
                        + word("; cần hỏi: ", "; to be asked: ")
                        + standing.missing().stream().map(this::label).collect(Collectors.joining(", "));
        };
    }

    private String label(String factId) {
        return pack.dictionary().fact(factId).map(it -> it.label().in(language)).orElse(factId);
    }

    private void provision(Reason.OfProvision provision) {
        say(
                3,
                sign(provision.answer())
                        + provision.says().in(language)
                        + amount(provision.amount())
                        + cited(provision.basis()));
        for (var condition : provision.conditions()) {
            var why = condition.whyNot().map(it -> " — " + it.in(language)).orElse("");
            say(4, sign(condition.answer()) + condition.says().in(language) + why + cited(condition.basis()));
            condition.used().forEach(this::used);
        }
        provision.amountFrom().forEach(this::used);
    }

    private void used(Reason.Used used) {
        say(
                5,
                switch (used) {
                    case Reason.OfFact fact ->
                        fact.label().in(language) + ": "
                                + fact.value().map(it -> it.in(language)).orElse(word("chưa biết", "not known"))
                                + (fact.assumed() ? assumed(fact) : source(fact));
                    case Reason.OfParameter parameter ->
                        parameter.label().in(language)
                                + parameter.row().map(it -> " (" + it + ")").orElse("") + ": "
                                + parameter.value().in(language) + cited(parameter.basis());
                    case Reason.OfOutcome outcome ->
                        outcome.label().in(language) + ": "
                                + sign(outcome.answer()).trim();
                });
    }

    private String assumed(Reason.OfFact fact) {
        return pack.dictionary()
                .fact(fact.fact())
                .flatMap(it -> it.whenAbsent().says())
                .map(it -> " (" + it.in(language) + ")")
                .orElse("");
    }

    private String source(Reason.OfFact fact) {
        var source = fact.provenance().source();
        var recording = fact.provenance().recording();
        return (source.isEmpty() ? "" : " (" + source + ")")
                + (recording == 0 ? "" : word(", ghi nhận số ", ", recording ") + recording);
    }

    private static String sign(Answer answer) {
        return switch (answer) {
            case MET -> "✓ ";
            case NOT_MET -> "✗ ";
            case UNDETERMINED -> "? ";
        };
    }

    private String amount(OptionalLong amount) {
        return amount.isPresent() ? ": " + dong(amount.getAsLong()) : "";
    }

    private String dong(long amount) {
        return new Words(pack.dictionary())
                .shown(org.ansinh.rules.pack.ValueType.DONG, amount)
                .in(language);
    }

    private String cited(org.ansinh.rules.pack.Basis basis) {
        return " [" + basis.cited(language) + "]";
    }

    private String days(DateRange days) {
        return day(days.from()) + "–" + day(days.to());
    }

    private String day(LocalDate day) {
        return new Words(pack.dictionary())
                .shown(org.ansinh.rules.pack.ValueType.DAY, day.toEpochDay())
                .in(language);
    }

    private String word(String vi, String en) {
        return language == Language.VI ? vi : en;
    }

    private void say(int depth, String line) {
        lines.add("  ".repeat(depth) + line);
    }
}
