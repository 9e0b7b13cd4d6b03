package org.ansinh.rules.facts;

import org.ansinh.rules.pack.RelationDefinition;

/** A sort of bond between two subjects. */
public record Link(int slot) {

    /** From a person to the household it lives in. */
    public static final Link RESIDENCE = new Link(0);

    /** From a household to those who live in it. */
    public static final Link MEMBERS = new Link(1);

    /** From a household to the village it stands in. */
    public static final Link VILLAGE = new Link(2);

    /** The most persons that one household or one person may be bound to at all; the proof of no overflow rests on it. */
    public static final int MOST = 10_000;

    static final int FIXED = 3;

    /** How many sorts there are with so many relations. */
    public static int countWith(int relations) {
        return FIXED + relations;
    }

    /** From a person to another one. */
    public static Link of(RelationDefinition relation) {
        return new Link(FIXED + relation.index());
    }
}
