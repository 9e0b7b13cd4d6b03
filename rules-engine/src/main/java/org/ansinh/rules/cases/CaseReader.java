package org.ansinh.rules.cases;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.Spelling;
import org.ansinh.rules.pack.YamlFields;
import org.ansinh.rules.pack.YamlFile;
import org.ansinh.rules.pack.YamlItem;
import org.ansinh.timeline.DateRange;

/** Reads {@code cases.yaml}. */
final class CaseReader {

    private final LawPack pack;
    private final Problems problems;

    CaseReader(LawPack pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
    }

    List<LawCase> read(String file, String text) {
        var cases = new ArrayList<LawCase>();
        YamlFile.read(file, text, problems).ifPresent(root -> root.list().forEach(it -> one(it).ifPresent(cases::add)));
        return cases;
    }

    private Optional<LawCase> one(YamlItem item) {
        var fields = item.fields("case", "villages", "households", "people", "ask", "expect", "why", "source", "note");
        var read = FactFile.read(pack, FactFile.Reading.PLAIN, fields);
        var ask = fields.required("ask").map(it -> it.fields("person", "household", "programme", "from", "to"));
        var expect = fields.required("expect").map(it -> it.fields("standing", "owed"));
        if (fields.text("why").isBlank() || read.isEmpty() || ask.isEmpty() || expect.isEmpty()) {
            return Optional.empty();
        }
        var who = ask.get().get("household").or(() -> ask.get().required("person"));
        var subject = who.flatMap(it -> subject(it, read.get().names()));
        var programme = ask.get().text("programme");
        if (pack.programme(programme).isEmpty()) {
            ask.get()
                    .get("programme")
                    .ifPresent(it -> it.problem("no programme is called '%s'%s"
                            .formatted(
                                    programme,
                                    Spelling.suggestion(
                                            programme, pack.programmes().keySet()))));
            return Optional.empty();
        }
        var days = days(ask.get());
        return subject.map(it -> new LawCase(
                fields.text("case"),
                item.place(),
                read.get().book(),
                it,
                programme,
                days,
                expect.get().optionalList("standing").stream()
                        .map(this::standing)
                        .toList(),
                owed(expect.get())));
    }

    private static Optional<SubjectId> subject(YamlItem item, Map<String, SubjectId> names) {
        var found = Optional.ofNullable(names.get(item.text()));
        if (found.isEmpty()) {
            item.problem("nobody in this case is called '%s'%s"
                    .formatted(item.text(), Spelling.suggestion(item.text(), names.keySet())));
        }
        return found;
    }

    /** Months ({@code 2025-08}) or days. */
    static DateRange days(YamlFields fields) {
        var from = fields.required("from").map(it -> day(it, false));
        var to = fields.required("to").map(it -> day(it, true));
        var first = from.orElse(java.time.LocalDate.of(2025, 1, 1));
        var last = to.orElse(first);
        if (last.isBefore(first)) {
            fields.get("to").ifPresent(it -> it.problem("ends before it starts"));
            return new DateRange(first, first);
        }
        return new DateRange(first, last);
    }

    private static java.time.LocalDate day(YamlItem item, boolean last) {
        var text = item.text();
        try {
            if (text.matches("\\d{4}-\\d{2}")) {
                var month = YearMonth.parse(text);
                return last ? month.atEndOfMonth() : month.atDay(1);
            }
        } catch (DateTimeParseException notAMonth) {
            item.problem("expected a month as YYYY-MM or a day as YYYY-MM-DD, found '%s'".formatted(text));
        }
        return YamlFields.day(item);
    }

    private LawCase.ExpectedStanding standing(YamlItem item) {
        var fields = item.fields(
                "from", "to", "answer", "amount", "floor", "provisions", "reasons", "missing", "shows", "note");
        return new LawCase.ExpectedStanding(
                item.place(),
                days(fields),
                fields.choice("answer", Answer.class),
                number(fields, "amount"),
                number(fields, "floor"),
                texts(fields, "provisions"),
                texts(fields, "reasons"),
                texts(fields, "missing"),
                shows(fields));
    }

    private static Map<String, String> shows(YamlFields fields) {
        var shows = new LinkedHashMap<String, String>();
        fields.get("shows")
                .map(YamlItem::named)
                .ifPresent(rows -> rows.keys().forEach(it -> shows.put(it, rows.text(it))));
        return shows;
    }

    private static Optional<List<String>> texts(YamlFields fields, String key) {
        return fields.get(key).map(it -> it.list().stream().map(YamlItem::text).toList());
    }

    private static OptionalLong number(YamlFields fields, String key) {
        return fields.get(key).map(it -> OptionalLong.of(amount(it))).orElse(OptionalLong.empty());
    }

    private static long amount(YamlItem item) {
        try {
            return Long.parseLong(item.text());
        } catch (NumberFormatException notANumber) {
            item.problem("expected a whole amount in đồng, found '%s'".formatted(item.text()));
            return 0;
        }
    }

    private static Map<String, LawCase.ExpectedOwed> owed(YamlFields expect) {
        var owed = new LinkedHashMap<String, LawCase.ExpectedOwed>();
        expect.get("owed").map(YamlItem::named).ifPresent(rows -> {
            for (var period : rows.keys()) {
                var item = rows.get(period).orElseThrow();
                if (!period.matches("\\d{4}(-(\\d{2}|Q[1-4]|\\d{2}-\\d{2}|\\d{4}|\\d{4}-\\w+))?")) {
                    item.problem(
                            "expected a month (2025-08), a quarter (2025-Q3), a year (2025, 2025-2026), a term (2025-2026-I) or the day of an event (2024-09-12), found '%s'"
                                    .formatted(period));
                }
                owed.put(period, new LawCase.ExpectedOwed(item.place(), amount(item)));
            }
        });
        return owed;
    }
}
