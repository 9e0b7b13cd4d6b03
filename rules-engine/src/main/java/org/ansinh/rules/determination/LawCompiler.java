package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.rules.language.ExpressionReader;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;

/** Reads the expressions of a pack, proves what must hold before anybody is judged by it, and makes it ready. */
final class LawCompiler {

    private final LawPack pack;
    private final Problems problems;
    private final ExpressionReader expressions;
    private List<FactDefinition> asked = List.of();
    private final Map<ConditionRule, Form> conditions = new IdentityHashMap<>();
    private final Map<Provision, Form> amounts = new IdentityHashMap<>();

    LawCompiler(LawPack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
        this.expressions = new ExpressionReader(pack, problems);
    }

    Optional<CompiledLaw> compile() {
        expressions.definitions();
        pack.programmes().values().forEach(this::readExpressions);
        asked = asked();
        new LawProof(pack, problems, conditions, amounts).check();
        return problems.isEmpty() ? Optional.of(law()) : Optional.empty();
    }

    /** Facts that a rule reads and whose absence leaves it open: an answer names them by a bit each. */
    private List<FactDefinition> asked() {
        var read = Stream.concat(conditions.values().stream(), amounts.values().stream())
                .flatMap(it -> Forms.all(it).stream())
                .filter(Form.Fact.class::isInstance)
                .map(it -> ((Form.Fact) it).fact())
                .collect(Collectors.toSet());
        var open = pack.dictionary().facts().stream()
                .filter(it -> it.whenAbsent().asks() && !it.many() && read.contains(it))
                .toList();
        if (open.size() > Long.SIZE) {
            problems.add(
                    open.get(Long.SIZE).place(),
                    "rules read %d facts with 'when_absent: ask', and an answer can tell 64 of them apart; give %s a value for when nobody has said anything, or a fact that is asked first"
                            .formatted(open.size(), open.get(Long.SIZE).id()));
        }
        return open;
    }

    private void readExpressions(Programme programme) {
        for (var provision : programme.provisions()) {
            for (var condition : provision.conditions()) {
                if (!conditions.containsKey(condition)) {
                    expressions
                            .condition(programme.subject(), condition.when())
                            .ifPresent(it -> conditions.put(condition, it));
                }
            }
            provision
                    .amount()
                    .flatMap(it -> expressions.amount(programme.subject(), it))
                    .ifPresent(it -> amounts.put(provision, it));
        }
    }

    private CompiledLaw law() {
        int variables = Stream.concat(conditions.values().stream(), amounts.values().stream())
                .mapToInt(Forms::variables)
                .max()
                .orElse(1);
        var words = new Words(pack.dictionary());
        var shell =
                new CompiledLaw(pack, List.of(), asked, Life.of(pack), words, new Citations(words), variables, 0, null);
        var shared = SharedForms.of(conditions.values(), amounts.values());
        var steps = new Steps(shell, asked::indexOf, shared);
        var programmes = new ArrayList<CompiledProgramme>();
        for (var programme : pack.programmes().values()) {
            programmes.add(programme(programme, programmes.size(), steps, shell.citations()));
        }
        var law = new CompiledLaw(
                pack,
                List.copyOf(programmes),
                asked,
                shell.life(),
                words,
                shell.citations(),
                variables,
                shared.places(),
                null);
        return law.with(SilenceReader.of(law, shared.steps()));
    }

    private CompiledProgramme programme(Programme programme, int index, Steps steps, Citations citations) {
        var places = new IdentityHashMap<ConditionRule, Integer>();
        var rules = new ArrayList<ConditionRule>();
        var ready = new ArrayList<SharedStep>();
        for (var provision : programme.provisions()) {
            for (var condition : provision.conditions()) {
                if (places.putIfAbsent(condition, rules.size()) == null) {
                    rules.add(condition);
                    ready.add(steps.condition(form(condition)));
                }
            }
        }
        var ways = programme.provisions().stream()
                .map(it -> way(programme, it, places, steps))
                .toList();
        return new CompiledProgramme(
                programme,
                index,
                List.copyOf(rules),
                rules.stream().map(this::form).toList(),
                List.copyOf(ready),
                ways,
                new Checks(rules, ready, ways),
                new Wording(programme, rules, ready, ways, citations),
                new UnverifiedLaw(programme, ways),
                new Mix(programme),
                pack.exclusive().stream()
                        .filter(it -> it.programmes().contains(programme.id()))
                        .map(it ->
                                ReadyRule.of(it, List.copyOf(pack.programmes().keySet())))
                        .toList(),
                pack.exclusive().stream()
                        .flatMap(it -> it.programmes().stream())
                        .distinct()
                        .toList()
                        .indexOf(programme.id()));
    }

    private Form form(ConditionRule condition) {
        return java.util.Objects.requireNonNull(conditions.get(condition));
    }

    private CompiledProgramme.Way way(
            Programme programme, Provision provision, Map<ConditionRule, Integer> places, Steps steps) {
        var amount = Optional.ofNullable(amounts.get(provision));
        var figures = new LinkedHashSet<>(NamedFigure.of(programme));
        provision.conditions().forEach(it -> figures.addAll(NamedFigure.in(form(it))));
        amount.ifPresent(it -> figures.addAll(NamedFigure.in(it)));
        var shown = provision.shows().stream()
                .map(it -> java.util.Objects.requireNonNull(pack.parameters().get(it.text())))
                .toList();
        shown.forEach(it -> figures.add(NamedFigure.of(it)));
        return new CompiledProgramme.Way(
                provision,
                (int) provision.days().from().toEpochDay(),
                (int) provision.days().to().toEpochDay(),
                provision.conditions().stream()
                        .map(it -> java.util.Objects.requireNonNull(places.get(it)))
                        .toList(),
                amount,
                amount.map(steps.atPrices()::of),
                provision.hole().isPresent()
                        ? Form.MOST_LEVEL
                        : amount.map(it -> it.type().max()).orElse(0L),
                shown.stream().map(steps::figure).toList(),
                figures);
    }
}
