package org.ansinh.rules.kernels;

import java.util.Optional;
import org.ansinh.rules.determination.CommonValues;
import org.ansinh.rules.determination.Forms;
import org.ansinh.rules.language.Form;

/**
 * A number made of one fact of somebody that only rises, or only falls, with it ("the year now less the year of birth"): a
 * comparison of it with a common one turns at one value of the fact, which is the same for everybody.
 *
 * @param holds the comparison, true from some value of the fact on if the number rises with it, and up to some value if it falls
 */
record Turning(Form.Compare holds, Form.Fact fact, boolean rises, CommonValues values) implements Bound {

    @Override
    public long on(int day, long[] common) {
        long low = fact.type().min();
        long high = fact.type().max();
        if (!isReached(high, day)) {
            return NEVER;
        }
        while (low < high) {
            long middle = Math.floorDiv(low + high, 2L);
            if (isReached(middle, day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean isReached(long value, int day) {
        var constant = new Form.Constant(value, fact.type());
        return rises == (values.of(with(holds, constant)).on(day) == 1);
    }

    /** The only fact a form reads, if it reads one. */
    static Optional<Form.Fact> onlyFact(Form form) {
        var facts = Forms.all(form).stream()
                .filter(Form.Fact.class::isInstance)
                .map(Form.Fact.class::cast)
                .distinct()
                .toList();
        return facts.size() == 1 ? Optional.of(facts.getFirst()) : Optional.empty();
    }

    /** 1 if a number rises with the only fact it reads (or stays), -1 if it falls, and nothing if neither is sure. */
    static Optional<Integer> direction(Form form) {
        if (CommonValues.isCommon(form)) {
            return Optional.of(0);
        }
        return switch (form) {
            case Form.Fact ignored -> Optional.of(1);
            case Form.Rescale scaled -> direction(scaled.of()).filter(it -> scaled.factor() > 0);
            case Form.Round round -> direction(round.of());
            case Form.Divide divide -> direction(divide.of()).filter(it -> CommonValues.isCommon(divide.by()));
            case Form.Calendar calendar -> calendar(calendar);
            case Form.Between between ->
                together(direction(between.to()), direction(between.from()).map(it -> -it));
            case Form.Arithmetic sum -> arithmetic(sum);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> arithmetic(Form.Arithmetic sum) {
        var left = direction(sum.left());
        var right = direction(sum.right());
        return switch (sum.operation()) {
            case ADD, MIN, MAX -> together(left, right);
            case SUBTRACT -> together(left, right.map(it -> -it));
            case MULTIPLY ->
                sum.left().type().min() >= 0 && sum.right().type().min() >= 0
                        ? together(left, right)
                        : Optional.empty();
        };
    }

    private static Optional<Integer> calendar(Form.Calendar calendar) {
        return switch (calendar.function()) {
            case MONTH, CALENDAR_DAY -> Optional.empty();
            case YEAR, START_OF_MONTH, END_OF_MONTH, START_OF_YEAR, END_OF_YEAR ->
                direction(calendar.of().getFirst());
            case PLUS_DAYS, PLUS_MONTHS, PLUS_YEARS ->
                together(
                        direction(calendar.of().getFirst()),
                        direction(calendar.of().getLast()));
        };
    }

    private static Optional<Integer> together(Optional<Integer> a, Optional<Integer> b) {
        if (a.isEmpty() || b.isEmpty() || a.get() * b.get() < 0) {
            return Optional.empty();
        }
        return Optional.of(a.get() == 0 ? b.get() : a.get());
    }

    /** A form with a value in the place of the fact it reads; only forms that have a {@link #direction}. */
    static Form with(Form form, Form.Constant value) {
        if (CommonValues.isCommon(form)) {
            return form;
        }
        return switch (form) {
            case Form.Fact ignored -> value;
            case Form.Compare it -> new Form.Compare(it.comparison(), with(it.left(), value), with(it.right(), value));
            case Form.Rescale it -> new Form.Rescale(with(it.of(), value), it.factor(), it.type());
            case Form.Round it -> new Form.Round(with(it.of(), value), it.mode(), it.perUnit(), it.unit(), it.type());
            case Form.Divide it -> new Form.Divide(with(it.of(), value), it.by(), it.mode(), it.unit(), it.type());
            case Form.Calendar it ->
                new Form.Calendar(
                        it.function(),
                        it.of().stream().map(part -> with(part, value)).toList(),
                        it.type());
            case Form.Between it ->
                new Form.Between(it.unit(), with(it.from(), value), with(it.to(), value), it.type());
            case Form.Arithmetic it ->
                new Form.Arithmetic(it.operation(), with(it.left(), value), with(it.right(), value), it.type());
            default -> throw new IllegalStateException("A form without a direction: " + form);
        };
    }
}
