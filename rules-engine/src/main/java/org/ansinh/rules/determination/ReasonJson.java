package org.ansinh.rules.determination;

import java.util.List;
import java.util.function.Function;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;

/** A determination as canonical JSON, the bytes a decision keeps; the shape is described in docs/guide/reasons.md. */
public final class ReasonJson {

    private ReasonJson() {}

    public static String of(Determination answer) {
        return determination(answer).toString();
    }

    /** The same with what is not far from being met on the last day. */
    public static String of(Determination answer, List<NearMiss> near) {
        return determination(answer).raw("near", list(near, ReasonJson::of)).toString();
    }

    private static Json determination(Determination answer) {
        return Json.object()
                .text("pack", answer.packHash())
                .raw("subject", subject(answer.subject()))
                .raw("days", days(answer.days()))
                .raw("outcomes", list(answer.outcomes(), ReasonJson::of));
    }

    public static String of(ProgrammeOutcome outcome) {
        return Json.object()
                .text("programme", outcome.programme())
                .raw("subject", subject(outcome.subject()))
                .text("kind", word(outcome.terms().kind()))
                .text("amount_kind", word(outcome.terms().amountKind()))
                .text("decided", word(outcome.terms().decided()))
                .flag("hidden", outcome.terms().hidden())
                .text("payee", outcome.payee().word())
                .raw("standing", timeline(outcome.standing(), ReasonJson::standing))
                .raw("owed", list(outcome.owed(), ReasonJson::owed))
                .raw("unverified", list(outcome.unverified(), ReasonJson::unverified))
                .raw("reasons", timeline(outcome.reasons(), ReasonJson::reason))
                .toString();
    }

    /** What is not far from being met, as {@code law ask --json} adds it to a determination. */
    public static String of(NearMiss near) {
        var json = Json.object()
                .text("programme", near.programme())
                .text("provision", near.provision())
                .raw("says", text(near.says()))
                .text("kind", word(near.kind()));
        near.day().ifPresent(it -> json.text("day", it.toString()));
        near.fact().ifPresent(it -> json.text("fact", it));
        near.of().ifPresent(it -> json.raw("of", subject(it)));
        near.value().ifPresent(it -> json.raw("value", text(it)));
        near.amount().ifPresent(it -> json.number("amount", it));
        return json.raw("lacks", text(near.lacks()))
                .raw("basis", basis(near.basis()))
                .toString();
    }

    private static <T> String timeline(Timeline<T> timeline, Function<T, Json> how) {
        return list(
                timeline.spans(),
                it -> Json.object()
                        .raw("days", days(it.days()))
                        .raw("is", how.apply(it.value()).toString())
                        .toString());
    }

    private static Json standing(Standing standing) {
        var json = Json.object().text("answer", standing.answer().word());
        standing.amount().ifPresent(it -> json.number("amount", it));
        standing.floor().ifPresent(it -> json.number("floor", it));
        return json.texts("provisions", standing.provisions())
                .texts("paid_by", standing.paidBy())
                .texts("missing", standing.missing())
                .texts("reasons", standing.reasons());
    }

    private static String owed(OwedLine line) {
        var json = Json.object()
                .text("period", line.period().toString())
                .text("due", line.due().toString())
                .number("amount", line.amount())
                .text("payee", line.payee().word())
                .texts("provisions", line.provisions());
        line.signed().ifPresent(it -> json.text("signed", it.toString()));
        return json.raw("because", list(line.because(), it -> {
                    var why = Json.object().text("code", it.code()).raw("says", text(it.says()));
                    it.basis().ifPresent(basis -> why.raw("basis", basis(basis)));
                    return why.toString();
                }))
                .toString();
    }

    private static String unverified(Unverified unverified) {
        return Json.object()
                .text("what", unverified.what())
                .raw("label", text(unverified.label()))
                .text("certainty", unverified.certainty().word())
                .raw("basis", basis(unverified.basis()))
                .toString();
    }

    private static Json reason(Reason.OfProgramme reason) {
        var json = Json.object().text("programme", reason.programme()).raw("says", text(reason.says()));
        reason.event().ifPresent(it -> json.text("event", it.toString()));
        json.raw("standing", standing(reason.standing()).toString());
        reason.combinedBy().ifPresent(it -> json.raw("combined_by", basis(it)));
        reason.lostTo().ifPresent(it -> json.raw("lost_to", lostTo(it)));
        return json.raw("provisions", list(reason.provisions(), ReasonJson::provision));
    }

