package org.ansinh.province;

import java.util.List;

/**
 * Somebody who does not exist.
 *
 * @param key the same in every run of the same recipe: commune, household and place in it
 */
public record GeneratedPerson(
        long key,
        Identity identity,
        List<Membership> memberships,
        List<GeneratedFact> facts,
        List<GeneratedDecision> decisions,
        List<LifeEvent> events) {

    /** Everybody generated here is for demonstration; whoever loads them must keep the mark. */
    public boolean isDemo() {
        return true;
    }

    public boolean hasDied() {
        return events.stream().anyMatch(LifeEvent.Died.class::isInstance);
    }
}
