package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code programmes/NAME/rules.yaml} with the reason codes that stand beside it. */
final class ProgrammeReader {

    private static final String[] KEYS = Stream.of(
                    List.of("id", "label", "subject", "kind", "amount_kind", "hidden", "decided", "note"),
                    List.of(LocalityReader.KEYS),
                    List.of(OwingReader.KEYS),
                    List.of(ProcedureReader.KEYS),
                    List.of("conditions", "provisions", "combine"))
            .flatMap(List::stream)
            .toArray(String[]::new);

    private final LawReading reading;
    private final ProvisionReader provisions;
    private final ProcedureReader procedure;
    private final LocalityReader localities;
    private final OwingReader owing;

    ProgrammeReader(LawReading reading, Dictionary dictionary, OwingReader owing) {
        this.reading = reading;
        this.provisions = new ProvisionReader(reading, dictionary);
        this.procedure = new ProcedureReader(reading, dictionary);
        this.localities = new LocalityReader(reading);
        this.owing = owing;
    }

    Programme read(YamlItem root, Map<String, ReasonText> reasons) {
        var fields = root.fields(KEYS);
        var owed = owing.read(fields);
        eventFits(fields, owed);
        var named = named(fields, reasons);
        var used = new HashSet<String>();
        var ways = new ArrayList<Provision>();
        var seen = LawReading.ids();
        for (var item : fields.list("provisions")) {
            var provision = provisions.read(item, owed.period(), named, reasons, used);
            if (reading.isNew(seen, provision.id(), item.place())) {
                ways.add(provision);
            }
        }
        if (ways.size() > Long.SIZE - 1) {
            root.problem("has %d provisions; at most 63 fit one programme, split it".formatted(ways.size()));
        }
        named.values().stream()
                .filter(it -> !used.contains(it.id()))
                .forEach(it ->
                        reading.problems().add(it.place(), "no provision uses the condition '%s'".formatted(it.id())));
        return new Programme(
                fields.text("id"),
                fields.words("label"),
                subject(fields),
                new Programme.Terms(
                        fields.choice("kind", Programme.Kind.class),
                        fields.choice("amount_kind", Programme.AmountKind.EXACT),
                        fields.choice("decided", Programme.Decided.INDIVIDUALLY),
                        fields.flag("hidden")),
                localities.read(fields),
                owed,
                procedure.read(fields, ways),
                List.copyOf(ways),
                combination(fields, ways),
                reasons,
                root.place());
    }

    /** What happens to a household is an event of a programme for households. */
    private static void eventFits(YamlFields fields, Owing owed) {
        var subject = fields.optionalText("subject").orElse("");
        var fact = owed.event().map(it -> switch (it.happens()) {
            case Owing.OnDayOf day -> day.fact().id();
            case Owing.OnEach each -> each.fact().id();
            case Owing.OnFigure ignored -> subject;
            case Owing.OnYearDay ignored -> subject;
        });
        if (fact.isPresent() && !fact.get().startsWith(subject)) {
            fields.get("event")
                    .ifPresent(it -> it.problem(
                            "%s is not a fact of a %s, whom the programme is for".formatted(fact.get(), subject)));
        }
    }

    void checkLocalities(Map<String, Programme> programmes) {
        localities.check(programmes);
    }

    private Map<String, ConditionRule> named(YamlFields fields, Map<String, ReasonText> reasons) {
        var named = new HashMap<String, ConditionRule>();
        for (var item : fields.optionalList("conditions")) {
            var condition = provisions.condition(item, reasons);
            if (named.putIfAbsent(condition.id(), condition) != null) {
                item.problem("the condition '%s' is already named".formatted(condition.id()));
            }
        }
        return named;
    }

    private static SubjectKind subject(YamlFields fields) {
        var subject = fields.choice("subject", SubjectKind.class);
        if (subject == SubjectKind.VILLAGE) {
            fields.get("subject").ifPresent(it -> it.problem("expected person or household"));
        }
        return subject;
    }

    private Combination combination(YamlFields fields, List<Provision> ways) {
        var item = fields.get("combine");
        if (item.isEmpty()) {
            if (ways.size() > 1) {
                fields.problems()
                        .add(
                                fields.place(),
                                "'combine' is missing: several provisions need a rule (highest, sum, first)");
            }
            return new Combination(Combination.Rule.HIGHEST, Optional.empty(), List.of());
        }
        var combine = item.get().fields("rule", "basis", "adds", "certainty", "note");
        var rule = combine.choice("rule", Combination.Rule.class);
        var adds = new ArrayList<Combination.Adds>();
        for (var add : combine.optionalList("adds")) {
            var row = add.fields("add", "to", "basis", "certainty", "note");
            adds.add(new Combination.Adds(
                    ProcedureReader.provisionIds(row, "add", ways),
                    ProcedureReader.provisionIds(row, "to", ways),
                    reading.optionalBasis(row)));
            if (rule != Combination.Rule.HIGHEST) {
                add.problem("'adds' are the exceptions of 'highest'; with '%s' they mean nothing"
                        .formatted(rule.name().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        return new Combination(rule, reading.optionalBasis(combine), adds);
    }

    /** {@code reasons.yaml}: a mapping from code to texts, or a list of codes. */
    static Map<String, ReasonText> reasons(YamlItem root) {
        var reasons = new LinkedHashMap<String, ReasonText>();
        var named = root.isList() ? List.<String>of() : List.copyOf(root.named().keys());
        for (var code : named) {
            root.named().get(code).ifPresent(it -> reasons.put(code, reason(code, it)));
        }
        for (var item : root.isList() ? root.list() : List.<YamlItem>of()) {
            var code = item.named().text("code");
            if (reasons.putIfAbsent(code, reason(code, item)) != null) {
                item.problem("the reason '%s' is already worded".formatted(code));
            }
        }
        return reasons;
    }

    private static ReasonText reason(String code, YamlItem item) {
        if (!item.isFields()) {
            return new ReasonText(code, YamlFields.words(item), false);
        }
        var fields = item.fields("code", "vi", "en", "text", "retired", "note");
        var text =
                fields.get("text").isPresent() ? fields.words("text") : new Text(fields.text("vi"), fields.text("en"));
        return new ReasonText(code, text, fields.flag("retired"));
    }

    /** {@code programmes/combination.yaml}. */
    List<Exclusive> exclusive(YamlItem root, Map<String, Programme> programmes) {
        var rules = new ArrayList<Exclusive>();
        var seen = LawReading.ids();
        for (var item : root.fields("exclusive").optionalList("exclusive")) {
            var row = item.fields("id", "programmes", "keep", "per", "from", "to", "basis", "certainty", "note");
            var ids = new ArrayList<String>();
            for (var name : row.list("programmes")) {
                if (ids.contains(name.text())) {
                    name.problem("'%s' is named twice".formatted(name.text()));
                } else if (programmes.containsKey(name.text())) {
                    ids.add(name.text());
                } else {
                    name.problem("no programme is called '%s'%s"
                            .formatted(name.text(), Spelling.suggestion(name.text(), programmes.keySet())));
                }
            }
            var rule = new Exclusive(
                    row.text("id"),
                    List.copyOf(ids),
                    row.choice("keep", Exclusive.Keep.class),
                    row.choice("per", Exclusive.Per.SUBJECT),
                    row.optionalDays(),
                    reading.basis(row),
                    reading.certainty(row),
                    item.place());
            if (ids.size() == 1 && rule.per() == Exclusive.Per.SUBJECT) {
                item.problem("a programme cannot shut out itself; name another one, or write 'per: household'");
            }
            if (reading.isNew(seen, rule.id(), item.place())) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
