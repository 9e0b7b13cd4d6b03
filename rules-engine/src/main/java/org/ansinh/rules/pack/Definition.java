package org.ansinh.rules.pack;

import java.util.Optional;

/** A word of the law that is made of facts, {@code person.is_pupil}: read like a fact, worked out where it is read. */
public record Definition(
        String id,
        SubjectKind subject,
        Text label,
        ValueType type,
        Expression means,
        Optional<Basis> basis,
        Place place) {

    public String shortName() {
        return id.substring(id.indexOf('.') + 1);
    }
}
