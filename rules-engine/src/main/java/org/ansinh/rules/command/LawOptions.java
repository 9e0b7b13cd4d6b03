package org.ansinh.rules.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.pack.Spelling;
import org.ansinh.timeline.DateRange;

/** The words of a command after its name, understood or told why not. */
final class LawOptions {

    private final Map<String, List<String>> values = new HashMap<>();
    private final List<String> others = new ArrayList<>();

    private LawOptions() {}

    /** What was not understood, with what to write instead. */
    static final class NotUnderstood extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotUnderstood(String message) {
            super(message);
        }
    }

    /** {@code flags} stand alone, {@code named} take what follows up to the next option. */
    static LawOptions of(List<String> words, List<String> flags, List<String> named) {
        var options = new LawOptions();
        var into = options.others;
        for (var word : words) {
            if (!word.startsWith("--")) {
                into.add(word);
            } else if (flags.contains(word)) {
                options.values.put(word, List.of());
                into = options.others;
            } else if (named.contains(word)) {
                into = options.values.computeIfAbsent(word, it -> new ArrayList<>());
            } else {
                var known = new ArrayList<>(named);
                known.addAll(flags);
                throw new NotUnderstood("no option is called '%s'%s".formatted(word, Spelling.suggestion(word, known)));
            }
        }
        return options;
    }

    boolean has(String flag) {
        return values.containsKey(flag);
    }

    List<Path> others() {
        return others.stream().map(Path::of).toList();
    }

    List<Path> files(String name) {
        var files = values.getOrDefault(name, List.of());
        if (files.isEmpty()) {
            throw new NotUnderstood("'%s' is missing; it takes one file or more".formatted(name));
        }
        return files.stream().map(Path::of).toList();
    }

    /** What follows an option that may be left out. */
    List<String> words(String name) {
        return values.getOrDefault(name, List.of());
    }

    private Optional<String> one(String name) {
        var written = values.get(name);
        if (written != null && written.size() != 1) {
            throw new NotUnderstood("'%s' takes one month or day, found %s".formatted(name, written));
        }
        return Optional.ofNullable(written).map(List::getFirst);
    }

    private String required(String name) {
        return one(name)
                .orElseThrow(() -> new NotUnderstood(
                        "'%s' is missing; write a month such as 2026-01, both ends included".formatted(name)));
    }

    /** The days from {@code --from} to {@code --to}, which are months (or days) and both included. */
    DateRange days() {
        var from = day("--from", required("--from"), false);
        var to = day("--to", required("--to"), true);
        if (to.isBefore(from)) {
            throw new NotUnderstood(
                    "'--to' (%s) is before '--from' (%s)".formatted(required("--to"), required("--from")));
        }
        return new DateRange(from, to);
    }

    /** The same as whole months. */
    List<YearMonth> months() {
        var days = days();
        var months = new ArrayList<YearMonth>();
        for (var month = YearMonth.from(days.from()); !month.isAfter(YearMonth.from(days.to())); ) {
            months.add(month);
            month = month.plusMonths(1);
        }
        return months;
    }

    Optional<LocalDate> knownAt() {
        return one("--known-at").map(it -> day("--known-at", it, true));
    }

    private static LocalDate day(String name, String written, boolean last) {
        try {
            if (written.length() == 7) {
                var month = YearMonth.parse(written);
                return last ? month.atEndOfMonth() : month.atDay(1);
            }
            return LocalDate.parse(written);
        } catch (DateTimeParseException notADay) {
            throw new NotUnderstood(
                    "'%s' expects a month as 2026-01 or a day as 2026-01-31, found '%s'".formatted(name, written));
        }
    }
}
