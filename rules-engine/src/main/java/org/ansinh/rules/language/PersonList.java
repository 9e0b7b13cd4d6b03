package org.ansinh.rules.language;

import org.ansinh.rules.facts.Link;

/** A list of persons on a day. The dead and the unborn are in none. */
public sealed interface PersonList {

    /** Those who live in the household asked about (variable 0), or in that of a person a list runs over. */
    record Members(int variable) implements PersonList {}

    /** Those a person is bound to. */
    record Related(Link link, int variable) implements PersonList {}
}
