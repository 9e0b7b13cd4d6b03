package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.determination.LawForms;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Component;

/**
 * Rights that a birthday gives and that count from the signature: whoever signs a month late has lost a month, so the file is prepared before. Which programmes these
 * are, at what age and how long before, the law pack says.
 */
@Component
class RightsToCome {

    private final LawbookDesk lawbook;

    RightsToCome(LawbookDesk lawbook) {
        this.lawbook = lawbook;
    }

    /**
     * A programme whose files are prepared before a birthday.
     *
     * @param days in which the right may begin
     * @param births whose birthday lies in these days, one range for each age of the law
     */
    record Ahead(String programme, DateRange days, List<DateRange> births) {}

    List<Ahead> on(LocalDate today) {
        var forms = lawbook.current().determiner().forms();
        return forms.programmes().stream()
                .filter(it -> isPrepared(it.programme(), today))
                .map(it -> ahead(it, today))
                .filter(it -> !it.births().isEmpty())
                .toList();
    }

    private static boolean isPrepared(Programme programme, LocalDate today) {
        return programme.kind() == Programme.Kind.RIGHT
                && programme.subject() == SubjectKind.PERSON
                && programme.terms().decided() == Programme.Decided.INDIVIDUALLY
                && programme.procedure().prepareDaysBefore().isPresent()
                && programme.provisions().stream().anyMatch(it -> FilesByLaw.losesMonths(it, today));
    }

    private static Ahead ahead(LawForms.OfProgramme programme, LocalDate today) {
        int before = programme.programme().procedure().prepareDaysBefore().orElseThrow();
        var days = new DateRange(today, today.plusDays(before));
        var births = new ArrayList<DateRange>();
        programme.conditions().forEach(it -> ages(it, age -> births(age, days).ifPresent(births::add)));
        return new Ahead(
                programme.programme().id(), days, births.stream().distinct().toList());
    }

    private static void ages(Form form, Consumer<Form.AgeIs> found) {
        switch (form) {
            case Form.AgeIs age -> found.accept(age);
            case Form.And(var left, var right) -> {
                ages(left, found);
                ages(right, found);
            }
            case Form.Or(var left, var right) -> {
                ages(left, found);
                ages(right, found);
            }
            case Form.Not(var of) -> ages(of, found);
            default -> {
                // an age inside anything else is no threshold somebody comes to by a birthday alone
            }
        }
    }

    /** A day more on both sides: when a year is complete is for the engine to say. */
    private static Optional<DateRange> births(Form.AgeIs age, DateRange days) {
        return bound(age.bound(), days.to())
                .map(it -> new DateRange(
                        earlier(days.from(), it, age.unit()).minusDays(1),
                        earlier(days.to(), it, age.unit()).plusDays(1)));
    }

    private static LocalDate earlier(LocalDate day, long age, Form.Unit unit) {
        return switch (unit) {
            case YEARS -> day.minusYears(age);
            case MONTHS -> day.minusMonths(age);
            case DAYS -> day.minusDays(age);
        };
    }

    private static Optional<Long> bound(Form form, LocalDate day) {
        return switch (form) {
            case Form.Constant(var value, var _) -> Optional.of(value);
            case Form.Figure(var parameter, var _) -> parameter.on(day).map(it -> it.value());
            default -> Optional.empty();
        };
    }
}
