package org.ansinh.app.determination;

import java.time.YearMonth;

/** What decisions of a commune owe through a month is known, by the house's own work; rooms above may count it. */
public record WorkedOut(String communeCode, YearMonth through) {}
