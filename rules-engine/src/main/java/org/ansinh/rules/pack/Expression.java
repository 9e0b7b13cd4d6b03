package org.ansinh.rules.pack;

/** A condition or an amount as the jurist wrote it, and where. */
public record Expression(String text, Place place) {}
