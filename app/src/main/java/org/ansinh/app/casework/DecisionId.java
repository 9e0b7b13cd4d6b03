package org.ansinh.app.casework;

/** One decision, drafted or signed. */
public record DecisionId(long number) {}
