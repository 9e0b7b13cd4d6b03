package org.ansinh.app.registry.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.VillageReportDesk;
import org.ansinh.app.registry.VillageReportDesk.Kind;
import org.ansinh.app.registry.VillageReportDesk.NewLine;
import org.ansinh.app.registry.VillageReportDesk.NewReport;
import org.ansinh.app.registry.VillageReportDesk.Villager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the list of a village as it is typed: each line for itself, so that one that cannot be taken down holds up none of the others. */
@Component
class VillageReportForm {

    private static final int ROWS = 6;
    private static final int MOST_ROWS = 60;
    private static final int MOST_WORDS = 200;

    /** Nobody of the village's register is meant, or nobody could be found. */
    private static final String NOBODY = "none";

    private static final Pattern DAY_OF_MONTH = Pattern.compile("(\\d{1,2})(?:\\s*[/.\\-]\\s*(\\d{1,2}))?");

    private final VillageReportDesk desk;
    private final FormWords words;
    private final Clock clock;

    VillageReportForm(VillageReportDesk desk, FormWords words, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    /** One line as it stands in the form; {@code people} is who may be meant, from number to words. */
    public record Row(
            int n,
            String kind,
            String name,
            String person,
            String day,
            String note,
            Map<String, String> people,
            @Nullable String error) {
        boolean isBlank() {
            return (kind + name + day + note).isBlank();
        }

        Row with(int number, String chosen, Map<String, String> options, @Nullable String wrong) {
            return new Row(number, kind, name, chosen, day, note, options, wrong);
        }
    }

    /** The form as the page draws it. */
    public record Sheet(
            String came,
            String toldBy,
            String cameOn,
            boolean nothing,
            String addTo,
            String onceKey,
            List<Row> rows,
            List<FormPage.Said> errors) {
        public @Nullable String error(String field) {
            return errors.stream()
                    .filter(it -> it.field().equals(field))
                    .map(FormPage.Said::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What was read: the list, the lines that can be taken down, and the form with those that cannot. */
    record Read(Optional<NewReport> report, List<NewLine> good, Sheet sheet) {
        boolean isWhole() {
            return sheet.rows().stream().allMatch(Row::isBlank);
        }
    }

    Sheet blank() {
        return new Sheet(
                "",
                "",
                new Writing(Locale.of("vi")).day(LocalDate.now(clock)),
                false,
                "",
                key(),
                rows(List.of()),
                List.of());
    }

    Read read(Entries typed, int village, YearMonth month, boolean recording, Locale locale) {
        var errors = new ArrayList<FormPage.Said>();
        var good = new ArrayList<NewLine>();
        var bad = new ArrayList<Row>();
        for (int n = 1; n <= MOST_ROWS; n++) {
            var row = row(typed, n);
            if (!row.isBlank()) {
                read(row, village, month, recording, locale, good, bad);
            }
        }
        var nothing = typed.has("nothing");
        var report = report(typed, village, month, nothing, errors, locale);
        if (nothing == !(good.isEmpty() && bad.isEmpty())) {
            errors.add(said("nothing", nothing ? "villages.wrong.both" : "villages.wrong.empty", locale));
        }
        bad.stream()
                .filter(it -> it.error() != null)
                .forEach(it -> errors.add(new FormPage.Said("name" + it.n(), it.error())));
        var sheet = new Sheet(
                typed.text("came"),
                typed.text("toldBy"),
                typed.text("cameOn"),
                nothing,
                typed.text("addTo"),
                typed.has("onceKey") ? typed.text("onceKey") : key(),
                rows(bad),
                errors);
        return new Read(report, good, sheet);
    }

    /** The form again with the lines that were not taken down, to be sent under a key of its own into the same list. */
    Sheet rest(Read read, int report) {
        var it = read.sheet();
        return new Sheet(
                it.came(), it.toldBy(), it.cameOn(), false, Integer.toString(report), key(), it.rows(), it.errors());
    }

    private Optional<NewReport> report(
            Entries typed, int village, YearMonth month, boolean nothing, List<FormPage.Said> errors, Locale locale) {
        var came = typed.text("came");
        if (!List.of("paper", "phone").contains(came)) {
            errors.add(said("came", "villages.wrong.came", locale));
        }
        var by = typed.text("toldBy");
        if (by.isEmpty() || by.length() > MOST_WORDS) {
            errors.add(said("toldBy", "villages.wrong.told-by", locale));
        }
        var on = DayEntry.read(typed.text("cameOn")).filter(it -> !it.isAfter(LocalDate.now(clock)));
        if (on.isEmpty()) {
            errors.add(said("cameOn", "villages.wrong.came-on", locale));
        }
        return errors.isEmpty()
                ? on.map(day -> new NewReport(
                        village,
                        month,
                        came,
                        by,
                        day,
                        nothing,
                        Optional.of(typed.text("addTo"))
                                .filter(it -> it.matches("\\d{1,9}"))
                                .map(Integer::valueOf)))
                : Optional.empty();
    }

    private static Row row(Entries typed, int n) {
        return new Row(
                n,
                typed.text("kind" + n),
                typed.text("name" + n),
                typed.text("person" + n),
                typed.text("day" + n),
                typed.text("note" + n),
                Map.of(),
                null);
    }

    private void read(
            Row row,
            int village,
            YearMonth month,
            boolean recording,
            Locale locale,
            List<NewLine> good,
            List<Row> bad) {
        var kind = kind(row.kind());
        var day = day(row.day(), month);
        var called =
                row.name().isEmpty() || kind.filter(it -> it == Kind.MOVE_IN).isPresent()
                        ? List.<Villager>of()
                        : desk.called(village, row.name());
        var people = people(called, kind, locale);
        var chosen = chosen(row, called, people);
        var wrong = wrong(row, kind, day, called, chosen, locale);
        if (wrong == null && recording) {
            good.add(new NewLine(
                    kind.orElseThrow(),
                    Optional.of(chosen).filter(it -> it.matches("\\d+")).map(Integer::valueOf),
                    row.name(),
                    day,
                    row.note()));
        } else {
            bad.add(row.with(bad.size() + 1, chosen, people, wrong));
        }
    }

    private static Optional<Kind> kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** A day as a village tells it: 18, 18/10, 18/10/2026; nothing where only the month was told. */
    private static Optional<LocalDate> day(String typed, YearMonth month) {
        var brief = DAY_OF_MONTH.matcher(typed);
        if (!brief.matches()) {
            return DayEntry.read(typed);
        }
        try {
            return Optional.of(LocalDate.of(
                    month.getYear(),
                    brief.group(2) == null ? month.getMonthValue() : Integer.parseInt(brief.group(2)),
                    Integer.parseInt(brief.group(1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private Map<String, String> people(List<Villager> called, Optional<Kind> kind, Locale locale) {
        var options = new LinkedHashMap<String, String>();
        if (kind.filter(it -> it == Kind.MOVE_IN).isEmpty()) {
            called.forEach(it -> options.put(
                    Integer.toString(it.personId()),
                    words.say(
                            it.diedOn().isPresent() ? "villages.villager.dead" : "villages.villager",
                            locale,
                            it.name(),
                            new Writing(locale).born(it.born(), it.bornPrecision()),
                            it.head().isEmpty() ? "–" : it.head())));
            options.put(NOBODY, words.say("villages.villager.none", locale));
        }
        return options;
    }

    /** Whoever alone has that whole name is meant unless somebody says otherwise. */
    private static String chosen(Row row, List<Villager> called, Map<String, String> people) {
        if (people.containsKey(row.person())) {
            return row.person();
        }
        return called.size() == 1 && called.getFirst().whole()
                ? Integer.toString(called.getFirst().personId())
                : "";
    }

    private @Nullable String wrong(
            Row row,
            Optional<Kind> kind,
            Optional<LocalDate> day,
            List<Villager> called,
            String chosen,
            Locale locale) {
        if (kind.isEmpty()) {
            return words.say("villages.wrong.kind", locale);
        }
        if (row.name().isEmpty() || !isWords(row.name()) || !isWords(row.note())) {
            return words.say("villages.wrong.name", locale);
        }
        if (day.isEmpty() && !row.day().isEmpty()) {
            return words.say("villages.wrong.day", locale, FormReader.shown(row.day()));
        }
        if (day.filter(it -> it.isAfter(LocalDate.now(clock))).isPresent()) {
            return words.say("villages.wrong.day-to-come", locale, new Writing(locale).day(day.get()));
        }
        if (!chosen.isEmpty() || kind.get() == Kind.MOVE_IN) {
            return null;
        }
        return called.isEmpty()
                ? words.say("villages.wrong.nobody", locale, row.name())
                : words.say("villages.wrong.which", locale, called.size(), row.name());
    }

    /** Signs that no text of the database can hold come by a slip of a program; the line is told like one that is too long. */
    private static boolean isWords(String text) {
        return text.length() <= MOST_WORDS
                && text.codePoints()
                        .noneMatch(it -> Character.isISOControl(it) || Character.getType(it) == Character.SURROGATE);
    }

    private List<Row> rows(List<Row> filled) {
        var rows = new ArrayList<>(filled);
        IntStream.rangeClosed(filled.size() + 1, Math.max(ROWS, filled.size() + 2))
                .forEach(n -> rows.add(new Row(n, "", "", "", "", "", Map.of(), null)));
        return rows;
    }

    private FormPage.Said said(String field, String key, Locale locale) {
        return new FormPage.Said(field, words.say(key, locale));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
