package org.ansinh.app.exchange.model;

import java.util.List;

/** A row of a table as text, with its number as a person counts rows in that file. */
public record TableRow(int number, List<String> cells) {

    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The text of a column, empty beyond the row's end. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }
}
