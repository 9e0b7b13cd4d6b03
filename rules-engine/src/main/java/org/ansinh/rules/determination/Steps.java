package org.ansinh.rules.determination;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Parameter;

/** Makes steps out of forms. */
final class Steps {

    private final CompiledLaw law;
    private final ToIntFunction<FactDefinition> askedPlace;
    private final SharedForms shared;
    private final boolean isAtPrices;

    Steps(CompiledLaw law, ToIntFunction<FactDefinition> askedPlace, SharedForms shared) {
        this(law, askedPlace, shared, false);
    }

    private Steps(CompiledLaw law, ToIntFunction<FactDefinition> askedPlace, SharedForms shared, boolean isAtPrices) {
        this.law = law;
        this.askedPlace = askedPlace;
        this.shared = shared;
        this.isAtPrices = isAtPrices;
    }

    /** For amounts: their figures may be read as of another day, so what rests on figures is worked out for each by itself. */
    Steps atPrices() {
        return new Steps(law, askedPlace, shared, true);
    }

    Step of(Form form) {
        return isAtPrices && readsFigures(form) ? made(form) : shared.step(form, this::made);
    }

    /** A whole condition. */
    SharedStep condition(Form form) {
        return shared.shared(form, this::made);
    }

    private static boolean readsFigures(Form form) {
        return Forms.all(form).stream().anyMatch(it -> it instanceof Form.Figure || it instanceof Form.Lookup);
    }

    private Step made(Form form) {
        return switch (form) {
            case Form.Constant constant -> new ConstantStep(constant.value());
            case Form.Fact fact -> fact(fact);
            case Form.Figure figure -> figure(figure.parameter());
            case Form.Today ignored -> new TodayStep();
            case Form.Outcome outcome ->
                new OutcomeStep(law.indexOf(outcome.programme()), outcome.of(), outcome.decided());
            case Form.Quantified quantified -> new QuantifiedStep(quantified, of(quantified.body()));
            case Form.And ignored -> chain(form, Form.And.class, 0);
            case Form.Or or ->
                OneOf.in(or)
                        .<Step>map(it -> new OneOfStep(of(it.of()), it.values()))
                        .orElseGet(() -> chain(form, Form.Or.class, 1));
            case Form.If choice -> new IfStep(of(choice.condition()), of(choice.then()), of(choice.otherwise()));
            case Form.AgeIs age -> new ThresholdStep(age.comparison(), of(age.born()), of(age.bound()), age.unit());
            case Form.Compare compare -> compare(compare);
            case Form.Not not -> new StrictStep((a, b) -> 1 - a, of(not.of()));
            case Form.Rescale rescale -> rescale.factor() == 1 ? of(rescale.of()) : scaled(rescale);
            case Form.Round round -> rounded(round);
            case Form.Divide divide -> divided(divide);
            case Form.Lookup lookup -> new LookupStep(lookup, of(lookup.key()), law.citations());
            case Form.On on -> new OnStep(of(on.day()), of(on.of()));
            case Form.Calendar calendar ->
                new CalendarStep(
                        calendar.function(),
                        calendar.of().stream().map(this::of).toList());
            case Form.Decided decided ->
                new DecidedStep(law.indexOf(decided.programme()), decided.of(), decided.ever());
            case Form.Level level -> new LevelStep(law.indexOf(level.programme()), level.of());
            case Form.Arithmetic sum -> new StrictStep(sum.operation()::of, of(sum.left()), of(sum.right()));
            case Form.Between between -> new BetweenStep(between, of(between.from()), of(between.to()));
        };
    }

    private Step fact(Form.Fact form) {
        var fact = form.fact();
        return new FactStep(
                fact,
                form.of(),
                askedPlace.applyAsInt(fact),
                law.citations().fact(fact),
                law.citations().unsaid(fact));
    }

    /** A figure by itself. */
    Step figure(Parameter figure) {
        return new FigureStep(figure, law.citations().figure(figure));
    }

    /**
     * First the links that only facts decide, together: of most people nobody has said any of it. Then those that figures and
     * the day have a part in, at last those that ask the day alone.
     */
    private Step chain(Form form, Class<? extends Form> sort, long decisive) {
        var links = links(form, sort).stream().collect(Collectors.groupingBy(Link::of));
        var said = links.getOrDefault(Link.SAID, List.of());
        var own = links.getOrDefault(Link.OWN, List.of());
        var day = links.getOrDefault(Link.DAY, List.of());
        if (own.isEmpty() && day.isEmpty()) {
            return new ChainStep(said.stream().map(this::of), decisive);
        }
        var first = said.stream().reduce((a, b) -> decisive == 0 ? new Form.And(a, b) : new Form.Or(a, b));
        return new ChainStep(
                Stream.of(
                                first.<Step>map(it -> shared.shared(it, this::made)).stream(),
                                own.stream().map(this::of),
                                day.stream().map(this::of))
                        .flatMap(it -> it),
                decisive);
    }

    /** What a link of a chain rests on. */
    private enum Link {
        SAID,
        OWN,
        DAY;

