package org.ansinh.rules.pack;

import java.util.Optional;

/**
 * How one person may be bound to another: {@code person.raises}, {@code person.spouse}. The inverse of a relation,
 * {@code person.raised_by}, is never stated by itself: it is the same bond seen from the other end.
 */
public record RelationDefinition(String id, int index, Text label, Optional<String> inverseOf) {

    public String shortName() {
        return id.substring(id.indexOf('.') + 1);
    }
}
