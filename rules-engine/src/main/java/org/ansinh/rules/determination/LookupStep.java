package org.ansinh.rules.determination;

import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Table;

/** Reads the row of a table that holds today for a key. */
record LookupStep(Form.Lookup form, Step key, Citations citations) implements Step {

    @Override
    public long on(Scene scene) {
        var version = version(scene);
        long asked = key.on(scene);
        if (asked == Form.UNKNOWN || version.isEmpty()) {
            return Form.UNKNOWN;
        }
        // A pack in which a key could find no row is refused when it is loaded.
        return version.get().rowFor(asked, form.factor()).map(Table.Row::value).orElse(Form.UNKNOWN);
    }

    private Optional<Table.Version> version(Scene scene) {
        var versions = form.table().versions();
        for (var version : versions) {
            int from = (int) version.days().from().toEpochDay();
            int to = (int) version.days().to().toEpochDay();
            if (scene.figureDay() <= to) {
                scene.figureHoldsUntil(scene.figureDay() >= from ? to : from - 1);
                return scene.figureDay() >= from ? Optional.of(version) : Optional.empty();
            }
        }
        scene.figureHoldsUntil(FactBook.FOREVER);
        return Optional.empty();
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        if (key.on(scene) == Form.UNKNOWN) {
            key.missing(scene, facts);
        }
    }

    @Override
    public long tell(Scene scene, Telling telling) {
        long asked = key.tell(scene, telling);
        var version = version(scene);
        if (asked == Form.UNKNOWN || version.isEmpty()) {
            return Form.UNKNOWN;
        }
        var row = version.get().rowFor(asked, form.factor());
        row.ifPresent(it -> telling.add(citations.row(form.table(), version.get(), it)));
        return row.map(Table.Row::value).orElse(Form.UNKNOWN);
    }
}
