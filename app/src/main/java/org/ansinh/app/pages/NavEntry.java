package org.ansinh.app.pages;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One entrance in the navigation. A room publishes its entrances as beans; an officer sees those of their roles.
 *
 * @param textKey the key of its name in the room's texts
 * @param href where it leads, from the root of the server
 * @param order places it among the others, smaller first
 * @param roles the roles that see it; empty for everybody who has signed in
 * @param also other addresses that one comes to through it: on their pages it is marked too
 */
public record NavEntry(String textKey, String href, int order, Set<String> roles, List<String> also) {

    public NavEntry {
        roles = Set.copyOf(roles);
        also = List.copyOf(also);
    }

    public NavEntry(String textKey, String href, int order, Set<String> roles) {
        this(textKey, href, order, roles, List.of());
    }

    public NavEntry leadingTo(String... addresses) {
        return new NavEntry(textKey, href, order, roles, List.of(addresses));
    }

    /** Whether a page of this path is one of those it leads to. */
    public boolean leadsTo(String path) {
        return Stream.concat(Stream.of(href), also.stream())
                .anyMatch(it -> path.equals(it) || !"/".equals(it) && path.startsWith(it + "/"));
    }

    public boolean isSeenBy(Set<String> rolesOfOfficer) {
        return roles.isEmpty() || roles.stream().anyMatch(rolesOfOfficer::contains);
    }
}
