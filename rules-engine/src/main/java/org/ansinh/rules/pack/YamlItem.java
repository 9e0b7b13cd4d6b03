package org.ansinh.rules.pack;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One thing written in a file: a text, a list or fields. Asking for what it is not is a problem, never an exception. */
public record YamlItem(Node node, String file, Problems problems) {

    public Place place() {
        return YamlFile.placeOf(file, node);
    }

    /** Where the characters of a text begin: after the quote or on the line after the bar. */
    public Place textPlace() {
        var place = place();
        if (node instanceof ScalarNode scalar) {
            return switch (scalar.getScalarStyle()) {
                case PLAIN -> place;
                case SINGLE_QUOTED, DOUBLE_QUOTED -> new Place(file, place.line(), place.column() + 1);
                default -> new Place(file, place.line() + 1, 1);
            };
        }
        return place;
    }

    public void problem(String message) {
        problems.add(place(), message);
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isFields() {
        return node instanceof MappingNode;
    }

    public String text() {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getValue().isBlank() && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
                problem("nothing is written here");
            }
            return scalar.getValue();
        }
        problem("expected a text, found " + kind());
        return "";
    }

    public List<YamlItem> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(it -> new YamlItem(it, file, problems))
                    .toList();
        }
        problem("expected a list, found " + kind());
        return List.of();
    }

    /** A list, or the one thing itself: files that hold one or several. */
    public List<YamlItem> oneOrMany() {
        return isList() ? list() : List.of(this);
    }

    /** The fields of a mapping of which every key must be among those allowed. */
    public YamlFields fields(String... allowed) {
        return YamlFields.of(this, Optional.of(List.of(allowed)));
    }

    /** The fields of a mapping whose keys are names the writer chose. */
    public YamlFields named() {
        return YamlFields.of(this, Optional.empty());
    }

    String kind() {
        return switch (node) {
            case ScalarNode scalar -> "the text '%s'".formatted(scalar.getValue());
            case SequenceNode ignored -> "a list";
            case MappingNode ignored -> "fields";
            default -> "something else";
        };
    }
}
