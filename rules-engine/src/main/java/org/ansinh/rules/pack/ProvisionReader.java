package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.timeline.DateRange;

/** Reads one provision: its conditions, its amount, and how days become money. */
final class ProvisionReader {

    private final LawReading reading;
    private final Dictionary dictionary;

    ProvisionReader(LawReading reading, Dictionary dictionary) {
        this.reading = reading;
        this.dictionary = dictionary;
    }

    Provision read(
            YamlItem item,
            Programme.Period period,
            Map<String, ConditionRule> named,
            Map<String, ReasonText> reasons,
            Set<String> used) {
        var fields = item.fields(
                "id",
                "says",
                "from",
                "to",
                "in_force",
                "basis",
                "certainty",
                "conditions",
                "amount",
                "hole",
                "shows",
                "start",
                "stop",
                "hidden",
                "note");
        return new Provision(
                fields.text("id"),
                fields.words("says"),
                fields.days(),
                reading.basis(fields),
                reading.certainty(fields),
                conditions(fields, named, reasons, used),
                amount(fields, period),
                fields.get("hole").map(it -> fields.words("hole")),
                fields.optionalList("shows").stream()
                        .map(it -> new Expression(it.text(), it.textPlace()))
                        .toList(),
                start(fields, period),
                stop(fields),
                fields.flag("hidden"),
                fields.optionalText("note"),
                item.place());
    }

    private List<ConditionRule> conditions(
            YamlFields fields, Map<String, ConditionRule> named, Map<String, ReasonText> reasons, Set<String> used) {
        var conditions = new ArrayList<ConditionRule>();
        var seen = LawReading.ids();
        for (var item : fields.list("conditions")) {
            var condition = item.isFields() && item.named().get("use").isPresent()
                    ? use(item, named, used)
                    : Optional.of(condition(item, reasons));
            condition.filter(it -> reading.isNew(seen, it.id(), item.place())).ifPresent(conditions::add);
        }
        return List.copyOf(conditions);
    }

    private static Optional<ConditionRule> use(YamlItem item, Map<String, ConditionRule> named, Set<String> used) {
        var id = item.fields("use").text("use");
        used.add(id);
        if (!named.containsKey(id)) {
            item.problem("no condition of this programme is named '%s'%s"
                    .formatted(id, Spelling.suggestion(id, named.keySet())));
        }
        return Optional.ofNullable(named.get(id));
    }

    ConditionRule condition(YamlItem item, Map<String, ReasonText> reasons) {
        var fields = item.fields("id", "says", "when", "else", "basis", "certainty", "note");
        fields.required("else").ifPresent(it -> {
            if (!reasons.containsKey(it.text())) {
                it.problem("reasons.yaml has no text for '%s'%s"
                        .formatted(it.text(), Spelling.suggestion(it.text(), reasons.keySet())));
            }
        });
        return new ConditionRule(
                fields.text("id"),
                fields.words("says"),
                expression(fields, "when"),
                fields.get("else").filter(YamlItem::isText).map(YamlItem::text),
                reading.optionalBasis(fields),
                reading.optionalCertainty(fields),
                item.place());
    }

    private static Expression expression(YamlFields fields, String key) {
        return fields.required(key)
                .map(it -> new Expression(it.text(), it.textPlace()))
                .orElse(new Expression("", fields.place()));
    }

    private static Optional<Expression> amount(YamlFields fields, Programme.Period period) {
        var item = fields.get("amount");
        if (period == Programme.Period.STANDING) {
            item.ifPresent(it -> it.problem("a standing programme owes no money; leave 'amount' out"));
            return Optional.empty();
        }
        if (fields.get("hole").isPresent()) {
            item.ifPresent(it -> it.problem("a hole has no amount; take 'hole' away once the amount is known"));
            return Optional.empty();
        }
        return Optional.of(expression(fields, "amount"));
    }

    private List<Provision.StartRule> start(YamlFields fields, Programme.Period period) {
        var item = fields.get("start");
        if (period == Programme.Period.EVENT) {
            item.ifPresent(it -> it.problem("what is due for an event begins with it; leave 'start' out"));
            return List.of();
        }
        if (item.isEmpty()) {
            fields.problems().add(fields.place(), "'start' is missing: from which month is it owed?");
            return List.of();
        }
        var rules = new ArrayList<Provision.StartRule>();
        for (var one : item.get().oneOrMany()) {
            rules.add(startRule(one));
            boolean isLater = rules.getLast().kind() == Provision.StartRule.Kind.MONTH_AFTER_SIGNATURE;
            if (period == Programme.Period.ONCE && isLater) {
                one.problem("what is due once is due in the month of signature");
            }
        }
        for (int i = 1; i < rules.size(); i++) {
            if (!rules.get(i).from().isAfter(rules.get(i - 1).from())) {
                reading.problems()
                        .add(rules.get(i).place(), "start rules must be written oldest first, each with 'from'");
            }
        }
        return rules;
    }

    private Provision.StartRule startRule(YamlItem item) {
        var fields = item.fields("from", "rule", "fact", "basis", "certainty", "note");
        var kind = fields.choice("rule", Provision.StartRule.Kind.class);
        if (kind == Provision.StartRule.Kind.MONTH_OF || kind == Provision.StartRule.Kind.MONTH_AFTER) {
            fields.required("fact").ifPresent(this::mustBeDay);
        }
        return new Provision.StartRule(
                fields.optionalDay("from").orElse(DateRange.FIRST_DAY),
                kind,
                fields.optionalText("fact"),
                reading.optionalBasis(fields),
                reading.optionalCertainty(fields),
                item.place());
    }

    private void mustBeDay(YamlItem item) {
        var fact = dictionary.fact(item.text());
        var days = dictionary.facts().stream()
                .filter(it -> it.type().kind() == ValueType.Kind.DAY && !it.many())
                .map(FactDefinition::id)
                .toList();
        if (fact.isEmpty() || !days.contains(item.text())) {
            item.problem("expected a fact of type day (%s), found '%s'%s"
                    .formatted(String.join(", ", days), item.text(), Spelling.suggestion(item.text(), days)));
        }
    }

    private Provision.StopRule stop(YamlFields fields) {
        var item = fields.get("stop");
        if (item.isEmpty()) {
            return new Provision.StopRule(Provision.StopRule.Kind.MONTH_AFTER, Optional.empty(), Optional.empty());
        }
        if (item.get().isText()) {
            return new Provision.StopRule(
                    YamlFields.choice(item.get(), Provision.StopRule.Kind.class), Optional.empty(), Optional.empty());
        }
        var row = item.get().fields("rule", "basis", "certainty", "note");
        return new Provision.StopRule(
                row.choice("rule", Provision.StopRule.Kind.class),
                reading.optionalBasis(row),
                reading.optionalCertainty(row));
    }
}
