package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntimeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.Test;

/**
 * The three values are those of Kleene's tables, and where CEL's own runtime has an answer, ours is the same. A value that
 * nobody has said is unknown to CEL too, and its "and" and "or" absorb that exactly as Kleene's tables do.
 */
class CelAgreementTest {

    private static final int NO = 0;
    private static final int YES = 1;
    private static final int UNKNOWN = 2;
    private static final int[][] AND = {{NO, NO, NO}, {NO, YES, UNKNOWN}, {NO, UNKNOWN, UNKNOWN}};
    private static final int[][] OR = {{NO, YES, UNKNOWN}, {YES, YES, YES}, {UNKNOWN, YES, UNKNOWN}};
    private static final int[] NOT = {YES, NO, UNKNOWN};
    private static final List<String> YES_OR_NO = List.of("person.a", "person.b", "person.c");
    private static final List<String> NUMBERS = List.of("person.m", "person.n");
    private static final Map<String, Long> FIGURES = Map.of("f.two", 2L, "f.five", 5L);

    /** What is known of the facts; a name that is not there has not been said. */
    private record World(Map<String, Long> known) {
        int truth(String name) {
            return known.containsKey(name) ? (known.get(name) == 1 ? YES : NO) : UNKNOWN;
        }
    }

    /** An expression as it is written, with its value by the tables. */
    private interface Truth {
        int in(World world);
    }

    private interface Number {
        Optional<Long> in(World world);
    }

    private record Sentence(String text, Truth truth, boolean hasChoice) {}

    private record Sum(String text, Number value) {}

    private static Sentence sentence(Random dice, int depth) {
        if (depth == 0) {
            return dice.nextInt(3) == 0 ? compared(dice, 1) : named(YES_OR_NO.get(dice.nextInt(YES_OR_NO.size())));
        }
        var one = sentence(dice, depth - 1);
        var other = sentence(dice, depth - 1);
        return switch (dice.nextInt(7)) {
            case 0, 1 -> both("&&", one, other, (p, q) -> AND[p][q]);
            case 2, 3 -> both("||", one, other, (p, q) -> OR[p][q]);
            case 4 ->
                new Sentence("!(" + one.text() + ")", it -> NOT[one.truth().in(it)], one.hasChoice());
            case 5 -> compared(dice, 2);
            default -> {
                var which = sentence(dice, 0);
                yield new Sentence(
                        "((%s) ? (%s) : (%s))".formatted(which.text(), one.text(), other.text()),
                        it -> chosen(
                                which.truth().in(it),
                                one.truth().in(it),
                                other.truth().in(it)),
                        true);
            }
        };
    }

    private static Sentence named(String name) {
        return new Sentence(name, it -> it.truth(name), false);
    }

    private interface Table {
        int of(int one, int other);
    }

    private static Sentence both(String sign, Sentence one, Sentence other, Table table) {
        return new Sentence(
                "(%s) %s (%s)".formatted(one.text(), sign, other.text()),
                it -> table.of(one.truth().in(it), other.truth().in(it)),
                one.hasChoice() || other.hasChoice());
    }

    /** A choice that is not known is known all the same where both sides say the same. */
    private static int chosen(int which, int then, int otherwise) {
        return which == UNKNOWN ? (then == otherwise ? then : UNKNOWN) : which == YES ? then : otherwise;
    }

    private static Sentence compared(Random dice, int depth) {
        var one = sum(dice, depth);
        var other = sum(dice, depth);
        var sign = List.of("<", "<=", ">", ">=", "==", "!=").get(dice.nextInt(6));
        return new Sentence(
                "%s %s %s".formatted(one.text(), sign, other.text()),
                it -> {
                    var left = one.value().in(it);
                    var right = other.value().in(it);
                    return left.isEmpty() || right.isEmpty()
                            ? UNKNOWN
                            : holds(sign, Long.compare(left.get(), right.get())) ? YES : NO;
                },
                false);
    }

