package org.ansinh.rules.determination;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.Table;
import org.ansinh.rules.pack.Text;

/** What of the law reasons cite, made once while the law is compiled; what is worded alike is the same object. */
final class Citations {

    private final Words words;
    private final Map<Record, Cited<?>> alike = new HashMap<>();
    private final Map<FactDefinition, Reason.OfFact> unsaid = new ConcurrentHashMap<>();
    private final Map<Parameter, List<Reason.OfParameter>> figures = new IdentityHashMap<>();
    private final Map<Table.Version, Map<Table.Row, Reason.OfParameter>> tables = new IdentityHashMap<>();

    Citations(Words words) {
        this.words = words;
    }

    /** {@code says} is how the provision is told: in a hole of the law with what is not there. */
    Cited<Reason.LawOfProvision> provision(Provision it, Text says) {
        return cited(
                new Reason.LawOfProvision(it.id(), says, it.days(), it.hidden(), it.basis(), it.certainty()),
                JsonShapes::lawOfProvision);
    }

    /** A condition without a citation of its own rests on that of its provision. */
    Cited<Reason.LawOfCondition> condition(ConditionRule it, Provision provision) {
        return cited(
                new Reason.LawOfCondition(
                        it.id(),
                        it.says(),
                        it.basis().orElse(provision.basis()),
                        it.certainty().orElse(provision.certainty())),
                JsonShapes::lawOfCondition);
    }

    Cited<Reason.LawOfFact> fact(FactDefinition it) {
        return cited(new Reason.LawOfFact(it.id(), it.label()), JsonShapes::lawOfFact);
    }

    /** How it is told that nobody has said anything of a fact. */
    Reason.OfFact unsaid(FactDefinition it) {
        return unsaid.computeIfAbsent(
                it,
                fact -> new Reason.OfFact(
                        fact(fact),
                        Optional.empty(),
                        fact.whenAbsent().value().stream()
                                .mapToObj(value -> words.shown(fact.type(), value))
                                .findFirst(),
                        Optional.empty(),
                        Provenance.UNSTATED,
                        true));
    }

    /** One for each of the figure's values. */
    synchronized List<Reason.OfParameter> figure(Parameter figure) {
        return figures.computeIfAbsent(
                figure,
                parameter -> parameter.values().stream()
                        .map(it -> new Reason.LawOfParameter(
                                parameter.id(),
                                parameter.label(),
                                Optional.empty(),
                                words.shown(parameter.type(), it.value()),
                                it.days(),
                                it.inForce(),
                                it.basis(),
                                it.certainty()))
                        .map(it -> new Reason.OfParameter(cited(it, JsonShapes::lawOfParameter)))
                        .toList());
    }

    /** The row of a table as some days have it. */
    synchronized Reason.OfParameter row(Table table, Table.Version version, Table.Row asked) {
        var rows = tables.computeIfAbsent(version, it -> new IdentityHashMap<>());
        return rows.computeIfAbsent(
                asked,
                row -> new Reason.OfParameter(cited(
                        new Reason.LawOfParameter(
                                table.id(),
                                table.label(),
                                Optional.of(row.key()),
                                words.shown(table.type(), row.value()),
                                version.days(),
                                version.inForce(),
                                row.basis(),
                                row.certainty()),
                        JsonShapes::lawOfParameter)));
    }

    @SuppressWarnings("unchecked")
    private synchronized <T extends Record> Cited<T> cited(T said, Json.Fields<T> fields) {
        // What is equal is of one class, and a class is written in one way.
        return (Cited<T>) Objects.requireNonNull(alike.computeIfAbsent(said, it -> Cited.of(said, fields)));
    }
}
