package org.ansinh.app.jobs;

import java.time.LocalDate;

/**
 * Something that follows from the turn of a day: done soon after midnight, and at a start before anybody signs in. Runs as the worker in transactions of its own;
 * finds out itself whether the day has moved, so that days on which the house was closed are made up for and twice is once.
 */
public interface DailyWork {
    void turnTo(LocalDate today);
}
