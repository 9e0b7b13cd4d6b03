package org.ansinh.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the database says about itself: tables, sequences, partitions, versions. */
final class Catalog {
    private static final String OURS =
            " n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e') ";

    /** Days and moments must read the same on both sides, whatever the session was set to. */
    static final String PLAIN_TEXT =
            "set datestyle to 'ISO'; set intervalstyle to 'iso_8601'; set timezone to 'UTC'; set extra_float_digits to 3; set bytea_output to 'hex'";

    private final Statement statement;

    Catalog(Connection connection) throws SQLException {
        this.statement = connection.createStatement();
    }

    /** A table and the columns one can copy. */
    record Shape(String name, List<String> columns) {
        String columnList() {
            return String.join(", ", columns);
        }
    }

    /** Referenced tables before those that refer to them. */
    List<Shape> tables() throws SQLException {
        var shapes = new TreeMap<String, Shape>();
        each(
                "select format('%I.%I', n.nspname, c.relname), array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0"
                        + " and not a.attisdropped and a.attgenerated = '' order by a.attnum)"
                        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and c.relpersistence = 'p' and"
                        + OURS,
                row -> shapes.put(row.getString(1), new Shape(row.getString(1), List.of((String[])
                        row.getArray(2).getArray()))));
        var needs = new TreeMap<String, List<String>>();
        each(
                "select format('%I.%I', a.nspname, c.relname), format('%I.%I', b.nspname, d.relname) from pg_constraint f"
                        + " join pg_class c on c.oid = f.conrelid join pg_namespace a on a.oid = c.relnamespace"
                        + " join pg_class d on d.oid = f.confrelid join pg_namespace b on b.oid = d.relnamespace"
                        + " where f.contype = 'f' and f.conrelid <> f.confrelid",
                row -> needs.computeIfAbsent(row.getString(1), it -> new ArrayList<>())
                        .add(row.getString(2)));
        var ordered = new ArrayList<Shape>();
        var seen = new java.util.HashSet<String>();
        shapes.keySet().forEach(name -> visit(name, shapes, needs, seen, ordered));
        return ordered;
    }

    private static void visit(
            String name,
            Map<String, Shape> shapes,
            Map<String, List<String>> needs,
            java.util.Set<String> seen,
            List<Shape> ordered) {
        if (!seen.add(name)) {
            return;
        }
        needs.getOrDefault(name, List.of()).forEach(needed -> visit(needed, shapes, needs, seen, ordered));
        Shape shape = shapes.get(name);
        if (shape != null) {
            ordered.add(shape);
        }
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        var names = new ArrayList<String>();
        each(
                "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and"
                        + OURS + " order by 1",
                row -> names.add(row.getString(1)));
        var sequences = new ArrayList<Manifest.Sequence>();
        for (String name : names) {
            each(
                    "select last_value, is_called from " + name,
                    row -> sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2))));
        }
        return sequences;
    }

    /** Those that are parted themselves before their own. */
    List<Manifest.Partition> partitions() throws SQLException {
        var partitions = new ArrayList<Manifest.Partition>();
        each(
                """
                select format('%I.%I', m.nspname, p.relname), format('%I.%I', n.nspname, c.relname), pg_get_expr(c.relpartbound, c.oid), coalesce(pg_get_partkeydef(c.oid), ''),
                    array(select format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid))
                            from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.coninhcount = 0 order by k.conname)
                    || array(select pg_get_indexdef(x.indexrelid) from pg_index x where x.indrelid = c.oid and c.relkind = 'r'
                            and not exists (select from pg_inherits h where h.inhrelid = x.indexrelid) order by x.indexrelid)
                  from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_namespace n on n.oid = c.relnamespace
                  join pg_class p on p.oid = i.inhparent join pg_namespace m on m.oid = p.relnamespace
                 where c.relkind in ('r', 'p') and c.relispartition and""" + OURS + "order by c.relkind = 'r', 2",
                row -> partitions.add(new Manifest.Partition(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), List.of((String[])
                                row.getArray(5).getArray()))));
        return partitions;
    }

    /** Schema to the newest version its migrations reached. */
    Map<String, String> versions() throws SQLException {
        var schemas = new ArrayList<String>();
        each(
                "select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relname = 'flyway_schema_history' order by 1",
                row -> schemas.add(row.getString(1)));
        var versions = new TreeMap<String, String>();
        for (String schema : schemas) {
            each(
                    "select version from " + schema
                            + ".flyway_schema_history where success and version is not null order by installed_rank desc limit 1",
                    row -> versions.put(schema, row.getString(1)));
        }
        return versions;
    }

    /** As the server guessed when it last looked. */
    long aboutHowManyRows() throws SQLException {
        var rows = new long[1];
        each(
                "select coalesce(sum(greatest(c.reltuples, 0)), 0)::bigint from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'r' and" + OURS,
                row -> rows[0] = row.getLong(1));
        return rows[0];
    }

    /** Rows and what they hold, as a number that does not depend on their order. */
    String[] countAndDigest(Shape table) throws SQLException {
        var answer = new String[2];
        each(
                "select count(*), coalesce(sum(hashtextextended(r::text, 0)::numeric), 0)::text || ':' || coalesce(sum(hashtextextended(r::text, 1)::numeric), 0)::text"
                        + " from (select " + columnsOrNothing(table) + " from only " + table.name() + ") r",
                row -> {
                    answer[0] = row.getString(1);
                    answer[1] = row.getString(2);
                });
        return answer;
    }

    private static String columnsOrNothing(Shape table) {
        return table.columns().isEmpty() ? "null" : table.columnList();
    }

    /** One row of an answer. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    void each(String query, Reader reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
