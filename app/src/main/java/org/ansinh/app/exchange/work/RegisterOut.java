package org.ansinh.app.exchange.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import org.ansinh.app.determination.Masks;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.store.BookRows;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.territory.TerritoryDesk;
import org.springframework.stereotype.Component;

/** What whoever acts may take out of the register. */
@Component
class RegisterOut {

    private final RegisterRows rows;
    private final BookRows book;
    private final LawbookDesk lawbook;
    private final TerritoryDesk territory;
    private final Clock clock;

    RegisterOut(RegisterRows rows, BookRows book, LawbookDesk lawbook, TerritoryDesk territory, Clock clock) {
        this.rows = rows;
        this.book = book;
        this.lawbook = lawbook;
        this.territory = territory;
        this.clock = clock;
    }

    /** Needs a transaction that lasts as long as the files are written. */
    RegisterFiles files() {
        var communes = new HashMap<String, String>();
        territory.communesOn(LocalDate.now(clock)).forEach(it -> communes.put(it.code(), it.fullName()));
        var pack = lawbook.current().pack();
        return new RegisterFiles(rows, book, new FactWords(pack), new Masks(pack, book.purposes()), communes);
    }
}
