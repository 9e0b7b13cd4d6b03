package org.ansinh.app.exchange;

/** Something done with a row that its writer should know of: {@code exchange.notice.WHAT}, from what to what. */
public record Notice(String sheet, int row, String what, String from, String to) {}
