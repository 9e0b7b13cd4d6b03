package org.ansinh.app.casework;

/**
 * People who are entitled by the same provisions and wait for a decision.
 *
 * @param provisions ids in the pack, comma between
 * @param says the provisions in words
 * @param right the law gives a right; otherwise a possibility within a quota, a budget or a discretion
 * @param monthly their levels added up, đồng a month
 * @param unverified how many of them rest on law that no jurist has released
 */
public record WaitingCause(
        String programme,
        String communeCode,
        String provisions,
        String says,
        boolean right,
        long number,
        long monthly,
        long unverified) {}
