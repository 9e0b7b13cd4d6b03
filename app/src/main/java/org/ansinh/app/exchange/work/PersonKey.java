package org.ansinh.app.exchange.work;

import org.ansinh.app.exchange.model.Column;

/** How a row's person is called in this file: by the row's own key, by number, or else by who it says they are: the same file again means the same people. */
final class PersonKey {

    private PersonKey() {}

    static String of(RowReading it) {
        if (it.says(Column.KEY)) {
            return it.cell(Column.KEY);
        }
        return it.says(Column.PERSONAL_NUMBER)
                ? it.number(Column.PERSONAL_NUMBER)
                : String.join(
                        "|",
                        it.cell(Column.NAME),
                        it.cell(Column.BORN),
                        it.cell(Column.SEX),
                        it.cell(Column.COMMUNE),
                        it.cell(Column.HOUSEHOLD));
    }
}
