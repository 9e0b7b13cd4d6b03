package org.ansinh.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.province.GeneratedHousehold;

/** Which households of a commune hang together: somebody lived in both, or is bound to somebody of the other. */
final class HomeGroups {

    private final int[] parent;
    private final Map<String, Integer> homes = new HashMap<>();
    private final Map<Long, Integer> people = new HashMap<>();

    HomeGroups(List<GeneratedHousehold> households) {
        parent = new int[households.size()];
        for (int i = 0; i < parent.length; i++) {
            int home = i;
            parent[i] = i;
            homes.put(households.get(i).place().code(), i);
            households.get(i).people().forEach(it -> people.put(it.key(), home));
        }
        for (int i = 0; i < parent.length; i++) {
            int home = i;
            households.get(i).people().stream()
                    .flatMap(it -> it.memberships().stream())
                    .forEach(it -> join(home, homes.getOrDefault(it.household(), home)));
            households
                    .get(i)
                    .relations()
                    .forEach(it -> join(people.getOrDefault(it.from(), home), people.getOrDefault(it.to(), home)));
        }
    }

    /** The first household of the group a household belongs to. */
    int of(int household) {
        int root = household;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    private void join(int a, int b) {
        int one = of(a);
        int other = of(b);
        parent[Math.max(one, other)] = Math.min(one, other);
    }
}
