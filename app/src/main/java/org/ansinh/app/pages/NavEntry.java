package org.ansinh.app.pages;

import java.util.Set;

/**
 * One entrance in the navigation. A room publishes its entrances as beans; an officer sees those of their roles.
 *
 * @param textKey the key of its name in the room's texts
 * @param href where it leads, from the root of the server
 * @param order places it among the others, smaller first
 * @param roles the roles that see it; empty for everybody who has signed in
 */
public record NavEntry(String textKey, String href, int order, Set<String> roles) {

    public NavEntry {
        roles = Set.copyOf(roles);
    }

    public boolean isSeenBy(Set<String> rolesOfOfficer) {
        return roles.isEmpty() || roles.stream().anyMatch(rolesOfOfficer::contains);
    }
}
