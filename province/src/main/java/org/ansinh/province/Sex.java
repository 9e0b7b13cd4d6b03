package org.ansinh.province;

/** As registered. */
public enum Sex {
    MALE("male"),
    FEMALE("female");

    private final String id;

    Sex(String id) {
        this.id = id;
    }

    /** The id of the law pack's enumeration. */
    public String id() {
        return id;
    }

    Sex other() {
        return this == MALE ? FEMALE : MALE;
    }
}
