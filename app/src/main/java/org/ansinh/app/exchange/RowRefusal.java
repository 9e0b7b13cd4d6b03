package org.ansinh.app.exchange;

/** A row that was not taken: where it is, which column, what it says and why ({@code exchange.refusal.WHY}). */
public record RowRefusal(String sheet, int row, String column, String value, String why, String detail) {}
