package org.ansinh.rules.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.pack.SubjectKind;

/** Sorts a source into blocks. */
public final class PopulationBuilder {

    /** So that the planes one provision reads lie in a core's own cache. */
    static final int PEOPLE_IN_A_BLOCK = 8192;

    private static final List<SubjectKind> TABLES = List.of(SubjectKind.PERSON, SubjectKind.HOUSEHOLD);

    private final Source source;
    private final Needs needs;
    private final int firstDay;
    private final int lastDay;
    private final int[][] rowOf;

    private PopulationBuilder(Source source, Needs needs, int firstDay, int lastDay) {
        this.source = source;
        this.needs = needs;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.rowOf =
                new int[][] {new int[source.count(SubjectKind.PERSON)], new int[source.count(SubjectKind.HOUSEHOLD)]};
    }

    /** Columns of everybody in a source, true from a first day through a last. */
    public static Population of(Source source, Needs needs, int firstDay, int lastDay) {
        return new PopulationBuilder(source, needs, firstDay, lastDay).build();
    }

    private Population build() {
        var clusters = new Clusters(source, needs).numbers();
        int people = source.count(SubjectKind.PERSON);
        var byCluster = ByCluster.of(clusters, people);
        var blocks = new ArrayList<Block>();
        int from = 0;
        while (from < byCluster.clusters()) {
            int to = from + 1;
            while (to < byCluster.clusters() && byCluster.largest(from, to + 1) <= PEOPLE_IN_A_BLOCK) {
                to++;
            }
            blocks.add(block(byCluster, from, to));
            from = to;
        }
        return new Population(needs, blocks, firstDay, lastDay, source.book());
    }

    private Block block(ByCluster byCluster, int from, int to) {
        var places = new int[][] {byCluster.people(from, to), byCluster.households(from, to)};
        var clusters = new int[2][];
        for (int t = 0; t < 2; t++) {
            clusters[t] = new int[places[t].length];
            for (int row = 0; row < places[t].length; row++) {
                rowOf[t][places[t][row]] = row;
                clusters[t][row] = byCluster.clusterOf(TABLES.get(t), places[t][row]) - from;
            }
        }
        var everybody = new long[][] {everybody(places[0]), everybody(places[1])};
        var columns = new Column[needs.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = column(needs.columns().get(i), places, everybody);
        }
        return new Block(numbers(places), numbers(clusters), columns, links(places));
    }

    private static Numbers[] numbers(int[][] ofTables) {
        return new Numbers[] {Numbers.of(ofTables[0]), Numbers.of(ofTables[1])};
    }

    private static long[] everybody(int[] rows) {
        var plane = new long[Planes.words(rows.length)];
        Planes.fill(plane, rows.length);
        return plane;
    }

    private Column column(ColumnKey key, int[][] places, long[][] everybody) {
        var rows = places[key.table().ordinal()];
        var collector = new ColumnCollector(key, rows.length, everybody[key.table().ordinal()], firstDay);
        for (int row = 0; row < rows.length; row++) {
            collector.row(row);
            source.values(key, rows[row], collector);
        }
        return collector.column();
    }

    private Map<Link, Links> links(int[][] places) {
        var all = new HashMap<Link, Links>();
        var residence = links(Link.RESIDENCE, places[0], rowOf[1], places[1].length);
        all.put(Link.RESIDENCE, residence);
        all.put(Link.MEMBERS, residence.reversed());
        for (var link : needs.links()) {
            if (!all.containsKey(link)) {
                all.put(link, links(link, places[0], rowOf[0], places[0].length));
            }
        }
        return all;
    }

    private Links links(Link link, int[] sources, int[] rowOfTarget, int targets) {
        var collector = new Links.Collector();
        for (int row = 0; row < sources.length; row++) {
            int one = row;
            source.links(link, sources[row], (place, from, to) -> collector.add(one, rowOfTarget[place], from, to));
        }
        return collector.sorted(sources.length, targets, firstDay, lastDay);
    }
}
