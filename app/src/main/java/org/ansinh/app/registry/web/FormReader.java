package org.ansinh.app.registry.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NumberEntry;
import org.ansinh.app.registry.Change;

/** Reads the fields of one form and remembers what is wrong with them. */
final class FormReader {

    private static final int MOST_CHARACTERS = 200;

    private final Entries entries;
    private final List<Wrong> wrongs = new ArrayList<>();

    FormReader(Entries entries) {
        this.entries = entries;
    }

    /** What a form says: changes, or what must be mended first. */
    record Reading(List<Change> changes, List<Wrong> wrongs) {
        Reading {
            changes = List.copyOf(changes);
            wrongs = List.copyOf(wrongs);
        }
    }

    Reading nothing() {
        return new Reading(List.of(), wrongs);
    }

    Reading says(List<Change> changes) {
        return wrongs.isEmpty() ? new Reading(changes, List.of()) : nothing();
    }

    boolean isFine() {
        return wrongs.isEmpty();
    }

    void wrong(String field, String key, Object... about) {
        wrongs.add(Wrong.of(field, key, about));
    }

    Optional<String> text(String field) {
        var text = entries.text(field);
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            wrong(field, "registry.wrong.too_long", MOST_CHARACTERS);
            return Optional.empty();
        }
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    Optional<String> needed(String field) {
        if (!entries.has(field)) {
            wrong(field, "registry.wrong.missing");
            return Optional.empty();
        }
        return text(field);
    }

    Optional<LocalDate> day(String field) {
        if (!entries.has(field)) {
            return Optional.empty();
        }
        var day = DayEntry.read(entries.text(field));
        if (day.isEmpty()) {
            wrong(field, "registry.wrong.not_a_day", shown(entries.text(field)));
        }
        return day;
    }

    Optional<LocalDate> neededDay(String field) {
        if (!entries.has(field)) {
            wrong(field, "registry.wrong.missing_day");
        }
        return day(field);
    }

    Optional<String> choice(String field, Collection<String> options) {
        return text(field).filter(chosen -> {
            if (!options.contains(chosen)) {
                wrong(field, "registry.wrong.not_in_list", shown(chosen));
            }
            return options.contains(chosen);
        });
    }

    Optional<String> neededChoice(String field, Collection<String> options) {
        if (!entries.has(field)) {
            wrong(field, "registry.wrong.not_chosen");
            return Optional.empty();
        }
        return choice(field, options);
    }

    /** One of several people, by number. */
    Optional<Integer> person(String field, Collection<String> options) {
        return choice(field, options).map(Integer::valueOf);
    }

    /** 1.500.000, 1 500 000 and 1500000 are the same. */
    Optional<Long> whole(String field) {
        var text = entries.text(field);
        if (text.isBlank()) {
            wrong(field, "registry.wrong.missing");
            return Optional.empty();
        }
        var whole = NumberEntry.whole(text);
        if (whole.isEmpty()) {
            wrong(field, "registry.wrong.not_a_number", shown(text));
        }
        return whole;
    }

    /** 1,5 and 1.5 are the same. */
    Optional<BigDecimal> decimal(String field) {
        var text = entries.text(field).replace(',', '.');
        if (!text.matches("-?\\d{1,12}(\\.\\d{1,3})?")) {
            wrong(field, text.isEmpty() ? "registry.wrong.missing" : "registry.wrong.not_a_number", shown(text));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    static String shown(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }
}
