package org.ansinh.app.determination;

import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;

/** A fact as it would be: it wins over what is known for its days. The value is in the words of the dictionary ({@code severe}, {@code 500000}, {@code true}). */
public record AssumedFact(SubjectId subject, String fact, DateRange days, String value) {}
