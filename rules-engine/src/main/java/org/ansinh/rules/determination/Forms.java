package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.List;
import org.ansinh.rules.language.Form;

/** Walks over forms. */
public final class Forms {

    private Forms() {}

    public static List<Form> parts(Form form) {
        return switch (form) {
            case Form.Constant ignored -> List.of();
            case Form.Fact ignored -> List.of();
            case Form.Figure ignored -> List.of();
            case Form.Today ignored -> List.of();
            case Form.Outcome ignored -> List.of();
            case Form.Decided ignored -> List.of();
            case Form.Level ignored -> List.of();
            case Form.On on -> List.of(on.day(), on.of());
            case Form.Lookup lookup -> List.of(lookup.key());
            case Form.Calendar calendar -> calendar.of();
            case Form.Divide divide -> List.of(divide.of(), divide.by());
            case Form.Between between -> List.of(between.from(), between.to());
            case Form.AgeIs age -> List.of(age.born(), age.bound());
            case Form.Compare compare -> List.of(compare.left(), compare.right());
            case Form.And and -> List.of(and.left(), and.right());
            case Form.Or or -> List.of(or.left(), or.right());
            case Form.Not not -> List.of(not.of());
            case Form.If choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Form.Arithmetic sum -> List.of(sum.left(), sum.right());
            case Form.Rescale rescale -> List.of(rescale.of());
            case Form.Round round -> List.of(round.of());
            case Form.Quantified quantified -> List.of(quantified.body());
        };
    }

    public static List<Form> all(Form form) {
        var all = new ArrayList<Form>();
        all.add(form);
        parts(form).forEach(it -> all.addAll(all(it)));
        return all;
    }

    public static int variables(Form form) {
        return all(form).stream()
                .filter(Form.Quantified.class::isInstance)
                .mapToInt(it -> ((Form.Quantified) it).variable() + 1)
                .max()
                .orElse(1);
    }
}
