package org.ansinh.province;

import java.util.List;

/**
 * A household with its people. A person is given once, with the household where they live (or lived last); earlier memberships may
 * name another household.
 */
public record GeneratedHousehold(
        HouseholdPlace place,
        long head,
        List<GeneratedPerson> people,
        List<GeneratedRelation> relations,
        List<GeneratedFact> facts,
        List<GeneratedDecision> decisions) {}
