package org.ansinh.app.determination.store;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the registry's numbers of facts, and of which one of several, stand for. */
record FactNumbers(Map<Integer, String> facts, Map<Long, String> instances) {

    static FactNumbers read(JdbcTemplate jdbc) {
        var facts = new HashMap<Integer, String>();
        var instances = new HashMap<Long, String>();
        jdbc.query("select fact_no, fact from registry.face_fact_name", row -> {
            facts.put(row.getInt(1), row.getString(2));
        });
        jdbc.query("select fact_no, instance_no, instance from registry.face_fact_instance", row -> {
            instances.put(key(row.getInt(1), row.getInt(2)), row.getString(3));
        });
        return new FactNumbers(facts, instances);
    }

    String instance(int fact, int instance) {
        return instances.getOrDefault(key(fact, instance), "");
    }

    private static long key(int fact, int instance) {
        return (long) fact << 32 | instance;
    }
}
