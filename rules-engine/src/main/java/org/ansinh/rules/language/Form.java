package org.ansinh.rules.language;

import java.util.List;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.Table;

/**
 * The one meaning of an expression: typed, total and three-valued. Every value is a {@code long} (bool 0 or 1, a number in
 * its type's scale, an epoch day, a place in an enumeration) or {@link #UNKNOWN}. No form has state, throws, or overflows.
 */
public sealed interface Form {

    /** The third value: a fact that nobody has stated and whose absence means nothing. */
    long UNKNOWN = Long.MIN_VALUE;

    /** The first and the last day there are, as they are carried. */
    long FIRST_DAY = FormType.DAY.min();

    long LAST_DAY = FormType.DAY.max();

    /** More than any programme gives in a month; the proof of a pack refuses {@code level} of one that could give more. */
    long MOST_LEVEL = 1_000_000_000_000L;

    FormType type();

    record Constant(long value, FormType type) implements Form {}

    record Fact(FactDefinition fact, Who of, FormType type) implements Form {}

    record Figure(Parameter parameter, FormType type) implements Form {}

    record Today(FormType type) implements Form {}

    /** Whole years or months from one day to another. */
    record Between(Unit unit, Form from, Form to, FormType type) implements Form {}

    /** Whether somebody's age stands so to a number: kept whole because it changes on one day that can be told ahead. */
    record AgeIs(Comparison comparison, Unit unit, Form born, Form bound) implements Form {
        @Override
        public FormType type() {
            return FormType.BOOL;
        }
    }

    /** Both sides are in one scale. */
    record Compare(Comparison comparison, Form left, Form right) implements Form {
        @Override
        public FormType type() {
            return FormType.BOOL;
        }
    }

    record And(Form left, Form right) implements Form {
        @Override
        public FormType type() {
            return FormType.BOOL;
        }
    }

    record Or(Form left, Form right) implements Form {
        @Override
        public FormType type() {
            return FormType.BOOL;
        }
    }

    record Not(Form of) implements Form {
        @Override
        public FormType type() {
            return FormType.BOOL;
        }
    }

    record If(Form condition, Form then, Form otherwise, FormType type) implements Form {}

    record Arithmetic(Operation operation, Form left, Form right, FormType type) implements Form {}

    /** The same number with more digits after the point. */
    record Rescale(Form of, long factor, FormType type) implements Form {}

    /** A multiple of {@code unit} near the value, given {@code perUnit} of the finer number to one unit. */
    record Round(Form of, Rounding.Mode mode, long perUnit, long unit, FormType type) implements Form {}

    /** A number by another one that is never below 1, brought to a multiple of {@code unit}: the fraction never exists. */
    record Divide(Form of, Form by, Rounding.Mode mode, long unit, FormType type) implements Form {}

    /** The row of a table for a key whose scale is {@code factor} times finer than the table's. */
    record Lookup(Table table, Form key, long factor, FormType type) implements Form {}

    /** A value as of another day: facts, figures, households and decisions are read as they are on it. */
    record On(Form day, Form of) implements Form {
        @Override
        public FormType type() {
            return of.type();
        }
    }

    /** A day or a number that the calendar makes of others. */
    record Calendar(CalendarFunction function, List<Form> of, FormType type) implements Form {}

    /** Whether a decision in a programme, signed once, is in force, or was ever ({@code ever}). */
    record Decided(String programme, Who of, boolean ever) implements Form {
        @Override
        public FormType type() {
            return FormType.BOOL;
        }
    }

    /** The money per month that another programme gives by its own conditions; 0 where they are not met. */
    record Level(String programme, Who of, FormType type) implements Form {}

    record Quantified(Quantifier quantifier, PersonList list, int variable, Form body, FormType type) implements Form {}

    /** What another programme answers by its own conditions; {@code decided} asks for a signed decision as well. */
    record Outcome(String programme, Who of, boolean decided) implements Form {
        @Override
        public FormType type() {
            return FormType.BOOL;
        }
    }

    /** How two values may stand to one another. */
    enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        public boolean holds(long left, long right) {
            return switch (this) {
                case EQUAL -> left == right;
                case NOT_EQUAL -> left != right;
                case LESS -> left < right;
                case AT_MOST -> left <= right;
                case MORE -> left > right;
                case AT_LEAST -> left >= right;
            };
        }

        public Comparison turned() {
            return switch (this) {
                case EQUAL, NOT_EQUAL -> this;
                case LESS -> MORE;
                case AT_MOST -> AT_LEAST;
                case MORE -> LESS;
                case AT_LEAST -> AT_MOST;
            };
        }
    }

    /** What two numbers make. */
    enum Operation {
        ADD,
        SUBTRACT,
        MULTIPLY,
        MIN,
        MAX;

        public long of(long left, long right) {
            return switch (this) {
                case ADD -> left + right;
                case SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case MIN -> Math.min(left, right);
                case MAX -> Math.max(left, right);
            };
        }
    }

    /** What a list is asked. */
    enum Quantifier {
        EXISTS,
        ALL,
        COUNT,
        SUM
    }

    /** In what age is counted. */
    enum Unit {
        YEARS,
        MONTHS,
        DAYS
    }
}
