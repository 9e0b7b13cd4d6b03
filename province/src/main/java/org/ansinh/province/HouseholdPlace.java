package org.ansinh.province;

/** Where a household stands: its code, its village, the commune of 2025 and the commune of before 2025-07-01. */
public record HouseholdPlace(String code, String village, String commune, String formerCommune) {}
