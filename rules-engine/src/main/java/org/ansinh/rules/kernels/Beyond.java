package org.ansinh.rules.kernels;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.rules.determination.Forms;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Owing;

/** What columns as they stand on one day cannot carry, so that the explaining evaluator answers it. */
final class Beyond {

    private Beyond() {}

    /** Why a programme as a whole is left to the evaluator, if it is. */
    static Optional<String> columns(LawForms.OfProgramme programme) {
        var owing = programme.programme().owing();
        if (owing.event().isPresent()) {
            return Optional.of("it is asked as of the day of an event");
        }
        if (isAtPricesOfAnotherDay(programme)) {
            return Optional.of("the prices of one day hold for its whole period");
        }
        return forms(programme)
                .filter(it -> !RowForms.canCarry(it))
                .flatMap(it -> Forms.all(it).stream())
                .filter(it -> !RowForms.isCarriedItself(it))
                .findFirst()
                .map(it -> it instanceof Form.On ? "it looks at another day" : "columns have no " + noun(it));
    }

    static boolean isAtPricesOfAnotherDay(LawForms.OfProgramme programme) {
        return programme.programme().owing().pricesOn() != Owing.PricesOn.DAY;
    }

    private static Stream<Form> forms(LawForms.OfProgramme programme) {
        return Stream.concat(
                programme.conditions().stream(), programme.ways().stream().flatMap(it -> it.amount().stream()));
    }

    static String noun(Form form) {
        return switch (form) {
            case Form.Compare ignored -> "comparison";
            case Form.AgeIs ignored -> "age";
            case Form.Quantified ignored -> "list of people";
            case Form.Fact ignored -> "fact of somebody else";
            default -> form.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
