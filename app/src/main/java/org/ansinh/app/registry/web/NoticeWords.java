package org.ansinh.app.registry.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.VillageReportDesk.Kind;
import org.ansinh.app.registry.VillageReportDesk.Notice;
import org.ansinh.app.registry.VillageReportDesk.Report;
import org.springframework.stereotype.Component;

/** Lines of villages in words, each with the form on which it is recorded, filled with what is known. */
@Component
class NoticeWords {

    /** As a source of what is recorded. */
    static final String POPULATION_DATABASE = "population_database";

    private final FormWords words;

    NoticeWords(FormWords words) {
        this.words = words;
    }

    /**
     * A line as the page shows it.
     *
     * @param when the day, or the month where no day was told
     * @param phone told by phone: the paper is still to come
     * @param record where it is recorded; none for whom the register does not know
     */
    public record Line(Notice notice, String when, boolean phone, Optional<String> record) {}

    List<Line> lines(List<Notice> notices, List<Report> reports, String village, Locale locale) {
        return notices.stream()
                .map(it -> {
                    var report = it.reportId()
                            .flatMap(id -> reports.stream()
                                    .filter(known -> known.id() == id)
                                    .findFirst());
                    return new Line(
                            it,
                            when(it, locale),
                            report.filter(known -> known.came().equals("phone")).isPresent(),
                            record(it, report, village, locale));
                })
                .toList();
    }

    String when(Notice it, Locale locale) {
        var writing = new Writing(locale);
        return it.onDay()
                .map(writing::day)
                .orElseGet(() -> words.say("villages.in-month", locale, writing.month(it.inMonth())));
    }

    Optional<String> record(Notice it, Optional<Report> report, String village, Locale locale) {
        var asked = new LinkedHashMap<String, String>();
        var day = it.onDay().map(NoticeWords::written).orElse("");
        switch (it.kind()) {
            case DEATH -> {
                it.personId().ifPresent(id -> asked.put("person", id.toString()));
                asked.put("died_on", day);
            }
            case BIRTH -> {
                it.householdId().ifPresent(id -> asked.put("household", id.toString()));
                it.personId().ifPresent(id -> {
                    asked.put("mother", id.toString());
                    asked.put("father", id.toString());
                });
                asked.put("born", day);
            }
            case MOVE_AWAY -> {
                it.householdId().ifPresent(id -> asked.put("household", id.toString()));
                it.personId().ifPresent(id -> asked.put("who", id.toString()));
                asked.put("moved_on", day);
            }
            case MOVE_IN -> {
                return Optional.of("/tasks");
            }
        }
        if (!asked.containsKey("person") && !asked.containsKey("household")) {
            return Optional.empty();
        }
        asked.put("source", it.isByDatabase() ? POPULATION_DATABASE : it.isByClaim() ? "family" : "village_head");
        report.ifPresent(known -> {
            asked.put("received_on", written(known.cameOn()));
            if (known.came().equals("paper")) {
                asked.put(
                        "document",
                        words.say("villages.document", locale, village, new Writing(locale).month(it.inMonth())));
            }
        });
        return Optional.of("/changes/" + form(it.kind()) + "?" + query(asked));
    }

    private static String form(Kind kind) {
        return switch (kind) {
            case DEATH -> "death";
            case BIRTH -> "birth";
            case MOVE_AWAY, MOVE_IN -> "move-out";
        };
    }

    private static String written(LocalDate day) {
        return new Writing(Locale.of("vi")).day(day);
    }

    private static String query(Map<String, String> asked) {
        return asked.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
