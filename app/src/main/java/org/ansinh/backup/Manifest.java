package org.ansinh.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds, and what proves that it came back whole.
 *
 * @param versions the newest migration of each schema at the time; the restored tables are made by exactly these
 */
record Manifest(
        int format,
        String takenAt,
        String serverVersion,
        Map<String, String> versions,
        List<Partition> partitions,
        List<Table> tables,
        List<Sequence> sequences) {
    static final int FORMAT = 1;

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /**
     * A table that work made, not a migration.
     *
     * @param key by what it is parted itself; empty if it holds rows
     * @param rules its own checks and indexes, as statements for when its rows are in
     */
    record Partition(String parent, String name, String bound, String key, List<String> rules) {
        /** Older files tell neither key nor rules. */
        Partition {
            key = key == null ? "" : key;
            rules = rules == null ? List.of() : rules;
        }

        String statement() {
            return "create table %s partition of %s %s%s"
                    .formatted(name, parent, bound, key.isEmpty() ? "" : " partition by " + key);
        }
    }

    /**
     * @param name with its schema, quoted where needed
     * @param digest of the rows in whatever order
     * @param bytes SHA-256 of the rows as they stand in the file
     */
    record Table(String name, List<String> columns, long rows, String digest, String bytes) {}

    /** A sequence and where it stands. */
    record Sequence(String name, long last, boolean called) {}
}
