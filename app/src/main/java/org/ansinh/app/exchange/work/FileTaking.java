package org.ansinh.app.exchange.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.exchange.model.FactWords;
import org.ansinh.app.exchange.model.HeadedTable;
import org.ansinh.app.exchange.model.Section;
import org.ansinh.app.exchange.model.Table;
import org.ansinh.app.exchange.store.RegisterRows;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.territory.TerritoryDesk;
import org.springframework.stereotype.Component;

/** Takes a file in, in the transaction of whoever calls and as whoever acts: rows to the register, then decisions, payees and months paid. */
@Component
class FileTaking {

    private static final Set<Section> BOOK = EnumSet.of(Section.DECISIONS, Section.PAYEES);

    private final LoadDesk register;
    private final TakingOver takingOver;
    private final LawbookDesk lawbook;
    private final TerritoryDesk territory;
    private final RegisterRows rows;
    private final Clock clock;

    FileTaking(
            LoadDesk register,
            TakingOver takingOver,
            LawbookDesk lawbook,
            TerritoryDesk territory,
            RegisterRows rows,
            Clock clock) {
        this.register = register;
        this.takingOver = takingOver;
        this.lawbook = lawbook;
        this.territory = territory;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param accepting whose decisions and payees are accepted; none while the file is looked at or its bringer has the rest of it recorded
     */
    record Order(String document, LocalDate asOf, Optional<OfficerId> accepting) {}

    /** The tables of a file that were understood, in the order in which they must be taken in. */
    static List<HeadedTable> understood(List<Table> tables) {
        var found = new ArrayList<HeadedTable>();
        for (var table : HeadedTable.among(tables, Section::of)) {
            found.add(table);
            Section.besides(table.plan(), table.headings().cells())
                    .map(table::as)
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparing(it -> it.plan().section()));
        return found;
    }

    Taken take(List<HeadedTable> understood, Order order, Progress progress) {
        // Whoever accepts stands for decisions and payees; people and facts were recorded by whoever brought them.
        var tables = order.accepting().isEmpty()
                ? understood
                : understood.stream()
                        .filter(it -> BOOK.contains(it.plan().section()))
                        .toList();
        var words = new FactWords(lawbook.current().pack());
        var run = new ImportRun(tables, progress);
        run.count();
        var result = register.load(load -> run.tell(load, sources(load, order, words)));
        run.told(result);
        var book = run.book();
        if (!book.isEmpty()) {
            var known = register.loaded(book.subjects());
            var in = new BookTaking.Circumstances(
                    known,
                    run.notTaken(),
                    words,
                    order.accepting(),
                    order.accepting().isEmpty());
            run.tookOver(takingOver.take(book, order.document(), in));
        }
        return run.taken();
    }

    private RowsIntoRegister.Sources sources(RegisterLoad load, Order order, FactWords words) {
        var today = LocalDate.now(clock);
        var places = new Places(territory, order.asOf(), today);
        var known = new Subjects(load, rows);
        return new RowsIntoRegister.Sources(
                known,
                new RowSubjects(known, places, rows.area()),
                places,
                words,
                new RowsIntoRegister.Rights(rows.voices()),
                today,
                order.document(),
                rows.providers());
    }
}
