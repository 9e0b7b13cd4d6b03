package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ansinh.timeline.DateRange;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The fields of a mapping. What is missing or wrong becomes a problem and a stand-in, so that reading goes on. */
public final class YamlFields {

    private static final LocalDate STAND_IN_DAY = LocalDate.of(2000, 1, 1);

    private final YamlItem whole;
    private final Map<String, YamlItem> fields;

    private YamlFields(YamlItem whole, Map<String, YamlItem> fields) {
        this.whole = whole;
        this.fields = fields;
    }

    static YamlFields of(YamlItem whole, Optional<List<String>> allowed) {
        var fields = new LinkedHashMap<String, YamlItem>();
        if (whole.node() instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                var keyItem = new YamlItem(tuple.getKeyNode(), whole.file(), whole.problems());
                var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (allowed.isPresent() && !allowed.get().contains(key)) {
                    keyItem.problem("unknown key '%s'%s (expected: %s)"
                            .formatted(key, Spelling.suggestion(key, allowed.get()), String.join(", ", allowed.get())));
                } else if (fields.containsKey(key)) {
                    keyItem.problem("the key '%s' is written twice; keep one".formatted(key));
                } else {
                    fields.put(key, new YamlItem(tuple.getValueNode(), whole.file(), whole.problems()));
                }
            }
        } else {
            whole.problem("expected fields (key: value), found " + whole.kind());
        }
        return new YamlFields(whole, fields);
    }

    public Place place() {
        return whole.place();
    }

    public Problems problems() {
        return whole.problems();
    }

    public Set<String> keys() {
        return fields.keySet();
    }

    public Optional<YamlItem> get(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    public Optional<YamlItem> required(String key) {
        if (!fields.containsKey(key)) {
            whole.problem("'%s' is missing".formatted(key));
        }
        return get(key);
    }

    public String text(String key) {
        return required(key).map(YamlItem::text).orElse("");
    }

    public Optional<String> optionalText(String key) {
        return get(key).map(YamlItem::text);
    }

    public List<YamlItem> list(String key) {
        return required(key).map(YamlItem::list).orElse(List.of());
    }

    public List<YamlItem> optionalList(String key) {
        return get(key).map(YamlItem::list).orElse(List.of());
    }

    public List<String> optionalTexts(String key) {
        return optionalList(key).stream().map(YamlItem::text).toList();
    }

    public LocalDate day(String key) {
        return required(key).map(YamlFields::day).orElse(STAND_IN_DAY);
    }

    public Optional<LocalDate> optionalDay(String key) {
        return get(key).map(YamlFields::day);
    }

    public static LocalDate day(YamlItem item) {
        var text = item.text();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            item.problem("expected a day as YYYY-MM-DD, found '%s'".formatted(text));
            return STAND_IN_DAY;
        }
    }

    /** {@code from} (required) and {@code to} (optional). */
    public DateRange days() {
        return range(day("from"), optionalDay("to"));
    }

    /** {@code from} and {@code to}, both optional. */
    public DateRange optionalDays() {
        return range(optionalDay("from").orElse(DateRange.FIRST_DAY), optionalDay("to"));
    }

    private DateRange range(LocalDate from, Optional<LocalDate> to) {
        if (to.isPresent() && to.get().isBefore(from)) {
            whole.problem("ends on %s before it starts on %s".formatted(to.get(), from));
            return DateRange.startingOn(from);
        }
        return new DateRange(from, to.orElse(DateRange.LAST_DAY));
    }

    public int whole(String key) {
        return required(key).map(YamlFields::whole).orElse(0);
    }

    public static int whole(YamlItem item) {
        var text = item.text();
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            item.problem("expected a whole number, found '%s'".formatted(text));
            return 0;
        }
    }

    public boolean flag(String key) {
        return get(key).map(item -> switch (item.text()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> {
                        item.problem("expected true or false, found " + item.kind());
                        yield false;
                    }
                })
                .orElse(false);
    }

    public Text words(String key) {
        return required(key).map(YamlFields::words).orElse(new Text("", ""));
    }

    public Optional<Text> optionalWords(String key) {
        return get(key).map(YamlFields::words);
    }

    public static Text words(YamlItem item) {
        if (!item.isFields()) {
            item.problem("expected both languages, {vi: …, en: …}, found " + item.kind());
            return new Text("", "");
        }
        var both = item.fields("vi", "en");
        return new Text(both.text("vi"), both.text("en"));
    }

    /** One of the words of an enum, as written: lower case. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return required(key).map(it -> choice(it, type)).orElseGet(() -> type.getEnumConstants()[0]);
    }

    public <E extends Enum<E>> E choice(String key, E otherwise) {
        return get(key).map(it -> choice(it, otherwise.getDeclaringClass())).orElse(otherwise);
    }

    public static <E extends Enum<E>> E choice(YamlItem item, Class<E> type) {
        var text = item.text();
        var words = Stream.of(type.getEnumConstants())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = words.indexOf(text);
        if (at < 0) {
            item.problem("expected one of %s, found '%s'%s"
                    .formatted(String.join(", ", words), text, Spelling.suggestion(text, words)));
            return type.getEnumConstants()[0];
        }
        return type.getEnumConstants()[at];
    }
}
