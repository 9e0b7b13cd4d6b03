package org.ansinh.app.registry;

import java.util.Locale;
import java.util.Optional;

/** A part of a person's or household's page that a room above brings: what the law gives them, their decisions. */
public interface FilePart {

    /** Smaller comes first. */
    int order();

    /** The template whose fragment {@code part(content)} shows it. */
    String template();

    /** Nothing where the part has nothing to say of this subject. */
    Optional<Object> ofPerson(int personId, Locale locale);

    Optional<Object> ofHousehold(int householdId, Locale locale);
}
