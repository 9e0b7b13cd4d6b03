package org.ansinh.rules.columns;

import java.util.Optional;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.pack.SubjectKind;

/** Where a population comes from: subjects of each table by place (0, 1, 2…), their facts over days and their bonds. */
public interface Source {

    int count(SubjectKind table);

    /** The book behind it, if there is one: what columns cannot carry is then answered from it, with the same places. */
    default Optional<FactBook> book() {
        return Optional.empty();
    }

    /** The number a subject has where it is registered. */
    int number(SubjectKind table, int place);

    /** Whether anything may be said in a column at all; of a column of which nothing is, nobody is asked about. */
    default boolean mayTell(ColumnKey key) {
        return true;
    }

    /**
     * Tells the value of a column on the first day asked and every later change up to the last, in order; nothing at all
     * where nothing was said of it on any of these days.
     */
    void values(ColumnKey key, int place, Pieces into);

    /** Tells every bond of a sort that starts at a place, in the order of days. */
    void links(Link link, int place, Bonds into);

    /** Takes values piece by piece; {@code Form.UNKNOWN} where none is said. */
    interface Pieces {
        void from(int day, long value);
    }

    /** Takes bonds; the other end is a place in its own table. */
    interface Bonds {
        void bond(int place, int from, int to);
    }
}
