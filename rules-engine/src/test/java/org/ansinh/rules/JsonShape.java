package org.ansinh.rules;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Checks JSON against a schema, as far as the published schema of a determination goes. JSON is read as the YAML it is. */
final class JsonShape {

    private final Map<?, ?> definitions;
    private final List<String> problems = new ArrayList<>();

    private JsonShape(Map<?, ?> schema) {
        this.definitions = map(schema, "$defs");
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return (Map<?, ?>) requireNonNull(of.get(key));
    }

    static List<String> problems(String schema, String json) {
        var read = (Map<?, ?>) read(schema);
        var shape = new JsonShape(read);
        shape.check(read, read(json), "");
        return shape.problems;
    }

    private static Object read(String json) {
        return new Load(LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .build())
                .loadFromString(json);
    }

    private void check(Map<?, ?> schema, Object value, String at) {
        schema.forEach((key, rule) -> {
            switch (String.valueOf(key)) {
                case "$ref" -> check(map(definitions, ((String) rule).substring("#/$defs/".length())), value, at);
                case "type" -> type((String) rule, value, at);
                case "enum" -> tell(((List<?>) rule).contains(value), at, value + " is not one of " + rule);
                case "pattern" ->
                    tell(String.valueOf(value).matches((String) rule), at, value + " is not like " + rule);
                case "items" -> items((Map<?, ?>) rule, value, at);
                case "properties" -> properties(schema, value, at);
                case "oneOf" -> oneOf((List<?>) rule, value, at);
                case "$schema", "$id", "$defs", "title", "description", "required", "additionalProperties" -> {
                    // Read with the properties, or for people.
                }
                default -> problems.add(at + ": the test does not know the word " + key);
            }
        });
    }

    private void type(String type, Object value, String at) {
        boolean is = switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "boolean" -> value instanceof Boolean;
            default -> false;
        };
        tell(is, at, "expected " + type + ", found " + value);
    }

    private void items(Map<?, ?> of, Object value, String at) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                check(of, list.get(i), at + "/" + i);
            }
        }
    }

    private void properties(Map<?, ?> schema, Object value, String at) {
        if (value instanceof Map<?, ?> map) {
            var known = map(schema, "properties");
            map.forEach((key, one) -> {
                tell(known.containsKey(key), at, "unknown field " + key);
                if (known.get(key) instanceof Map<?, ?> shape) {
                    check(shape, one, at + "/" + key);
                }
            });
            ((List<?>) requireNonNull(schema.get("required")))
                    .forEach(it -> tell(map.containsKey(it), at, "lacks " + it));
        }
    }

    private void oneOf(List<?> shapes, Object value, String at) {
        long fitting = shapes.stream()
                .filter(it -> {
                    var alone = new JsonShape(Map.of("$defs", definitions));
                    alone.check((Map<?, ?>) it, value, at);
                    return alone.problems.isEmpty();
                })
                .count();
        tell(fitting == 1, at, fitting + " of the shapes fit " + value);
    }

    private void tell(boolean holds, String at, String otherwise) {
        if (!holds) {
            problems.add(at + ": " + otherwise);
        }
    }
}
