package org.ansinh.app.jobs;

/** One piece of long work that was asked for. */
public record JobId(long number) {}
