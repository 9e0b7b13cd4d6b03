package org.ansinh.rules.pack;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One entry of the dictionary: what a fact is, what its absence means, and who may see it. */
public record FactDefinition(
        String id,
        int index,
        SubjectKind subject,
        Text label,
        ValueType type,
        Range range,
        boolean many,
        Optional<String> instance,
        WhenAbsent whenAbsent,
        Sensitivity sensitivity,
        List<String> purposes,
        List<String> statedBy,
        Optional<String> retention,
        Optional<String> note,
        Place place) {

    /** The smallest and the largest value it may take, as carried. */
    public record Range(long min, long max) {}

    /** What it means that nothing is recorded: a value, or that somebody must be asked. */
    public record WhenAbsent(OptionalLong value, Optional<Text> says) {
        public boolean asks() {
            return value.isEmpty();
        }
    }

    /** Who may see a value: everybody at work on the file, few, or nobody without a purpose. */
    public enum Sensitivity {
        ORDINARY,
        SENSITIVE,
        HIDDEN
    }

    /** The name without its subject: {@code disability} of {@code person.disability}. */
    public String shortName() {
        return id.substring(id.indexOf('.') + 1);
    }
}
