package org.ansinh.app.casework.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.Writing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answer of the law that a decision froze, in the reader's words. */
@Component
class FrozenWords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the answers of the record are called on a page. */
    private static final Map<String, String> KINDS = Map.of("m", "MET", "n", "NOT_MET", "u", "UNDETERMINED");

    private final Names names;

    FrozenWords(Names names) {
        this.names = names;
    }

    /**
     * What the law answered when the decision was drafted.
     *
     * @param answer met, not met or undetermined; empty where months are told one by one
     * @param floor what is certain whatever is still to be asked
     */
    public record Frozen(
            String month,
            String answer,
            String provisions,
            String missing,
            long amount,
            long floor,
            long ifSigned,
            List<Stretch> owed,
            long knownAt,
            String pack) {}

    /** Months with the same money, and what it rests on. */
    public record Stretch(String months, long amount, String provisions, String missing) {}

    @Nullable
    Frozen of(Decision decision, Locale locale) {
        if (decision.determination().isEmpty()) {
            return null;
        }
        var json = JSON.readTree(decision.determination());
        var programme = decision.programme();
        var stretches = new ArrayList<Stretch>();
        json.path("owed")
                .forEach(it -> stretches.add(new Stretch(
                        months(it, locale),
                        it.path("amount").asLong(),
                        provisions(it, programme, locale),
                        names.facts(text(it, "missing"), locale))));
        var month = text(json, "month");
        return new Frozen(
                month.isEmpty() ? "" : new Writing(locale).month(YearMonth.parse(month.substring(0, 7))),
                KINDS.getOrDefault(text(json, "answer"), ""),
                provisions(json, programme, locale),
                names.facts(text(json, "missing"), locale),
                json.path("amount").asLong(0),
                json.path("floor").asLong(0),
                json.path("if_signed").asLong(0),
                stretches,
                json.path("known_at").asLong(0),
                text(json, "pack"));
    }

    private String provisions(JsonNode json, String programme, Locale locale) {
        return names.provisions(programme, text(json, "provisions"), locale);
    }

    private static String months(JsonNode json, Locale locale) {
        var writing = new Writing(locale);
        var first = writing.month(YearMonth.parse(text(json, "from").substring(0, 7)));
        var last = writing.month(YearMonth.parse(text(json, "to").substring(0, 7)));
        return first.equals(last) ? first : first + " – " + last;
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
