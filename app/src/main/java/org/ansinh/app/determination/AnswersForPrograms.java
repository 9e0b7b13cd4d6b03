package org.ansinh.app.determination;

import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.timeline.DateRange;

/** The same answers as JSON (docs/guide/reasons.md), for whoever acts and sees the person; each is one audited read. */
public interface AnswersForPrograms {

    /** Empty when whoever acts does not see the person. */
    Optional<String> ofPerson(int person, DateRange days, OptionalLong knownAt);
}
