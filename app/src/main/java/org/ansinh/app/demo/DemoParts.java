package org.ansinh.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.ansinh.province.Province;

/** Neighbouring communes that are loaded together: enough people to be worth a transaction, few enough that two of them fit in memory. */
record DemoParts(String name, List<String> communes) {

    private static final int PARTS = 14;

    static List<DemoParts> of(Province province) {
        var communes = province.communes();
        var parts = new ArrayList<DemoParts>();
        for (int i = 0; i < PARTS; i++) {
            var some = communes.subList(i * communes.size() / PARTS, (i + 1) * communes.size() / PARTS);
            parts.add(new DemoParts("%s-%s".formatted(some.getFirst(), some.getLast()), some));
        }
        return parts;
    }
}
