package org.ansinh.rules.determination;

import java.util.List;
import java.util.Locale;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;

/** A determination as canonical JSON, the bytes a decision keeps; the shape is described in docs/guide/reasons.md. */
public final class ReasonJson {

    private ReasonJson() {}

    public static String of(Determination answer) {
        return Json.of(answer, ReasonJson::determination);
    }

    /** The same with what is not far from being met on the last day. */
    public static String of(Determination answer, List<NearMiss> near) {
        return Json.of(answer, (json, it) -> {
            determination(json, it);
            json.list("near", near, ReasonJson::near);
        });
    }

    public static String of(ProgrammeOutcome outcome) {
        return Json.of(outcome, ReasonJson::outcome);
    }

    /** What is not far from being met, as {@code law ask --json} adds it to a determination. */
    public static String of(NearMiss near) {
        return Json.of(near, ReasonJson::near);
    }

    private static void determination(Json json, Determination answer) {
        json.text("pack", answer.packHash())
                .object("subject", answer.subject(), ReasonJson::subject)
                .object("days", answer.days(), ReasonJson::days)
                .list("outcomes", answer.outcomes(), ReasonJson::outcome);
    }

    private static void outcome(Json json, ProgrammeOutcome outcome) {
        json.text("programme", outcome.programme())
                .object("subject", outcome.subject(), ReasonJson::subject)
                .text("kind", word(outcome.terms().kind()))
                .text("amount_kind", word(outcome.terms().amountKind()))
                .text("decided", word(outcome.terms().decided()))
                .flag("hidden", outcome.terms().hidden())
                .text("payee", outcome.payee().word())
                .list(
                        "standing",
                        outcome.standing().spans(),
                        (each, span) -> each.object("days", span.days(), ReasonJson::days)
                                .object("is", span.value(), ReasonJson::standing))
                .list("owed", outcome.owed(), ReasonJson::owed)
                .list("unverified", outcome.unverified(), ReasonJson::unverified)
                .list(
                        "reasons",
                        outcome.reasons().spans(),
                        (each, span) -> each.object("days", span.days(), ReasonJson::days)
                                .object("is", span.value(), ReasonJson::reason));
    }

    private static void near(Json json, NearMiss near) {
        json.text("programme", near.programme())
                .text("provision", near.provision())
                .object("says", near.says(), ReasonJson::text)
                .text("kind", word(near.kind()));
        near.day().ifPresent(it -> json.text("day", it.toString()));
        near.fact().ifPresent(it -> json.text("fact", it));
        near.of().ifPresent(it -> json.object("of", it, ReasonJson::subject));
        near.value().ifPresent(it -> json.object("value", it, ReasonJson::text));
        near.amount().ifPresent(it -> json.number("amount", it));
        json.object("lacks", near.lacks(), ReasonJson::text).object("basis", near.basis(), ReasonJson::basis);
    }

    private static void standing(Json json, Standing standing) {
        json.text("answer", standing.answer().word());
        standing.amount().ifPresent(it -> json.number("amount", it));
        standing.floor().ifPresent(it -> json.number("floor", it));
        json.texts("provisions", standing.provisions())
                .texts("paid_by", standing.paidBy())
                .texts("missing", standing.missing())
                .texts("reasons", standing.reasons());
    }

    private static void owed(Json json, OwedLine line) {
        json.text("period", line.period().toString())
                .text("due", line.due().toString())
                .number("amount", line.amount())
                .text("payee", line.payee().word())
                .texts("provisions", line.provisions());
        line.signed().ifPresent(it -> json.text("signed", it.toString()));
        json.list("because", line.because(), ReasonJson::because);
    }

    private static void because(Json json, OwedLine.Because because) {
        json.text("code", because.code()).object("says", because.says(), ReasonJson::text);
        because.basis().ifPresent(it -> json.object("basis", it, ReasonJson::basis));
    }

    private static void unverified(Json json, Unverified unverified) {
        json.text("what", unverified.what())
                .object("label", unverified.label(), ReasonJson::text)
                .text("certainty", unverified.certainty().word())
                .object("basis", unverified.basis(), ReasonJson::basis);
    }

