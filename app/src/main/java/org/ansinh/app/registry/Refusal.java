package org.ansinh.app.registry;

/**
 * Why a row was not taken: which row, which column, what it said, the reason by its key (texts: {@code registry.refusal.KEY}, which say what to
 * do), and what the reason speaks of: a birth day, the allowed values.
 *
 * @param section {@code person}, {@code household}, {@code membership}, {@code relation} or {@code fact}
 */
public record Refusal(String section, int line, String field, String value, String why, String detail) {}
