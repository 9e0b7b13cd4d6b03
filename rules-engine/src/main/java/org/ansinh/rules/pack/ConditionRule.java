package org.ansinh.rules.pack;

import java.util.Optional;

/** One condition of the law and the reason code given when it does not hold. */
public record ConditionRule(
        String id,
        Text says,
        Expression when,
        Optional<String> reasonCode,
        Optional<Basis> basis,
        Optional<Certainty> certainty,
        Place place) {}
