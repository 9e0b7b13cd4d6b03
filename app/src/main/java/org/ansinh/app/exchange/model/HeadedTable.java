package org.ansinh.app.exchange.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ansinh.app.exchange.FileRefused;
import org.ansinh.app.exchange.model.Section.Plan;

/** A table that was understood: which row holds its headings, and what its columns are. Above it offices write titles. */
public record HeadedTable(Table table, TableRow headings, Plan plan) {

    /** The tables whose headings this plan explains; a file with none of them is refused with the headings it has. */
    public static List<HeadedTable> among(List<Table> tables, Function<List<String>, Optional<Plan>> plan) {
        var found = new ArrayList<HeadedTable>();
        for (var table : tables) {
            of(table, plan).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            var seen = tables.getFirst().top();
            throw new FileRefused(
                    "headings_unknown",
                    seen.isEmpty() ? "" : String.join(", ", seen.getFirst().cells()));
        }
        return found;
    }

    private static Optional<HeadedTable> of(Table table, Function<List<String>, Optional<Plan>> plan) {
        for (var row : table.top()) {
            var understood = plan.apply(row.cells());
            if (understood.isPresent()) {
                return Optional.of(new HeadedTable(table, row, understood.get()));
            }
        }
        return Optional.empty();
    }

    public String name() {
        return table.name();
    }

    /** The same table read as something else too. */
    public HeadedTable as(Plan other) {
        return new HeadedTable(table, headings, other);
    }

    /** Every row below the headings that is not blank. */
    public void eachRow(Consumer<TableRow> use) {
        table.eachRow(row -> {
            if (row.number() > headings.number()) {
                use.accept(row);
            }
        });
    }
}
