package org.ansinh.rules.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Reads {@code calendars.yaml}: years that the law counts in its own way. */
final class CalendarReader {

    private static final int MONTHS = 12;

    private final LawReading reading;

    CalendarReader(LawReading reading) {
        this.reading = reading;
    }

    void read(YamlItem root, Map<String, Calendar> into) {
        for (var item : root.oneOrMany()) {
            var fields = item.fields("id", "label", "starts", "terms", "basis", "certainty", "note");
            var terms = new ArrayList<Calendar.Term>();
            var seen = new HashSet<Integer>();
            for (var term : fields.list("terms")) {
                var row = term.fields("id", "months");
                terms.add(new Calendar.Term(row.text("id"), months(row, seen)));
            }
            var starts = month(fields.required("starts").orElse(item));
            var calendar = new Calendar(
                    fields.text("id"),
                    fields.words("label"),
                    starts,
                    List.copyOf(terms),
                    reading.basis(fields),
                    reading.certainty(fields));
            if (into.putIfAbsent(calendar.id(), calendar) != null) {
                item.problem("the calendar %s is already defined".formatted(calendar.id()));
            }
        }
    }

    private static List<Integer> months(YamlFields row, HashSet<Integer> seen) {
        var months = new ArrayList<Integer>();
        for (var item : row.list("months")) {
            int month = month(item);
            months.add(month);
            if (!seen.add(month)) {
                item.problem("month %d belongs to another term already".formatted(month));
            }
        }
        return List.copyOf(months);
    }

    private static int month(YamlItem item) {
        int month = YamlFields.whole(item);
        if (month < 1 || month > MONTHS) {
            item.problem("expected a month, 1 to 12, found %d".formatted(month));
            return 1;
        }
        return month;
    }
}