    private static String lostTo(Reason.LostTo lost) {
        var json = Json.object().text("rule", lost.rule()).text("programme", lost.programme());
        lost.of().ifPresent(it -> json.raw("of", subject(it)));
        return json.raw("says", text(lost.says()))
                .number("amount", lost.amount())
                .raw("basis", basis(lost.basis()))
                .text("certainty", lost.certainty().word())
                .toString();
    }

    private static String provision(Reason.OfProvision provision) {
        var json = Json.object()
                .text("provision", provision.provision())
                .raw("says", text(provision.says()))
                .raw("days", days(provision.days()))
                .flag("hidden", provision.hidden())
                .text("answer", provision.answer().word());
        provision.amount().ifPresent(it -> json.number("amount", it));
        return json.raw("basis", basis(provision.basis()))
                .text("certainty", provision.certainty().word())
                .raw("conditions", list(provision.conditions(), ReasonJson::condition))
                .raw("amount_from", list(provision.amountFrom(), ReasonJson::used))
                .toString();
    }

    private static String condition(Reason.OfCondition condition) {
        var json = Json.object()
                .text("condition", condition.condition())
                .raw("says", text(condition.says()))
                .text("answer", condition.answer().word());
        condition.code().ifPresent(it -> json.text("code", it));
        condition.whyNot().ifPresent(it -> json.raw("why_not", text(it)));
        return json.raw("basis", basis(condition.basis()))
                .text("certainty", condition.certainty().word())
                .raw("used", list(condition.used(), ReasonJson::used))
                .toString();
    }

    private static String used(Reason.Used used) {
        return switch (used) {
            case Reason.OfFact fact -> fact(fact);
            case Reason.OfParameter parameter -> parameter(parameter);
            case Reason.OfOutcome outcome ->
                Json.object()
                        .text("outcome", outcome.programme())
                        .raw("of", subject(outcome.of()))
                        .raw("label", text(outcome.label()))
                        .text("answer", outcome.answer().word())
                        .flag("decided", outcome.decided())
                        .toString();
        };
    }

    private static String parameter(Reason.OfParameter parameter) {
        var json = Json.object().text("parameter", parameter.parameter()).raw("label", text(parameter.label()));
        parameter.row().ifPresent(it -> json.text("row", it));
        json.raw("value", text(parameter.value())).raw("days", days(parameter.days()));
        parameter.inForce().ifPresent(it -> json.text("in_force", it.toString()));
        return json.raw("basis", basis(parameter.basis()))
                .text("certainty", parameter.certainty().word())
                .toString();
    }

    private static String fact(Reason.OfFact fact) {
        var json = Json.object().text("fact", fact.fact());
        fact.of().ifPresent(it -> json.raw("of", subject(it)));
        json.raw("label", text(fact.label()));
        fact.value().ifPresent(it -> json.raw("value", text(it)));
        fact.trueDuring().ifPresent(it -> json.raw("true_during", days(it)));
        json.flag("assumed", fact.assumed());
        if (!fact.assumed()) {
            json.text("source", fact.provenance().source())
                    .number("recording", fact.provenance().recording());
            fact.provenance().knownAt().ifPresent(it -> json.text("known_at", it.toString()));
        }
        return json.toString();
    }

    private static String basis(Basis basis) {
        var json = Json.object().text("instrument", basis.instrument());
        basis.article().ifPresent(it -> json.text("article", it));
        basis.clause().ifPresent(it -> json.text("clause", it));
        basis.point().ifPresent(it -> json.text("point", it));
        return json.toString();
    }

    private static String text(Text text) {
        return Json.object().text("vi", text.vi()).text("en", text.en()).toString();
    }

    private static String subject(SubjectId subject) {
        return Json.object()
                .text("kind", subject.kind().word())
                .number("number", subject.number())
                .toString();
    }

    private static String days(DateRange days) {
        return Json.object()
                .text("from", days.from().toString())
                .text("to", days.to().toString())
                .toString();
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static <T> String list(List<T> items, Function<T, String> how) {
        return Json.array(items.stream().map(how).toList());
    }
}
