package org.ansinh.rules.determination;

import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.Timeline.Span;

/** A determination as canonical JSON, each thing said once; the shape is described in docs/guide/reasons.md. */
public final class ReasonJson {

    /** The shape that is written; a reader of an older one must be told. */
    private static final int SCHEMA = 3;

    private final ReasonTables tables = new ReasonTables();

    private ReasonJson() {}

    public static String of(Determination answer) {
        return Json.of(answer, (json, it) -> new ReasonJson().determination(json, it, Optional.empty()));
    }

    /** The same with what is not far from being met on the last day. */
    public static String of(Determination answer, List<NearMiss> near) {
        return Json.of(answer, (json, it) -> new ReasonJson().determination(json, it, Optional.of(near)));
    }

    public static String of(ProgrammeOutcome outcome) {
        return Json.of(outcome, (json, it) -> {
            var written = new ReasonJson();
            json.number("schema", SCHEMA);
            written.outcome(json, it);
            written.tables.write(json);
        });
    }

    /** What is not far from being met, as {@code law ask --json} adds it to a determination. */
    public static String of(NearMiss near) {
        return Json.of(near, ReasonJson::near);
    }

    private void determination(Json json, Determination answer, Optional<List<NearMiss>> near) {
        json.number("schema", SCHEMA)
                .text("pack", answer.packHash())
                .object("subject", answer.subject(), JsonShapes::subject)
                .object("days", answer.days(), JsonShapes::days)
                .list("outcomes", answer.outcomes(), this::outcome);
        near.ifPresent(all -> json.list("near", all, ReasonJson::near));
        tables.write(json);
    }

    private void outcome(Json json, ProgrammeOutcome outcome) {
        var reasons = outcome.reasons().spans();
        json.text("programme", outcome.programme());
        if (!reasons.isEmpty()) {
            var first = reasons.getFirst().value();
            json.object("says", first.says(), JsonShapes::text);
            first.combinedBy().ifPresent(it -> json.object("combined_by", it, JsonShapes::basis));
        }
        json.object("subject", outcome.subject(), JsonShapes::subject)
                .text("kind", JsonShapes.word(outcome.terms().kind()))
                .text("amount_kind", JsonShapes.word(outcome.terms().amountKind()))
                .text("decided", JsonShapes.word(outcome.terms().decided()))
                .flag("hidden", outcome.terms().hidden())
                .text("payee", outcome.payee().word())
                .list(
                        "standing",
                        outcome.standing().spans(),
                        (each, span) -> each.object("days", span.days(), JsonShapes::days)
                                .object("is", span.value(), ReasonJson::standing))
                .list("owed", outcome.owed(), ReasonJson::owed)
                .list("unverified", outcome.unverified(), ReasonJson::unverified)
                .list("reasons", reasons, this::reason);
    }

    private static void near(Json json, NearMiss near) {
        json.text("programme", near.programme())
                .text("provision", near.provision())
                .object("says", near.says(), JsonShapes::text)
                .text("kind", JsonShapes.word(near.kind()));
        near.day().ifPresent(it -> json.text("day", it.toString()));
        near.fact().ifPresent(it -> json.text("fact", it));
        near.of().ifPresent(it -> json.object("of", it, JsonShapes::subject));
        near.value().ifPresent(it -> json.object("value", it, JsonShapes::text));
        near.amount().ifPresent(it -> json.number("amount", it));
        json.object("lacks", near.lacks(), JsonShapes::text).object("basis", near.basis(), JsonShapes::basis);
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
        json.text("code", because.code()).object("says", because.says(), JsonShapes::text);
        because.basis().ifPresent(it -> json.object("basis", it, JsonShapes::basis));
    }

    private static void unverified(Json json, Unverified unverified) {
        json.text("what", unverified.what())
                .object("label", unverified.label(), JsonShapes::text)
                .text("certainty", unverified.certainty().word())
                .object("basis", unverified.basis(), JsonShapes::basis);
    }

    private void reason(Json json, Span<Reason.OfProgramme> span) {
        var reason = span.value();
        json.object("days", span.days(), JsonShapes::days);
        reason.event().ifPresent(it -> json.text("event", it.toString()));
        reason.lostTo().ifPresent(it -> json.object("lost_to", it, ReasonJson::lostTo));
        json.numbers("provisions", tables.provisions(reason.provisions()));
    }

    private static void lostTo(Json json, Reason.LostTo lost) {
        json.text("rule", lost.rule()).text("programme", lost.programme());
        lost.of().ifPresent(it -> json.object("of", it, JsonShapes::subject));
        json.object("says", lost.says(), JsonShapes::text)
                .number("amount", lost.amount())
                .object("basis", lost.basis(), JsonShapes::basis)
                .text("certainty", lost.certainty().word());
    }
}
