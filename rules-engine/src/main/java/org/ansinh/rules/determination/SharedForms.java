package org.ansinh.rules.determination;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.PersonList;
import org.ansinh.rules.language.Who;

/**
 * The forms that are worked out once for somebody, however many rules of however many programmes ask: every condition, and
 * what stands in several places of the law. Each has a place in the {@link Memory} of whoever is asked about.
 */
final class SharedForms {

    /** What stands in fewer places costs less to work out than to remember. */
    private static final int OFTEN = 3;

    private final Map<Form, Integer> times = new HashMap<>();
    private final Map<Form, SharedStep> steps = new HashMap<>();

    static SharedForms none() {
        return new SharedForms(List.of(), List.of());
    }

    static SharedForms of(Iterable<Form> conditions, Iterable<Form> amounts) {
        return new SharedForms(conditions, amounts);
    }

    private SharedForms(Iterable<Form> conditions, Iterable<Form> amounts) {
        conditions.forEach(this::count);
        amounts.forEach(this::count);
    }

    /** What stands within a form that stands in several places is counted once with it. */
    private void count(Form form) {
        if (times.merge(form, 1, Integer::sum) == 1) {
            Forms.parts(form).forEach(this::count);
        }
    }

    /** One and the same step wherever the form stands; {@code make} makes it the first time. */
    Step step(Form form, Function<Form, Step> make) {
        return isShared(form) ? shared(form, make) : make.apply(form);
    }

    /** The same of a condition, which is always shared: nothing around it runs over a list. */
    SharedStep shared(Form form, Function<Form, Step> make) {
        var known = steps.get(form);
        if (known == null) {
            var made = make.apply(form);
            known = new SharedStep(steps.size(), made, CommonValues.isCommon(form));
            steps.put(form, known);
        }
        return known;
    }

    private boolean isShared(Form form) {
        boolean isSmall = form instanceof Form.Constant || form instanceof Form.Today || form instanceof Form.Figure;
        return !isSmall && times.getOrDefault(form, 0) > OFTEN && asksOthers(form) == 0;
    }

    Map<Form, SharedStep> steps() {
        return Collections.unmodifiableMap(steps);
    }

    /** How many places there are in the memory of somebody. */
    int places() {
        return steps.size();
    }

    /** Those whom a list around the form runs over, as bits; such a form has another value for each of them. */
    private static long asksOthers(Form form) {
        long others = switch (form) {
            case Form.Fact it -> bit(it.of());
            case Form.Outcome it -> bit(it.of());
            case Form.Decided it -> bit(it.of());
            case Form.Level it -> bit(it.of());
            case Form.Quantified it -> bit(it.list());
            default -> 0;
        };
        for (var part : Forms.parts(form)) {
            others |= asksOthers(part);
        }
        return form instanceof Form.Quantified it ? others & ~(1L << it.variable()) : others;
    }

    private static long bit(Who who) {
        return bit(who.variable());
    }

    private static long bit(PersonList list) {
        return switch (list) {
            case PersonList.Members members -> bit(members.variable());
            case PersonList.Related related -> bit(related.variable());
        };
    }

    private static long bit(int variable) {
        return variable == 0 ? 0 : 1L << variable;
    }
}