    private static void reason(Json json, Reason.OfProgramme reason) {
        json.text("programme", reason.programme()).object("says", reason.says(), ReasonJson::text);
        reason.event().ifPresent(it -> json.text("event", it.toString()));
        json.object("standing", reason.standing(), ReasonJson::standing);
        reason.combinedBy().ifPresent(it -> json.object("combined_by", it, ReasonJson::basis));
        reason.lostTo().ifPresent(it -> json.object("lost_to", it, ReasonJson::lostTo));
        json.list("provisions", reason.provisions(), ReasonJson::provision);
    }

    private static void lostTo(Json json, Reason.LostTo lost) {
        json.text("rule", lost.rule()).text("programme", lost.programme());
        lost.of().ifPresent(it -> json.object("of", it, ReasonJson::subject));
        json.object("says", lost.says(), ReasonJson::text)
                .number("amount", lost.amount())
                .object("basis", lost.basis(), ReasonJson::basis)
                .text("certainty", lost.certainty().word());
    }

    private static void provision(Json json, Reason.OfProvision provision) {
        json.text("provision", provision.provision())
                .object("says", provision.says(), ReasonJson::text)
                .object("days", provision.days(), ReasonJson::days)
                .flag("hidden", provision.hidden())
                .text("answer", provision.answer().word());
        provision.amount().ifPresent(it -> json.number("amount", it));
        json.object("basis", provision.basis(), ReasonJson::basis)
                .text("certainty", provision.certainty().word())
                .list("conditions", provision.conditions(), ReasonJson::condition)
                .list("amount_from", provision.amountFrom(), ReasonJson::used);
    }

    private static void condition(Json json, Reason.OfCondition condition) {
        json.text("condition", condition.condition())
                .object("says", condition.says(), ReasonJson::text)
                .text("answer", condition.answer().word());
        condition.code().ifPresent(it -> json.text("code", it));
        condition.whyNot().ifPresent(it -> json.object("why_not", it, ReasonJson::text));
        json.object("basis", condition.basis(), ReasonJson::basis)
                .text("certainty", condition.certainty().word())
                .list("used", condition.used(), ReasonJson::used);
    }

    private static void used(Json json, Reason.Used used) {
        switch (used) {
            case Reason.OfFact fact -> fact(json, fact);
            case Reason.OfParameter parameter -> parameter(json, parameter);
            case Reason.OfOutcome outcome ->
                json.text("outcome", outcome.programme())
                        .object("of", outcome.of(), ReasonJson::subject)
                        .object("label", outcome.label(), ReasonJson::text)
                        .text("answer", outcome.answer().word())
                        .flag("decided", outcome.decided());
        }
    }

    private static void parameter(Json json, Reason.OfParameter parameter) {
        json.text("parameter", parameter.parameter()).object("label", parameter.label(), ReasonJson::text);
        parameter.row().ifPresent(it -> json.text("row", it));
        json.object("value", parameter.value(), ReasonJson::text).object("days", parameter.days(), ReasonJson::days);
        parameter.inForce().ifPresent(it -> json.text("in_force", it.toString()));
        json.object("basis", parameter.basis(), ReasonJson::basis)
                .text("certainty", parameter.certainty().word());
    }

    private static void fact(Json json, Reason.OfFact fact) {
        json.text("fact", fact.fact());
        fact.of().ifPresent(it -> json.object("of", it, ReasonJson::subject));
        json.object("label", fact.label(), ReasonJson::text);
        fact.value().ifPresent(it -> json.object("value", it, ReasonJson::text));
        fact.trueDuring().ifPresent(it -> json.object("true_during", it, ReasonJson::days));
        json.flag("assumed", fact.assumed());
        if (!fact.assumed()) {
            json.text("source", fact.provenance().source())
                    .number("recording", fact.provenance().recording());
            fact.provenance().knownAt().ifPresent(it -> json.text("known_at", it.toString()));
        }
    }

    private static void basis(Json json, Basis basis) {
        json.text("instrument", basis.instrument());
        basis.article().ifPresent(it -> json.text("article", it));
        basis.clause().ifPresent(it -> json.text("clause", it));
        basis.point().ifPresent(it -> json.text("point", it));
    }

    private static void text(Json json, Text text) {
        json.text("vi", text.vi()).text("en", text.en());
    }

    private static void subject(Json json, SubjectId subject) {
        json.text("kind", subject.kind().word()).number("number", subject.number());
    }

    private static void days(Json json, DateRange days) {
        json.text("from", days.from().toString()).text("to", days.to().toString());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
