package org.ansinh.rules.determination;

import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Certainty;
import org.ansinh.rules.pack.Text;

/** A value or provision an outcome rests on that no jurist has released: {@code what} is its id in the pack. */
public record Unverified(String what, Text label, Certainty certainty, Basis basis) {}
