package org.ansinh.app.casework;

import java.util.List;

/** How a signing went: what was signed, and what was left because the signer drafted it or no jurist has released the law it rests on. */
public record Signing(List<DecisionId> signed, long own, long unverified) {
    public Signing {
        signed = List.copyOf(signed);
    }
}
