package org.ansinh.rules.columns;

import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/** A book of facts as the source of a population. Its places are the population's places. One thread's own. */
public final class BookSource implements Source {

    private static final int NOBODY = -1;
    private static final int MOVES = -2;

    private final FactBook book;
    private final int firstDay;
    private final int lastDay;
    private final boolean[][] toldFacts = new boolean[SubjectKind.values().length][];
    private final boolean[][] decided = new boolean[SubjectKind.values().length][];
    private int @Nullable [] homes;
    private int @Nullable [] villages;

    public BookSource(FactBook book, int firstDay, int lastDay) {
        this.book = book;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        for (var kind : SubjectKind.values()) {
            toldFacts[kind.ordinal()] = book.toldFacts(kind);
            decided[kind.ordinal()] = book.decidedProgrammes(kind);
        }
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
    public boolean mayTell(ColumnKey key) {
        return switch (key) {
            case ColumnKey.OfFact it ->
                toldFacts[it.fact().subject().ordinal()][it.fact().index()];
            case ColumnKey.Told it ->
                toldFacts[it.fact().subject().ordinal()][it.fact().index()];
            case ColumnKey.Decided it -> decided[it.table().ordinal()][it.programme()];
        };
    }

    /** Most people are told little of: what was never said is what its absence means, and is not told. */
    @Override
    public void values(ColumnKey key, int place, Pieces into) {
        switch (key) {
            case ColumnKey.Told told -> {
                if (book.factBegin(told.fact(), place) < book.factEnd(told.fact(), place)) {
                    into.from(firstDay, 1);
                }
            }
            case ColumnKey.Decided decided -> {
                if (book.decisionBegin(key.table(), place, decided.programme())
                        < book.decisionEnd(key.table(), place, decided.programme())) {
                    pieces(key, place, into);
                }
            }
            case ColumnKey.OfFact fact -> {
                int subject = subjectAllTheTime(fact, place);
                if (subject == MOVES || subject != NOBODY && !isToldWhole(fact.fact(), subject, into)) {
                    pieces(key, place, into);
                }
            }
        }
    }

    /** Tells what was said once for all days, or never. */
    private boolean isToldWhole(FactDefinition fact, int subject, Pieces into) {
        int entry = book.factBegin(fact, subject);
        int end = book.factEnd(fact, subject);
        if (entry == end) {
            return true;
        }
        boolean isWhole =
                end == entry + 1 && book.factFrom(fact, entry) <= firstDay && book.factTo(fact, entry) >= lastDay;
        if (isWhole) {
            into.from(firstDay, book.valueAt(fact, entry));
        }
        return isWhole;
    }

    /** Whose fact it is: the one in the row, or the household or village of that one, where it is one all the time. */
    private int subjectAllTheTime(ColumnKey.OfFact key, int place) {
        if (key.table() == key.fact().subject()) {
            return place;
        }
        int home = key.table() == SubjectKind.PERSON ? homes()[place] : place;
        return home < 0 || key.fact().subject() == SubjectKind.HOUSEHOLD ? home : villages()[home];
    }

    private int[] homes() {
        if (homes == null) {
            homes = allTheTime(Link.RESIDENCE, SubjectKind.PERSON);
        }
        return homes;
    }

    private int[] villages() {
        if (villages == null) {
            villages = allTheTime(Link.VILLAGE, SubjectKind.HOUSEHOLD);
        }
        return villages;
    }

    private int[] allTheTime(Link link, SubjectKind table) {
        var found = new int[book.countOf(table)];
        for (int place = 0; place < found.length; place++) {
            int entry = book.linkAt(link, place, firstDay);
            boolean isAllTheTime = book.linkChangesAt(link, place, entry) >= lastDay;
            found[place] = !isAllTheTime ? MOVES : entry < 0 ? NOBODY : book.linkTarget(link, entry);
        }
        return found;
    }

    private void pieces(ColumnKey key, int place, Pieces into) {
        long last = Form.UNKNOWN;
        int[] until = {0};
        for (int day = firstDay; day <= lastDay; day = until[0] + 1) {
            int on = day;
            until[0] = lastDay;
            long value = switch (key) {
                case ColumnKey.OfFact fact -> valueOn(fact, place, on, until);
                case ColumnKey.Decided decided -> decidedOn(decided, place, on, until);
                case ColumnKey.Told ignored -> throw new IllegalStateException("Told on every day or on none.");
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
