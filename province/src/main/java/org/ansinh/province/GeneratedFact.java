package org.ansinh.province;

import org.ansinh.timeline.DateRange;

/** One thing that held in the world for these days. The id is the law pack's, such as {@code person.disability}. */
public record GeneratedFact(String fact, DateRange days, FactValue value) {}
