package org.ansinh.rules.language;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operators and functions of the law's language. The standard environment is off: what is not here does not exist. */
final class LawGrammar {

    static final List<String> FUNCTIONS = functionNames();

    private static final String RESULT = "@counted";
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;
    private static final CelType ANY = TypeParamType.create("A");
    private static final CelType OTHER = TypeParamType.create("B");

    /** Begins a sum; its type is that of what is added. */
    static final String NOTHING = "@nothing";

    static final String ADD = "@add";

    private static final List<CelFunctionDecl> COMMON = functions();
    private static final List<String> EQUALITIES = List.of("_==_", "_!=_");

    private LawGrammar() {}

    private static List<String> functionNames() {
        var names = new ArrayList<>(List.of(
                "age",
                "age_months",
                "years_between",
                "months_between",
                "days_between",
                "min",
                "max",
                "percent",
                "to_dong",
                "to_thousand",
                "rounded",
                "divided",
                "dong",
                "lookup",
                "on",
                "entitled",
                "receives",
                "decided",
                "has_received",
                "level"));
        for (var function : CalendarFunction.values()) {
            names.add(function.word());
        }
        return List.copyOf(names);
    }

    /** A compiler that knows every name and function. */
    static CelCompiler compiler(LawScope scope) {
        var words = new LinkedHashSet<>(scope.variables().keySet());
        COMMON.forEach(it -> words.add(it.name()));
        words.addAll(EQUALITIES);
        return compiler(scope, words);
    }

