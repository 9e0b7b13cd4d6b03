package org.ansinh.rules.pack;

import java.util.List;

/** A closed list of values, in the order of the file; a value is carried as its place in the list. */
public record Enumeration(String id, List<Value> values) {

    /** One value of the list. */
    public record Value(String id, Text label) {}

    /** The place of a value, or -1 if the list does not have it. */
    public int ordinalOf(String value) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).id().equals(value)) {
                return i;
            }
        }
        return -1;
    }
}