    private static boolean holds(String sign, int order) {
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "==" -> order == 0;
            default -> order != 0;
        };
    }

    private static Sum sum(Random dice, int depth) {
        if (depth == 0 || dice.nextInt(3) == 0) {
            var name = NUMBERS.get(dice.nextInt(2));
            var figure = List.copyOf(FIGURES.keySet()).get(dice.nextInt(2));
            return dice.nextBoolean()
                    ? new Sum(name, it -> Optional.ofNullable(it.known().get(name)))
                    : new Sum(figure, it -> Optional.ofNullable(FIGURES.get(figure)));
        }
        var one = sum(dice, depth - 1);
        var other = sum(dice, depth - 1);
        var sign = List.of("+", "-", "*").get(dice.nextInt(3));
        return new Sum(
                "(%s %s %s)".formatted(one.text(), sign, other.text()),
                it -> one.value()
                        .in(it)
                        .flatMap(p -> other.value().in(it).map(q -> switch (sign) {
                            case "+" -> p + q;
                            case "-" -> p - q;
                            default -> p * q;
                        })));
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void generatedExpressionsHaveTheValueOfTheTablesAndOfCel(@ForAll long seed) throws Exception {
        var dice = new Random(seed);
        var sentences = new ArrayList<Sentence>();
        for (int i = 0; i < 30; i++) {
            sentences.add(sentence(dice, 1 + dice.nextInt(3)));
        }
        agree(sentences, worlds(dice));
    }

    /** Every row of every table; among them the published cases named in docs/guide/engine.md. */
    @Test
    void everyRowOfTheTables() throws Exception {
        var a = named("person.a");
        var b = named("person.b");
        agree(
                List.of(
                        both("&&", a, b, (p, q) -> AND[p][q]),
                        both("||", a, b, (p, q) -> OR[p][q]),
                        new Sentence("!person.a", it -> NOT[it.truth("person.a")], false),
                        new Sentence("(person.a ? f.two : f.five) == f.two", it -> it.truth("person.a"), false),
                        new Sentence(
                                "person.a ? person.b : person.c",
                                it -> chosen(it.truth("person.a"), it.truth("person.b"), it.truth("person.c")),
                                true)),
                every());
    }

    /** Every way in which three facts may be yes, no or not said. */
    private static List<World> every() {
        var worlds = new ArrayList<World>();
        for (int i = 0; i < 27; i++) {
            var known = new HashMap<String, Long>();
            int rest = i;
            for (var name : YES_OR_NO) {
                if (rest % 3 != UNKNOWN) {
                    known.put(name, (long) (rest % 3));
                }
                rest /= 3;
            }
            worlds.add(new World(known));
        }
        return worlds;
    }

    private static List<World> worlds(Random dice) {
        var worlds = every();
        for (var world : worlds) {
            NUMBERS.stream()
                    .filter(it -> dice.nextInt(4) > 0)
                    .forEach(it -> world.known().put(it, (long) dice.nextInt(21)));
        }
        return worlds;
    }

    private static void agree(List<Sentence> sentences, List<World> worlds) throws Exception {
        var folder = Files.createTempDirectory("pack");
        try {
            agree(law(folder, sentences), sentences, worlds);
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void agree(Law law, List<Sentence> sentences, List<World> worlds) throws Exception {
        var cel = new Cel(sentences);
        for (var world : worlds) {
            var ours = ours(law, world);
            for (int i = 0; i < sentences.size(); i++) {
                var sentence = sentences.get(i);
                var at = "%s where %s".formatted(sentence.text(), world.known());
                assertThat(ours.get(i)).as(at).isEqualTo(sentence.truth().in(world));
                int theirs = cel.value(i, world);
                if (theirs != UNKNOWN || !sentence.hasChoice()) {
                    assertThat(ours.get(i)).as("CEL: " + at).isEqualTo(theirs);
                }
            }
        }
    }

    /** One programme with a provision for each expression. */
    private static Law law(Path folder, List<Sentence> sentences) {
        var provisions = new StringBuilder();
        for (int i = 0; i < sentences.size(); i++) {
            provisions.append("""
                      - id: w%d
                        says: NAME
                        from: 2020-01-01
                        basis: {instrument: 1/2021/NĐ-CP, article: 2}
                        certainty: confirmed
                        conditions: [{id: c%d, says: NAME, when: "%s", else: not_so}]
                        start: {rule: month_of_signature}
                    """.formatted(i, i, sentences.get(i).text()));
        }
        return PackOnPaper.in(folder)
                .facts(
                        "id: person.a, type: bool, when_absent: ask",
                        "id: person.b, type: bool, when_absent: ask",
                        "id: person.c, type: bool, when_absent: ask",
                        "id: person.m, type: int, range: {min: 0, max: 20}, when_absent: ask",
                        "id: person.n, type: int, range: {min: 0, max: 20}, when_absent: ask")
                .figure("f.two", "int", "2")
                .figure("f.five", "int", "5")
                .programme("all", """
                        id: all
                        label: NAME
                        subject: person
                        kind: right
                        period: standing
                        payee: beneficiary
                        provisions:
                        %scombine: {rule: sum}
                        """.formatted(provisions))
                .law();
    }

    private static List<Integer> ours(Law law, World world) {
        var lan = SubjectId.person(1);
        var book = law.facts().fact(lan, "person.born", DateRange.always(), "1990-01-01", Provenance.UNSTATED);
        world.known().forEach((name, value) -> {
            var written = YES_OR_NO.contains(name) ? Boolean.toString(value == 1) : Long.toString(value);
            book.fact(lan, name, DateRange.always(), written, Provenance.UNSTATED);
        });
        var day = LocalDate.of(2025, 1, 1);
        return law
                .determiner()
                .determine(book.build(), lan, "all", new DateRange(day, day))
                .reasons()
                .on(day)
                .orElseThrow()
                .provisions()
                .stream()
                .map(it -> it.answer() == Answer.MET ? YES : it.answer() == Answer.NOT_MET ? NO : UNKNOWN)
                .toList();
    }

    /** The same expressions, compiled and run by the CEL library itself. */
    private static final class Cel {

        private final List<dev.cel.runtime.CelRuntime.Program> programs = new ArrayList<>();

        Cel(List<Sentence> sentences) throws CelValidationException, CelEvaluationException {
            var builder = CelCompilerFactory.standardCelCompilerBuilder();
            YES_OR_NO.forEach(it -> builder.addVar(it, SimpleType.BOOL));
            NUMBERS.forEach(it -> builder.addVar(it, SimpleType.INT));
            FIGURES.keySet().forEach(it -> builder.addVar(it, SimpleType.INT));
            CelCompiler compiler = builder.build();
            var runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
            for (var sentence : sentences) {
                programs.add(
                        runtime.createProgram(compiler.compile(sentence.text()).getAst()));
            }
        }

        int value(int i, World world) {
            var bound = new HashMap<String, Object>(FIGURES);
            world.known()
                    .forEach((name, value) ->
                            bound.put(name, YES_OR_NO.contains(name) ? (Object) (value == 1) : (Object) value));
            try {
                // What rests on a name that is not bound comes back as a set of unknowns, or as an error.
                return programs.get(i).eval(bound) instanceof Boolean is ? (is ? YES : NO) : UNKNOWN;
            } catch (CelEvaluationException notSaid) {
                return UNKNOWN;
            }
        }
    }
}
