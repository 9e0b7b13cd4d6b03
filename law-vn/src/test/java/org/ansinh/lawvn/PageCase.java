package org.ansinh.lawvn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.Programme;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** A case worked by hand, told from its facts, so that each language has it without being translated. */
record PageCase(int number, Map<?, ?> written) {

    static List<PageCase> of(Path programme) {
        try {
            var text = Files.readString(programme.resolve("cases.yaml"));
            var settings =
                    LoadSettings.builder().setSchema(new FailsafeSchema()).build();
            var cases = new ArrayList<PageCase>();
            for (var it : (List<?>) new Load(settings).loadFromString(text)) {
                cases.add(new PageCase(cases.size() + 1, (Map<?, ?>) it));
            }
            return List.copyOf(cases);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    List<String> tell(PageWords words, Programme programme) {
        var lines = new ArrayList<String>();
        lines.add("### " + words.say("Trường hợp " + number, number + ". " + written.get("case")));
        lines.add("");
        fields("villages")
                .forEach((id, village) -> lines.add("- %s %s: %s"
                        .formatted(words.say("Thôn", "Village"), id, facts(words, "village", (Map<?, ?>) village))));
        fields("households").forEach((id, household) -> lines.add("- " + household(words, id, (Map<?, ?>) household)));
        fields("people").forEach((id, person) -> lines.add("- " + person(words, id, (Map<?, ?>) person)));
        var asked = words.pack()
                .programme(String.valueOf(fields("ask").get("programme")))
                .orElseThrow();
        if (!asked.id().equals(programme.id())) {
            lines.add("- " + words.say("Hỏi về: ", "Asked about: ")
                    + asked.label().in(words.language()));
        }
        var expected = fields("expect");
        list(expected.get("standing")).forEach(it -> lines.add("- → " + standing(words, (Map<?, ?>) it, asked)));
        if (expected.get("owed") instanceof Map<?, ?> owed) {
            var amounts = new StringJoiner("; ");
            owed.forEach((period, amount) -> amounts.add(period + ": " + amount(words, amount)));
            lines.add("- → %s: %s".formatted(words.say("Phải trả", "Owed"), amounts));
        }
        if (words.language() == org.ansinh.rules.pack.Language.EN) {
            lines.add("- " + written.get("why"));
        }
        return lines;
    }

    private static String amount(PageWords words, Object amount) {
        return amount instanceof String number && number.matches("\\d+")
                ? words.money(Long.parseLong(number))
                : String.valueOf(amount);
    }

    private static String standing(PageWords words, Map<?, ?> standing, Programme programme) {
        var answer = switch (String.valueOf(standing.get("answer"))) {
            case "met" -> words.say("đủ điều kiện", "met");
            case "not_met" -> words.say("không đủ điều kiện", "not met");
            default -> words.say("chưa xác định được", "undetermined");
        };
        var said = new StringBuilder("%s – %s: %s".formatted(standing.get("from"), standing.get("to"), answer));
        Optional.ofNullable(standing.get("amount"))
                .ifPresent(it -> said.append(", ").append(amount(words, it)));
        Optional.ofNullable(standing.get("floor"))
                .ifPresent(it ->
                        said.append(words.say(", ít nhất ", ", at least ")).append(amount(words, it)));
        list(standing.get("provisions"))
                .forEach(id -> programme.provisions().stream()
                        .filter(it -> it.id().equals(id))
                        .forEach(it -> said.append("; ").append(it.says().in(words.language()))));
        list(standing.get("reasons")).stream()
                .map(code -> programme.reasons().get(String.valueOf(code)))
                .filter(java.util.Objects::nonNull)
                .forEach(it ->
                        said.append("; ").append(it.text().in(words.language()).replaceAll("\\.$", "")));
        list(standing.get("missing"))
                .forEach(id -> said.append("; ")
                        .append(words.say("còn thiếu: ", "to be asked: "))
                        .append(fact(words, String.valueOf(id))
                                .map(it -> it.label().in(words.language()))
                                .orElse(String.valueOf(id))));
        return said.toString();
    }

    private static String household(PageWords words, Object id, Map<?, ?> household) {
        var said = new StringJoiner("; ", words.say("Hộ ", "Household ") + id + ": ", "");
        said.add(words.say("thành viên ", "members ") + household.get("members"));
        Optional.ofNullable(household.get("village")).ifPresent(it -> said.add(words.say("thôn ", "village ") + it));
        if (household.get("facts") instanceof Map<?, ?> facts) {
            said.add(facts(words, "household", facts));
        }
        decisions(words, household, said);
        return said.toString();
    }

    private static String person(PageWords words, Object id, Map<?, ?> person) {
        var said = new StringJoiner("; ", id + ": ", "");
        Optional.ofNullable(person.get("born")).ifPresent(it -> said.add(words.say("sinh ", "born ") + it));
        if (person.get("facts") instanceof Map<?, ?> facts) {
            said.add(facts(words, "person", facts));
        }
        words.pack()
                .dictionary()
                .relations()
                .forEach(relation -> Optional.ofNullable(
                                person.get(relation.id().substring(relation.id().indexOf('.') + 1)))
                        .ifPresent(it -> said.add(relation.label().in(words.language()) + ": " + it)));
        decisions(words, person, said);
        return said.toString();
    }

    private static void decisions(PageWords words, Map<?, ?> subject, StringJoiner said) {
        if (subject.get("decisions") instanceof Map<?, ?> decisions) {
            decisions.forEach((programme, days) -> said.add("%s “%s”: %s"
                    .formatted(
                            words.say("quyết định", "decision on"),
                            words.pack()
                                    .programme(String.valueOf(programme))
                                    .orElseThrow()
                                    .label()
                                    .in(words.language()),
                            days instanceof List<?> several ? spans(several) : days)));
        }
    }

    private static String spans(List<?> several) {
        var said = new StringJoiner(", ");
        several.forEach(it ->
                said.add(it instanceof Map<?, ?> one ? one.toString().replaceAll("[{}]", "") : it.toString()));
        return said.toString();
    }

    private static String facts(PageWords words, String subject, Map<?, ?> facts) {
        var said = new StringJoiner("; ");
        facts.forEach((name, value) -> {
            var definition = fact(words, subject + "." + name);
            var label = definition.map(it -> it.label().in(words.language())).orElse(String.valueOf(name));
            said.add(label + ": " + value(words, definition, value));
        });
        return said.toString();
    }

    private static Optional<FactDefinition> fact(PageWords words, String id) {
        return words.pack().dictionary().fact(id);
    }

    private static String value(PageWords words, Optional<FactDefinition> definition, @Nullable Object value) {
        if (value instanceof List<?> several) {
            var said = new StringJoiner(", ");
            for (var it : several) {
                var one = it instanceof Map<?, ?> map ? map : Map.of("value", it);
                var days = (one.get("from") == null ? "" : one.get("from") + "…")
                        + (one.get("to") == null ? "" : (one.get("from") == null ? "…" : "") + one.get("to"));
                said.add(value(words, definition, one.get("value")) + (days.isEmpty() ? "" : " (" + days + ")"));
            }
            return said.toString();
        }
        var written = String.valueOf(value);
        return switch (written) {
            case "true" -> words.say("có", "yes");
            case "false" -> words.say("không", "no");
            default ->
                definition
                        .flatMap(it -> it.type().enumeration())
                        .flatMap(it -> words.pack().dictionary().enumeration(it).values().stream()
                                .filter(one -> one.id().equals(written))
                                .findFirst())
                        .map(it -> it.label().in(words.language()))
                        .orElseGet(() -> definition
                                .filter(it -> it.type().kind() == org.ansinh.rules.pack.ValueType.Kind.DONG)
                                .map(it -> amount(words, written))
                                .orElse(written));
        };
    }

    private Map<?, ?> fields(String key) {
        return written.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object it) {
        return it instanceof List<?> several ? several : List.of();
    }
}