    /**
     * A compiler that knows only some words: the checker reads all it is told anew for every expression, which takes longer
     * than looking at the expression.
     */
    static CelCompiler compiler(LawScope scope, Set<String> words) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(
                        CelOptions.current().enableHiddenAccumulatorVar(true).build())
                .setStandardEnvironmentEnabled(false)
                .setTypeProvider(scope)
                .addMacros(
                        CelMacro.newReceiverMacro("exists", 2, LawGrammar::exists),
                        CelMacro.newReceiverMacro("all", 2, LawGrammar::all),
                        CelMacro.newReceiverMacro("count", 2, LawGrammar::count),
                        CelMacro.newReceiverMacro("sum", 2, LawGrammar::sum));
        for (var word : words) {
            var type = scope.variables().get(word);
            if (type != null) {
                builder.addVar(word, type);
            }
        }
        for (var equality : EQUALITIES) {
            if (words.contains(equality)) {
                builder.addFunctionDeclarations(function(equality, comparable(alike(scope, words))));
            }
        }
        for (var function : COMMON) {
            if (words.contains(function.name())) {
                builder.addFunctionDeclarations(function);
            }
        }
        return builder.build();
    }

    private static List<CelFunctionDecl> functions() {
        var functions = new ArrayList<CelFunctionDecl>();
        functions.add(function("_&&_", new Sign(BOOL, BOOL, BOOL)));
        functions.add(function("_||_", new Sign(BOOL, BOOL, BOOL)));
        functions.add(function("!_", new Sign(BOOL, BOOL)));
        functions.add(function("_?_:_", new Sign(ANY, BOOL, ANY, ANY)));
        for (var order : List.of("_<_", "_<=_", "_>_", "_>=_")) {
            functions.add(function(
                    order,
                    comparable(
                            new Sign(BOOL, INT, INT),
                            same(BOOL, LawScope.DONG),
                            same(BOOL, LawScope.DECIMAL),
                            same(BOOL, LawScope.DAY),
                            same(BOOL, LawScope.UNROUNDED))));
        }
        for (var sum : List.of("_+_", "_-_", "min", "max")) {
            functions.add(function(sum, sums(sum.startsWith("m"))));
        }
        functions.add(function("_*_", products()));
        functions.add(function("@in", new Sign(BOOL, ANY, ListType.create(ANY))));
        functions.add(function("lookup", new Sign(OTHER, LawScope.table(ANY, OTHER), ANY)));
        functions.add(function("on", new Sign(ANY, LawScope.DAY, ANY)));
        functions.add(function("dong", new Sign(LawScope.DONG, INT)));
        functions.addAll(roundings());
        functions.addAll(days());
        for (var outcome : List.of("entitled", "receives", "decided", "has_received")) {
            functions.add(aboutProgramme(outcome, BOOL));
        }
        functions.add(aboutProgramme("level", LawScope.DONG));
        functions.add(function(NOTHING, new Sign(ANY)));
        functions.add(function(
                ADD, same(INT, INT), same(LawScope.DONG, LawScope.DONG), same(LawScope.UNROUNDED, LawScope.UNROUNDED)));
        return functions;
    }

    private static CelFunctionDecl aboutProgramme(String name, CelType result) {
        return function(
                name,
                new Sign(result, LawScope.PERSON, LawScope.PROGRAMME),
                new Sign(result, LawScope.HOUSEHOLD, LawScope.PROGRAMME));
    }

    private static List<CelFunctionDecl> roundings() {
        var functions = new ArrayList<CelFunctionDecl>();
        var money = List.of(LawScope.UNROUNDED, LawScope.DONG);
        for (var name : List.of("to_dong", "to_thousand")) {
            functions.add(function(
                    name, money.stream().map(it -> new Sign(LawScope.DONG, it)).toArray(Sign[]::new)));
        }
        functions.add(function(
                "rounded",
                money.stream()
                        .map(it -> new Sign(LawScope.DONG, it, LawScope.ROUNDING))
                        .toArray(Sign[]::new)));
        var divisions = new ArrayList<Sign>();
        var shares = new ArrayList<Sign>();
        for (var amount : money) {
            for (var number : List.of(INT, LawScope.DECIMAL)) {
                divisions.add(new Sign(LawScope.DONG, amount, number, LawScope.ROUNDING));
                shares.add(new Sign(LawScope.UNROUNDED, number, amount));
            }
        }
        functions.add(function("divided", divisions.toArray(Sign[]::new)));
        functions.add(function("percent", shares.toArray(Sign[]::new)));
        return functions;
    }

    private static List<CelFunctionDecl> days() {
        var functions = new ArrayList<CelFunctionDecl>();
        for (var age : List.of("age", "age_months")) {
            functions.add(function(age, new Sign(INT, LawScope.DAY)));
        }
        for (var between : List.of("years_between", "months_between", "days_between")) {
            functions.add(function(between, new Sign(INT, LawScope.DAY, LawScope.DAY)));
        }
        for (var function : CalendarFunction.values()) {
            functions.add(function(
                    function.word(),
                    switch (function) {
                        case YEAR, MONTH -> new Sign(INT, LawScope.DAY);
                        case START_OF_MONTH, END_OF_MONTH, START_OF_YEAR, END_OF_YEAR ->
                            new Sign(LawScope.DAY, LawScope.DAY);
                        case PLUS_DAYS, PLUS_MONTHS, PLUS_YEARS -> new Sign(LawScope.DAY, LawScope.DAY, INT);
                        case CALENDAR_DAY -> new Sign(LawScope.DAY, INT, INT, INT);
                    }));
        }
        return functions;
    }

    /**
     * Values of one type, of enumerations as far as their values are spoken of; spelt out, because a type variable would
     * swallow the mixed signs.
     */
    private static Sign[] alike(LawScope scope, Set<String> words) {
        var types = new LinkedHashSet<>(
                List.of(BOOL, INT, LawScope.DONG, LawScope.DECIMAL, LawScope.DAY, LawScope.UNROUNDED));
        for (var word : words) {
            var type = scope.variables().get(word);
            if (type != null && type.name().startsWith("enum_")) {
                types.add(type);
            }
        }
        return types.stream().map(it -> same(BOOL, it)).toArray(Sign[]::new);
    }

    private static Sign[] comparable(Sign... first) {
        var signs = new ArrayList<>(List.of(first));
        for (var money : List.of(LawScope.DONG, LawScope.DECIMAL, LawScope.UNROUNDED)) {
            signs.add(new Sign(BOOL, money, INT));
            signs.add(new Sign(BOOL, INT, money));
        }
        signs.add(new Sign(BOOL, LawScope.DONG, LawScope.UNROUNDED));
        signs.add(new Sign(BOOL, LawScope.UNROUNDED, LawScope.DONG));
        return signs.toArray(Sign[]::new);
    }

    private static Sign[] sums(boolean isMinOrMax) {
        var signs = new ArrayList<Sign>();
        for (var type : List.of(INT, LawScope.DONG, LawScope.DECIMAL, LawScope.UNROUNDED)) {
            signs.add(same(type, type));
        }
        signs.add(new Sign(LawScope.UNROUNDED, LawScope.DONG, LawScope.UNROUNDED));
        signs.add(new Sign(LawScope.UNROUNDED, LawScope.UNROUNDED, LawScope.DONG));
        if (isMinOrMax) {
            signs.add(same(LawScope.DAY, LawScope.DAY));
            for (var type : List.of(INT, LawScope.DONG, LawScope.DECIMAL, LawScope.DAY)) {
                signs.add(new Sign(type, type, type, type));
                signs.add(new Sign(type, type, type, type, type));
            }
        }
        return signs.toArray(Sign[]::new);
    }

    private static Sign[] products() {
        var signs = new ArrayList<Sign>();
        signs.add(same(INT, INT));
        signs.add(same(LawScope.DECIMAL, LawScope.DECIMAL));
        for (var type : List.of(LawScope.DONG, LawScope.DECIMAL, LawScope.UNROUNDED)) {
            signs.add(new Sign(type, INT, type));
            signs.add(new Sign(type, type, INT));
        }
        for (var type : List.of(LawScope.DONG, LawScope.UNROUNDED)) {
            signs.add(new Sign(LawScope.UNROUNDED, type, LawScope.DECIMAL));
            signs.add(new Sign(LawScope.UNROUNDED, LawScope.DECIMAL, type));
        }
        return signs.toArray(Sign[]::new);
    }

    private static Sign same(CelType result, CelType type) {
        return new Sign(result, type, type);
    }

    /** A result and the types it takes. */
    private record Sign(CelType result, List<CelType> of) {
        Sign(CelType result, CelType... of) {
            this(result, List.of(of));
        }
    }

    private static CelFunctionDecl function(String name, Sign... signs) {
        var overloads = new ArrayList<CelOverloadDecl>();
        for (int i = 0; i < signs.length; i++) {
            overloads.add(CelOverloadDecl.newGlobalOverload(name + "#" + i, signs[i].result(), signs[i].of()));
        }
        return CelFunctionDecl.newFunctionDeclaration(name, overloads);
    }

    private static Optional<CelExpr> exists(CelMacroExprFactory make, CelExpr list, ImmutableList<CelExpr> terms) {
        var step = make.newGlobalCall("_||_", make.newIdentifier(RESULT), terms.get(1));
        return fold(make, list, terms, make.newBoolLiteral(false), step);
    }

    private static Optional<CelExpr> all(CelMacroExprFactory make, CelExpr list, ImmutableList<CelExpr> terms) {
        var step = make.newGlobalCall("_&&_", make.newIdentifier(RESULT), terms.get(1));
        return fold(make, list, terms, make.newBoolLiteral(true), step);
    }

    private static Optional<CelExpr> count(CelMacroExprFactory make, CelExpr list, ImmutableList<CelExpr> terms) {
        var more = make.newGlobalCall("_+_", make.newIdentifier(RESULT), make.newIntLiteral(1));
        var step = make.newGlobalCall("_?_:_", terms.get(1), more, make.newIdentifier(RESULT));
        return fold(make, list, terms, make.newIntLiteral(0), step);
    }

    private static Optional<CelExpr> sum(CelMacroExprFactory make, CelExpr list, ImmutableList<CelExpr> terms) {
        var step = make.newGlobalCall(ADD, make.newIdentifier(RESULT), terms.get(1));
        return fold(make, list, terms, make.newGlobalCall(NOTHING), step);
    }

    private static Optional<CelExpr> fold(
            CelMacroExprFactory make, CelExpr list, ImmutableList<CelExpr> terms, CelExpr start, CelExpr step) {
        if (terms.get(0).exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(make.reportError("the first argument must be a new name, as in list.exists(m, …)"));
        }
        return Optional.of(make.fold(
                terms.get(0).ident().name(),
                list,
                RESULT,
                start,
                make.newBoolLiteral(true),
                step,
                make.newIdentifier(RESULT)));
    }
}
