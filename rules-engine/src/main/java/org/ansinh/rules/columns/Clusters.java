package org.ansinh.rules.columns;

import org.ansinh.rules.facts.Link;
import org.ansinh.rules.pack.SubjectKind;

/** Finds who hangs together: people of one household, and people bound to one another, however far. */
final class Clusters {

    private final int people;
    private final int[] parent;

    Clusters(Source source, Needs needs) {
        people = source.count(SubjectKind.PERSON);
        parent = new int[people + source.count(SubjectKind.HOUSEHOLD)];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int person = 0; person < people; person++) {
            int one = person;
            source.links(Link.RESIDENCE, person, (household, from, to) -> join(one, people + household));
            for (var link : needs.links()) {
                if (!link.equals(Link.RESIDENCE) && !link.equals(Link.MEMBERS)) {
                    source.links(link, person, (other, from, to) -> join(one, other));
                }
            }
        }
    }

    private void join(int a, int b) {
        int one = root(a);
        int other = root(b);
        if (one != other) {
            parent[Math.max(one, other)] = Math.min(one, other);
        }
    }

    private int root(int at) {
        int root = at;
        while (parent[root] != root) {
            root = parent[root];
        }
        while (parent[at] != root) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    /** Cluster of each person, then of each household, numbered in the order in which they first come. */
    int[] numbers() {
        var numberOf = new int[parent.length];
        var clusters = new int[parent.length];
        int next = 0;
        for (int i = 0; i < parent.length; i++) {
            int root = root(i);
            if (root == i) {
                numberOf[i] = next++;
            }
            clusters[i] = numberOf[root];
        }
        return clusters;
    }
}
