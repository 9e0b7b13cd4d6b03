package org.ansinh.rules.columns;

import java.util.Arrays;
import java.util.Map;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.pack.SubjectKind;

/**
 * Some thousand people with everybody they are bound to: no bond leads out of a block, so blocks can be worked on apart.
 * Rows of people who hang together are neighbours and share a cluster number.
 */
public final class Block {

    private final Numbers[] places;
    private final Numbers[] clusters;
    private final Column[] columns;
    private final Map<Link, Links> links;
    private final Links residence;
    private final int[] bondDays;

    Block(Numbers[] places, Numbers[] clusters, Column[] columns, Map<Link, Links> links) {
        this.places = places;
        this.clusters = clusters;
        this.columns = columns;
        this.links = links;
        this.residence = links(Link.RESIDENCE);
        this.bondDays = links.values().stream()
                .flatMapToInt(Links::days)
                .distinct()
                .sorted()
                .toArray();
    }

    private Block(Block of, Column[] columns) {
        this.places = of.places;
        this.clusters = of.clusters;
        this.columns = columns;
        this.links = of.links;
        this.residence = of.residence;
        this.bondDays = of.bondDays;
    }

    /** Whether it is of the same people, row for row. */
    public boolean isOfSamePeopleAs(Block other) {
        return places == other.places;
    }

    /** Whether any bond holds on one day and not on a later one, or the other way round. */
    public boolean bondsChange(int day, int later) {
        int next = Arrays.binarySearch(bondDays, day + 1);
        int at = next >= 0 ? next : -next - 1;
        return at < bondDays.length && bondDays[at] <= later;
    }

    /** The same people with other columns. */
    Block with(Column[] others) {
        return new Block(this, others);
    }

    public int rows(SubjectKind table) {
        return places[table.ordinal()].count();
    }

    /** The place in the source of a row's subject. */
    public int place(SubjectKind table, int row) {
        return places[table.ordinal()].at(row);
    }

    public int cluster(SubjectKind table, int row) {
        return clusters[table.ordinal()].at(row);
    }

    /** By the column's place in the population's needs. */
    public Column column(int index) {
        return columns[index];
    }

    /** Where people live, on whatever day. */
    public Links residence() {
        return residence;
    }

    public Links links(Link link) {
        return java.util.Objects.requireNonNull(links.get(link), "The population was built without these bonds.");
    }
}
