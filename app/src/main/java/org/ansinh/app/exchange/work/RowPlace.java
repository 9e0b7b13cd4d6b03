package org.ansinh.app.exchange.work;

import org.ansinh.app.exchange.RowRefusal;

/** Where a row stands, for whoever corrects the file. */
record RowPlace(String sheet, int row) {

    static RowPlace of(RowRefusal refusal) {
        return new RowPlace(refusal.sheet(), refusal.row());
    }

    static RowPlace of(RowReading reading) {
        return new RowPlace(reading.sheet(), reading.row().number());
    }
}
