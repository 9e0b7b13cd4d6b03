package org.ansinh.rules.pack;

/** How one person may be bound to another: {@code person.raises}, {@code person.spouse}. */
public record RelationDefinition(String id, int index, Text label) {

    public String shortName() {
        return id.substring(id.indexOf('.') + 1);
    }
}
