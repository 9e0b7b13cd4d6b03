package org.ansinh.province;

import org.ansinh.timeline.DateRange;

/** From one person to another: {@code person.raises} (parent to child) or {@code person.spouse} (stated both ways). */
public record GeneratedRelation(long from, long to, String kind, DateRange days) {}
