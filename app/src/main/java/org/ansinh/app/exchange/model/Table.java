package org.ansinh.app.exchange.model;

import java.util.List;
import java.util.function.Consumer;

/** One sheet of a file, or a whole CSV: read row by row, as often as one likes. */
public interface Table {

    /** The sheet's name; empty for a CSV. */
    String name();

    /** The first row that is not blank. */
    List<String> headings();

    /** Every row after the headings that is not blank. */
    void eachRow(Consumer<TableRow> use);
}
