package org.ansinh.app.exchange;

/** A file that somebody brought. */
public record FileId(long number) {}
