package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ansinh.rules.pack.CanIgnoreReturnValue;

/** Writes JSON in one canonical way: fields in a fixed order, no white space, so that equal things give equal bytes. */
final class Json {

    private final List<String> fields = new ArrayList<>();

    static Json object() {
        return new Json();
    }

    @CanIgnoreReturnValue
    Json text(String name, String value) {
        return raw(name, quoted(value));
    }

    @CanIgnoreReturnValue
    Json number(String name, long value) {
        return raw(name, Long.toString(value));
    }

    @CanIgnoreReturnValue
    Json flag(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    @CanIgnoreReturnValue
    Json texts(String name, List<String> values) {
        return raw(name, array(values.stream().map(Json::quoted).toList()));
    }

    @CanIgnoreReturnValue
    Json raw(String name, String json) {
        fields.add(quoted(name) + ":" + json);
        return this;
    }

    static String array(List<String> items) {
        return "[" + String.join(",", items) + "]";
    }

    static String quoted(String text) {
        return text.chars()
                .mapToObj(it -> switch (it) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default -> it < ' ' ? "\\u%04x".formatted(it) : String.valueOf((char) it);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }

    @Override
    public String toString() {
        return "{" + String.join(",", fields) + "}";
    }
}
