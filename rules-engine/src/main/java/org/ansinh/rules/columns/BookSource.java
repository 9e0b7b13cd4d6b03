package org.ansinh.rules.columns;

import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.SubjectKind;

/** A book of facts as the source of a population. Its places are the population's places. */
public final class BookSource implements Source {

    private static final int NOBODY = -1;

    private final FactBook book;
    private final int firstDay;
    private final int lastDay;

    public BookSource(FactBook book, int firstDay, int lastDay) {
        this.book = book;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    @Override
    public Optional<FactBook> book() {
        return Optional.of(book);
    }

    @Override
    public int count(SubjectKind table) {
        return book.countOf(table);
    }

    @Override
    public int number(SubjectKind table, int place) {
        return book.subjectAt(table, place).number();
    }

    @Override
    public void values(ColumnKey key, int place, Pieces into) {
        long last = Form.UNKNOWN;
        int[] until = {0};
        for (int day = firstDay; day <= lastDay; day = until[0] + 1) {
            int on = day;
            until[0] = lastDay;
            long value = switch (key) {
                case ColumnKey.OfFact fact -> valueOn(fact, place, on, until);
                case ColumnKey.Decided decided -> decidedOn(decided, place, on, until);
                case ColumnKey.Told told ->
                    book.factBegin(told.fact(), place) < book.factEnd(told.fact(), place) ? 1 : 0;
            };
            if (day == firstDay || value != last) {
                into.from(day, value);
            }
            last = value;
        }
    }

    private long valueOn(ColumnKey.OfFact key, int place, int day, int[] until) {
        int subject = place;
        var kind = key.table();
        while (kind != key.fact().subject() && subject != NOBODY) {
            var link = kind == SubjectKind.PERSON ? Link.RESIDENCE : Link.VILLAGE;
            kind = kind == SubjectKind.PERSON ? SubjectKind.HOUSEHOLD : SubjectKind.VILLAGE;
            int entry = book.linkAt(link, subject, day);
            until[0] = Math.min(until[0], book.linkChangesAt(link, subject, entry));
            subject = entry < 0 ? NOBODY : book.linkTarget(link, entry);
        }
        return subject == NOBODY ? Form.UNKNOWN : factOn(key.fact(), subject, day, until);
    }

    private long factOn(FactDefinition fact, int subject, int day, int[] until) {
        int entry = book.factAt(fact, subject, day);
        until[0] = Math.min(until[0], book.changesAt(fact, subject, entry));
        return entry < 0 ? Form.UNKNOWN : book.valueAt(fact, entry);
    }

    private long decidedOn(ColumnKey.Decided key, int place, int day, int[] until) {
        boolean covered = false;
        for (int i = book.decisionBegin(key.table(), place, key.programme());
                i < book.decisionEnd(key.table(), place, key.programme());
                i++) {
            int from = book.decisionFrom(key.table(), i);
            int to = key.ever() ? FactBook.FOREVER : book.decisionTo(key.table(), i);
            if (day < from) {
                until[0] = Math.min(until[0], from - 1);
            } else if (day <= to) {
                until[0] = Math.min(until[0], to);
                covered = true;
            }
        }
        return covered ? 1 : 0;
    }

    @Override
    public void links(Link link, int place, Bonds into) {
        for (int i = book.linkBegin(link, place); i < book.linkEnd(link, place); i++) {
            into.bond(book.linkTarget(link, i), book.linkFrom(link, i), book.linkTo(link, i));
        }
    }
}
