package org.ansinh.rules.language;

import java.util.function.Consumer;
import org.ansinh.rules.pack.Dictionary;
import org.ansinh.rules.pack.Table;

/** Proves that a table has a row for every key it can be asked for, so that a look-up never finds nothing. */
final class TableProof {

    private final Table table;
    private final Dictionary dictionary;
    private final Consumer<String> tell;

    TableProof(Table table, Dictionary dictionary, Consumer<String> tell) {
        this.table = table;
        this.dictionary = dictionary;
        this.tell = tell;
    }

    Form lookup(Form asked) {
        int scale = Math.max(asked.type().scale(), table.by().scale());
        var key = Arithmetic.rescale(asked, scale);
        long factor = Arithmetic.power(scale - table.by().scale());
        for (var version : table.versions()) {
            if (version.otherwise().isEmpty()) {
                firstWithoutRow(version, key.type(), factor)
                        .ifPresent(it -> tell.accept(
                                "%s has no row for %s in the version of %s, but the key can be %s to %s; add rows or 'otherwise'"
                                        .formatted(
                                                table.id(),
                                                written(it, factor),
                                                version.days().from(),
                                                written(key.type().min(), factor),
                                                written(key.type().max(), factor))));
            }
        }
        return new Form.Lookup(table, key, factor, FormType.of(table.type(), least(), most()));
    }

    /** Rows are sorted and do not overlap, so one walk from the smallest key shows the first gap. */
    private java.util.OptionalLong firstWithoutRow(Table.Version version, FormType key, long factor) {
        long next = key.min();
        for (var row : version.rows()) {
            if (row.holdsFor(next, factor)) {
                next = row.high() * factor + (row.open() ? 0 : 1);
            }
        }
        return next > key.max() ? java.util.OptionalLong.empty() : java.util.OptionalLong.of(next);
    }

    private String written(long key, long factor) {
        return dictionary.written(table.by(), Math.floorDiv(key, factor));
    }

    private long least() {
        return values().min().orElse(0);
    }

    private long most() {
        return values().max().orElse(0);
    }

    private java.util.stream.LongStream values() {
        return table.versions().stream()
                .flatMap(it -> java.util.stream.Stream.concat(it.rows().stream(), it.otherwise().stream()))
                .mapToLong(Table.Row::value);
    }
}
