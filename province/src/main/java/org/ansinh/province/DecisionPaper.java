package org.ansinh.province;

import java.time.LocalDate;

/** The signed paper: its number as printed, its day and who signed by title. */
public record DecisionPaper(String number, LocalDate signedOn, String signerTitle) {}
