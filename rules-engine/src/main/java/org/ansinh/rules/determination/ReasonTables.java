package org.ansinh.rules.determination;

import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.CanIgnoreReturnValue;

/**
 * What reasons are made of, each said once: what was found of provisions, conditions and values, and the words of the law
 * they are found with. Pieces of days refer to what was found, and what was found to the law, by places in these lists.
 */
final class ReasonTables {

    private final SaidOnce<Reason.OfProvision> provisions = new SaidOnce<>(ReasonTables::hash);
    private final SaidOnce<Reason.OfCondition> conditions = new SaidOnce<>(ReasonTables::hash);
    private final SaidOnce<Reason.Used> used = new SaidOnce<>(ReasonTables::hash);
    private final SaidOnce<Cited<Reason.LawOfProvision>> lawOfProvisions = new SaidOnce<>(Cited::hashCode);
    private final SaidOnce<Cited<Reason.LawOfCondition>> lawOfConditions = new SaidOnce<>(Cited::hashCode);
    private final SaidOnce<Cited<Reason.LawOfFact>> lawOfFacts = new SaidOnce<>(Cited::hashCode);
    private final SaidOnce<Cited<Reason.LawOfParameter>> parameters = new SaidOnce<>(Cited::hashCode);

    private static int hash(Reason.OfProvision it) {
        return 31 * it.law().hashCode() + it.answer().ordinal();
    }

    private static int hash(Reason.OfCondition it) {
        return 31 * (31 * it.law().hashCode() + it.answer().ordinal())
                + it.used().size();
    }

    private static int hash(Reason.Used it) {
        return switch (it) {
            case Reason.OfFact fact -> 31 * fact.law().hashCode() + fact.of().hashCode();
            case Reason.OfParameter parameter -> parameter.law().hashCode();
            case Reason.OfOutcome outcome -> outcome.programme().hashCode();
        };
    }

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
        json.cited("provisions", it.lawOfProvisions.all())
                .cited("conditions", it.lawOfConditions.all())
                .cited("facts", it.lawOfFacts.all())
                .cited("parameters", it.parameters.all());
    }

    private void provision(Json json, Reason.OfProvision it) {
        json.number("provision", lawOfProvisions.place(it.law()))
                .text("answer", it.answer().word());
        it.amount().ifPresent(amount -> json.number("amount", amount));
        json.numbers("conditions", conditions.places(it.conditions()))
                .numbers("amount_from", used.places(it.amountFrom()));
    }

    private void condition(Json json, Reason.OfCondition it) {
        json.number("condition", lawOfConditions.place(it.law()))
                .text("answer", it.answer().word());
        it.code().ifPresent(code -> json.text("code", code));
        it.whyNot().ifPresent(text -> json.object("why_not", text, JsonShapes::text));
        json.numbers("used", used.places(it.used()));
    }

    private void used(Json json, Reason.Used it) {
        switch (it) {
            case Reason.OfFact fact -> fact(json, fact);
            case Reason.OfParameter parameter -> json.number("parameter", parameters.place(parameter.law()));
            case Reason.OfOutcome outcome ->
                of(json.text("outcome", outcome.programme()), outcome.of())
                        .object("label", outcome.label(), JsonShapes::text)
                        .text("answer", outcome.answer().word())
                        .flag("decided", outcome.decided());
        }
    }

    private void fact(Json json, Reason.OfFact fact) {
        of(json.number("fact", lawOfFacts.place(fact.law())), fact.of());
        fact.value().ifPresent(it -> json.object("value", it, JsonShapes::text));
        fact.trueDuring().ifPresent(it -> json.object("true_during", it, JsonShapes::days));
        json.flag("assumed", fact.assumed());
        if (!fact.assumed()) {
            json.text("source", fact.provenance().source())
                    .number("recording", fact.provenance().recording());
            fact.provenance().knownAt().ifPresent(it -> json.text("known_at", it.toString()));
        }
    }

    @CanIgnoreReturnValue
    private static Json of(Json json, Optional<SubjectId> subject) {
        subject.ifPresent(it -> json.object("of", it, JsonShapes::subject));
        return json;
    }
}
