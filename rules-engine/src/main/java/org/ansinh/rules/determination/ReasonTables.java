package org.ansinh.rules.determination;

import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.Text;
import org.ansinh.timeline.DateRange;

/**
 * What reasons are made of, each said once: what was found of provisions, conditions and values, and the words of the law
 * they are found with. Pieces of days refer to what was found, and what was found to the law, by places in these lists.
 */
final class ReasonTables {

    private final SaidOnce<Reason.OfProvision> provisions = new SaidOnce<>();
    private final SaidOnce<Reason.OfCondition> conditions = new SaidOnce<>();
    private final SaidOnce<Reason.Used> used = new SaidOnce<>();
    private final SaidOnce<LawOfProvision> lawOfProvisions = new SaidOnce<>();
    private final SaidOnce<LawOfCondition> lawOfConditions = new SaidOnce<>();
    private final SaidOnce<LawOfFact> lawOfFacts = new SaidOnce<>();
    private final SaidOnce<Reason.OfParameter> parameters = new SaidOnce<>();

    private record LawOfProvision(
            String provision, Text says, DateRange days, boolean hidden, Basis basis, Certainty certainty) {}

    private record LawOfCondition(String condition, Text says, Basis basis, Certainty certainty) {}

    private record LawOfFact(String fact, Text label) {}

    int[] provisions(List<Reason.OfProvision> some) {
        return provisions.places(some);
    }

    /** After everything that refers to it. */
    void write(Json json) {
        json.object("found", this, ReasonTables::found).object("law", this, ReasonTables::law);
    }

    private static void found(Json json, ReasonTables it) {
        json.list("provisions", it.provisions.all(), it::provision)
                .list("conditions", it.conditions.all(), it::condition)
                .list("used", it.used.all(), it::used);
    }

    private static void law(Json json, ReasonTables it) {
        json.list("provisions", it.lawOfProvisions.all(), ReasonTables::lawOfProvision)
                .list("conditions", it.lawOfConditions.all(), ReasonTables::lawOfCondition)
                .list("facts", it.lawOfFacts.all(), ReasonTables::lawOfFact)
                .list("parameters", it.parameters.all(), ReasonTables::parameter);
    }

    private void provision(Json json, Reason.OfProvision it) {
        json.number(
                        "provision",
                        lawOfProvisions.place(new LawOfProvision(
                                it.provision(), it.says(), it.days(), it.hidden(), it.basis(), it.certainty())))
                .text("answer", it.answer().word());
        it.amount().ifPresent(amount -> json.number("amount", amount));
        json.numbers("conditions", conditions.places(it.conditions()))
                .numbers("amount_from", used.places(it.amountFrom()));
    }

    private void condition(Json json, Reason.OfCondition it) {
        json.number(
                        "condition",
                        lawOfConditions.place(
                                new LawOfCondition(it.condition(), it.says(), it.basis(), it.certainty())))
                .text("answer", it.answer().word());
        it.code().ifPresent(code -> json.text("code", code));
        it.whyNot().ifPresent(text -> json.object("why_not", text, JsonShapes::text));
        json.numbers("used", used.places(it.used()));
    }

    private void used(Json json, Reason.Used it) {
        switch (it) {
            case Reason.OfFact fact -> fact(json, fact);
            case Reason.OfParameter parameter -> json.number("parameter", parameters.place(parameter));
            case Reason.OfOutcome outcome ->
                json.text("outcome", outcome.programme())
                        .object("of", outcome.of(), JsonShapes::subject)
                        .object("label", outcome.label(), JsonShapes::text)
                        .text("answer", outcome.answer().word())
                        .flag("decided", outcome.decided());
        }
    }

    private void fact(Json json, Reason.OfFact fact) {
        json.number("fact", lawOfFacts.place(new LawOfFact(fact.fact(), fact.label())));
        of(json, fact.of());
        fact.value().ifPresent(it -> json.object("value", it, JsonShapes::text));
        fact.trueDuring().ifPresent(it -> json.object("true_during", it, JsonShapes::days));
        json.flag("assumed", fact.assumed());
        if (!fact.assumed()) {
            json.text("source", fact.provenance().source())
                    .number("recording", fact.provenance().recording());
            fact.provenance().knownAt().ifPresent(it -> json.text("known_at", it.toString()));
        }
    }

    private static void of(Json json, Optional<SubjectId> subject) {
        subject.ifPresent(it -> json.object("of", it, JsonShapes::subject));
    }

    private static void lawOfProvision(Json json, LawOfProvision it) {
        json.text("provision", it.provision())
                .object("says", it.says(), JsonShapes::text)
                .object("days", it.days(), JsonShapes::days)
                .flag("hidden", it.hidden())
                .object("basis", it.basis(), JsonShapes::basis)
                .text("certainty", it.certainty().word());
    }

    private static void lawOfCondition(Json json, LawOfCondition it) {
        json.text("condition", it.condition())
                .object("says", it.says(), JsonShapes::text)
                .object("basis", it.basis(), JsonShapes::basis)
                .text("certainty", it.certainty().word());
    }

    private static void lawOfFact(Json json, LawOfFact it) {
        json.text("fact", it.fact()).object("label", it.label(), JsonShapes::text);
    }

    private static void parameter(Json json, Reason.OfParameter parameter) {
        json.text("parameter", parameter.parameter()).object("label", parameter.label(), JsonShapes::text);
        parameter.row().ifPresent(it -> json.text("row", it));
        json.object("value", parameter.value(), JsonShapes::text).object("days", parameter.days(), JsonShapes::days);
        parameter.inForce().ifPresent(it -> json.text("in_force", it.toString()));
        json.object("basis", parameter.basis(), JsonShapes::basis)
                .text("certainty", parameter.certainty().word());
    }
}
