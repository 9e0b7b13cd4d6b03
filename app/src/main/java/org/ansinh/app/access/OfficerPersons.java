package org.ansinh.app.access;

import java.util.Optional;

/** Ties an officer to the person they are. The room that knows people answers; whoever administers accounts never learns who it is. */
public interface OfficerPersons {

    /** By the number of their own identity card; refused unless it is that of one living person called as the officer is. */
    Optional<BrokenRule> tie(OfficerId officer, String personalNumber);

    Optional<BrokenRule> untie(OfficerId officer);
}
