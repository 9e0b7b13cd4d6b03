package org.ansinh.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** One thing measured: a line of the table and one JSON object. {@code reach} is the bound that was promised; "<= 30" or ">= 40000". */
record Figure(String name, BigDecimal value, String unit, Optional<Bound> reach, Optional<Peer> peer, Run run) {

    /** What was promised: at most or at least. */
    record Bound(boolean atMost, BigDecimal limit) {
        static Bound atMost(long limit) {
            return new Bound(true, BigDecimal.valueOf(limit));
        }

        static Bound atLeast(long limit) {
            return new Bound(false, BigDecimal.valueOf(limit));
        }

        boolean holds(BigDecimal value) {
            return atMost ? value.compareTo(limit) <= 0 : value.compareTo(limit) >= 0;
        }

        @Override
        public String toString() {
            return (atMost ? "<= " : ">= ") + limit.toPlainString();
        }
    }

    /** Somebody else's way of doing the same in the same run. */
    record Peer(String name, BigDecimal value) {}

    /** Where and when: a figure without these says nothing. */
    record Run(int cores, long seed, Instant at) {}

    static Figure of(String name, BigDecimal value, String unit, Bound reach, Run run) {
        return new Figure(name, value, unit, Optional.of(reach), Optional.empty(), run);
    }

    boolean holds() {
        return reach.map(it -> it.holds(value)).orElse(true);
    }

    Optional<BigDecimal> ratio() {
        return peer.filter(it -> it.value().signum() != 0).map(it -> value.divide(it.value(), 2, RoundingMode.HALF_UP));
    }

    String toJson() {
        var json = new StringBuilder("{");
        field(json, "name", quoted(name));
        field(json, "value", value.toPlainString());
        field(json, "unit", quoted(unit));
        field(json, "reach", reach.map(it -> quoted(it.toString())).orElse("null"));
        field(json, "holds", Boolean.toString(holds()));
        field(json, "peer", peer.map(it -> quoted(it.name())).orElse("null"));
        field(json, "peer_value", peer.map(it -> it.value().toPlainString()).orElse("null"));
        field(json, "ratio", ratio().map(BigDecimal::toPlainString).orElse("null"));
        field(json, "cores", Integer.toString(run.cores()));
        field(json, "seed", Long.toString(run.seed()));
        field(json, "at", quoted(run.at().toString()));
        return json.append('}').toString();
    }

    private static void field(StringBuilder json, String name, String value) {
        if (json.length() > 1) {
            json.append(',');
        }
        json.append('"').append(name).append("\":").append(value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
