package org.ansinh.province;

import org.ansinh.timeline.DateRange;

/**
 * Days on which a person lived in a household.
 *
 * @param role head, spouse, child, child_in_law, grandchild, parent, sibling or relative, seen from the head
 */
public record Membership(String household, String role, DateRange days) {}
