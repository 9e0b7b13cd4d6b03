package org.ansinh.province;

import java.time.LocalDate;

/** What happened to somebody, and when the office came to know it. */
public sealed interface LifeEvent {

    LocalDate on();

    LocalDate knownOn();

    record Died(LocalDate on, LocalDate knownOn) implements LifeEvent {}

    /** Came from outside the province, or from the commune of the membership before. */
    record MovedIn(LocalDate on, LocalDate knownOn, String from) implements LifeEvent {}

    /** Left the province. */
    record MovedAway(LocalDate on, LocalDate knownOn, String to) implements LifeEvent {}
}
