package org.ansinh.app.exchange.model;

import java.util.List;
import java.util.function.Consumer;

/** One sheet of a file, or a whole CSV: read row by row, as often as one likes. */
public interface Table {

    /** So many rows from the top may hold a title before the headings come. */
    int TOP = 15;

    /** The sheet's name; empty for a CSV. */
    String name();

    /** The first rows that are not blank, no more than {@link #TOP}. */
    List<TableRow> top();

    /** Every row that is not blank. */
    void eachRow(Consumer<TableRow> use);
}
