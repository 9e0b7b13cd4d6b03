package org.ansinh.app.determination;

/** Everybody was determined for a month: what was kept of an older run says less from now on. */
public record MonthDetermined(MonthSummary summary) {}