        static Link of(Form form) {
            return CommonValues.isCommon(form) ? DAY : SilentForms.isSaid(form) ? SAID : OWN;
        }
    }

    /** The links of {@code a && b && c}, however they are bracketed. */
    private static List<Form> links(Form form, Class<? extends Form> sort) {
        if (!sort.isInstance(form)) {
            return List.of(form);
        }
        var sides = form instanceof Form.And and
                ? List.of(and.left(), and.right())
                : List.of(((Form.Or) form).left(), ((Form.Or) form).right());
        return sides.stream().flatMap(it -> links(it, sort).stream()).toList();
    }

    private Step compare(Form.Compare compare) {
        if (compare.left() instanceof Form.Today) {
            return new ThresholdStep(compare.comparison(), new ConstantStep(0), of(compare.right()), Form.Unit.DAYS);
        }
        if (TurnOfYearStep.turns(compare)) {
            var calendar = (Form.Calendar) compare.left();
            return new TurnOfYearStep(compare.comparison(), calendar.function(), of(compare.right()));
        }
        return new CompareStep(compare.comparison(), of(compare.left()), of(compare.right()));
    }

    private Step scaled(Form.Rescale rescale) {
        long factor = rescale.factor();
        return new StrictStep((a, b) -> a * factor, of(rescale.of()));
    }

    private Step rounded(Form.Round round) {
        long perUnit = round.perUnit();
        long unit = round.unit();
        var mode = round.mode();
        return new StrictStep((a, b) -> mode.units(a, perUnit) * unit, of(round.of()));
    }

    private Step divided(Form.Divide divide) {
        long unit = divide.unit();
        var mode = divide.mode();
        return new StrictStep((a, b) -> mode.units(a, b * unit) * unit, of(divide.of()), of(divide.by()));
    }

    /** A value that is known only when all its parts are. */
    record StrictStep(Operation operation, List<Step> parts) implements Step {

        /** What the values of the parts make; the second is 0 when there is one part only. */
        interface Operation {
            long of(long left, long right);
        }

        StrictStep(Operation operation, Step... parts) {
            this(operation, List.of(parts));
        }

        @Override
        public long on(Scene scene) {
            long left = parts.get(0).on(scene);
            if (left == Form.UNKNOWN) {
                return Form.UNKNOWN;
            }
            if (parts.size() == 1) {
                return operation.of(left, 0);
            }
            long right = parts.get(1).on(scene);
            return right == Form.UNKNOWN ? Form.UNKNOWN : operation.of(left, right);
        }

        @Override
        public void missing(Scene scene, long[] facts) {
            for (var part : parts) {
                if (part.on(scene) == Form.UNKNOWN) {
                    part.missing(scene, facts);
                }
            }
        }

        @Override
        public long tell(Scene scene, Telling telling) {
            long left = parts.get(0).tell(scene, telling);
            long right = parts.size() == 1 ? 0 : parts.get(1).tell(scene, telling);
            return left == Form.UNKNOWN || right == Form.UNKNOWN ? Form.UNKNOWN : operation.of(left, right);
        }
    }

    /** One of two values; with an unknown condition known only where both are the same. */
    record IfStep(Step condition, Step then, Step otherwise) implements Step {

        @Override
        public long on(Scene scene) {
            long which = condition.on(scene);
            if (which != Form.UNKNOWN) {
                return which == 1 ? then.on(scene) : otherwise.on(scene);
            }
            long one = then.on(scene);
            return one == otherwise.on(scene) ? one : Form.UNKNOWN;
        }

        @Override
        public void missing(Scene scene, long[] facts) {
            long which = condition.on(scene);
            if (which == Form.UNKNOWN) {
                condition.missing(scene, facts);
            }
            if (which != 0 && then.on(scene) == Form.UNKNOWN) {
                then.missing(scene, facts);
            }
            if (which != 1 && otherwise.on(scene) == Form.UNKNOWN) {
                otherwise.missing(scene, facts);
            }
        }

        @Override
        public long tell(Scene scene, Telling telling) {
            long which = condition.tell(scene, telling);
            long one = which == 0 ? Form.UNKNOWN : then.tell(scene, telling);
            long other = which == 1 ? Form.UNKNOWN : otherwise.tell(scene, telling);
            return which == 1 ? one : which == 0 || one == other ? other : Form.UNKNOWN;
        }
    }

    /** The same value always. */
    record ConstantStep(long value) implements Step {
        @Override
        public long on(Scene scene) {
            return value;
        }

        @Override
        public void missing(Scene scene, long[] facts) {
            // A constant is never unknown.
        }

        /** What stands in the law itself is shown by the condition's own words. */
        @Override
        public long tell(Scene scene, Telling telling) {
            return value;
        }
    }

    /** The day itself; every day is a piece of its own. */
    record TodayStep() implements Step {
        @Override
        public long on(Scene scene) {
            scene.holdsUntil(scene.day());
            return scene.day();
        }

        @Override
        public void missing(Scene scene, long[] facts) {
            // Today is always known.
        }

        /** The days of the piece already say it. */
        @Override
        public long tell(Scene scene, Telling telling) {
            return on(scene);
        }
    }
}
