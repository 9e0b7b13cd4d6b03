package org.ansinh.rules.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    private final int[][] toldOf;

    private PopulationBuilder(Source source, Needs needs, int firstDay, int lastDay) {
        this.source = source;
        this.needs = needs;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.rowOf =
                new int[][] {new int[source.count(SubjectKind.PERSON)], new int[source.count(SubjectKind.HOUSEHOLD)]};
        this.toldOf = TABLES.stream().map(this::told).toArray(int[][]::new);
    }

    /** The columns of a table in which anything may be told. */
    private int[] told(SubjectKind table) {
        var keys = needs.columns();
        return IntStream.range(0, keys.size())
                .filter(it -> keys.get(it).table() == table && source.mayTell(keys.get(it)))
                .toArray();
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
        var columns = columns(places, everybody);
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

    /** Row after row, because a source keeps together what it knows of one. */
    private Column[] columns(int[][] places, long[][] everybody) {
        var keys = needs.columns().toArray(ColumnKey[]::new);
        var collectors = new ColumnCollector[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int table = keys[i].table().ordinal();
            collectors[i] = new ColumnCollector(keys[i], places[table].length, everybody[table], firstDay);
        }
        for (int t = 0; t < 2; t++) {
            var told = toldOf[t];
            for (int row = 0; row < places[t].length; row++) {
                for (int i : told) {
                    collectors[i].row(row);
                    source.values(keys[i], places[t][row], collectors[i]);
                }
            }
        }
        return Arrays.stream(collectors).map(ColumnCollector::column).toArray(Column[]::new);
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
