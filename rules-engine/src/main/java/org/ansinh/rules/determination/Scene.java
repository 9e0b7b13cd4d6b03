package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Who;
import org.ansinh.rules.pack.CanIgnoreReturnValue;
import org.ansinh.rules.pack.FactDefinition;

/**
 * One subject on one day, while a programme looks at it. Everything that is read also says until when it will read the
 * same; the earliest of those days ends the piece, so that days are cut exactly where something that was read changes.
 */
final class Scene {

    static final int NOBODY = -1;
    private static final int NOT_YET = -2;
    private static final int DAY = 0;
    private static final int UNTIL = 1;
    private static final int HOUSEHOLD = 2;
    private static final int VILLAGE = 3;
    private static final int PRICE_DAY = 4;
    private static final int HOUSEHOLD_UNTIL = 5;
    private static final int VILLAGE_UNTIL = 6;

    private final Session session;
    private final int[] now = new int[7];
    private final int[] people;

    Scene(Session session, int variables) {
        this.session = session;
        this.people = new int[variables];
    }

    void set(boolean isPerson, int place, int day) {
        now[DAY] = day;
        now[UNTIL] = FactBook.FOREVER;
        now[HOUSEHOLD] = isPerson ? NOT_YET : place;
        now[HOUSEHOLD_UNTIL] = FactBook.FOREVER;
        now[VILLAGE] = NOT_YET;
        now[PRICE_DAY] = Integer.MIN_VALUE;
        Arrays.fill(people, NOBODY);
        people[0] = isPerson ? place : NOBODY;
    }

    /**
     * Looks at another day. What is read there can change only with that day itself, so none of it ends the piece.
     */
    @CanIgnoreReturnValue
    <T> T onDay(int day, Supplier<T> look) {
        var kept = now.clone();
        now[DAY] = day;
        now[UNTIL] = FactBook.FOREVER;
        now[HOUSEHOLD] = people[0] == NOBODY ? now[HOUSEHOLD] : NOT_YET;
        now[VILLAGE] = NOT_YET;
        now[PRICE_DAY] = Integer.MIN_VALUE;
        try {
            return look.get();
        } finally {
            System.arraycopy(kept, 0, now, 0, now.length);
        }
    }

    /** Reads figures, and only figures, as of the day whose prices hold for the whole period. */
    long atPricesOf(int day, LongSupplier amount) {
        now[PRICE_DAY] = day;
        try {
            return amount.getAsLong();
        } finally {
            now[PRICE_DAY] = Integer.MIN_VALUE;
        }
    }

    /** The day as of which a figure is read, and until when that reading holds. */
    int figureDay() {
        return now[PRICE_DAY] == Integer.MIN_VALUE ? now[DAY] : now[PRICE_DAY];
    }

    void figureHoldsUntil(int day) {
        // The figures of a price day do not change before the period ends, which is told already.
        if (now[PRICE_DAY] == Integer.MIN_VALUE) {
            holdsUntil(day);
        }
    }

    Session session() {
        return session;
    }

    FactBook book() {
        return session.book();
    }

    int day() {
        return now[DAY];
    }

    int until() {
        return now[UNTIL];
    }

    void holdsUntil(int day) {
        if (day < now[UNTIL]) {
            now[UNTIL] = day;
        }
    }

    /** Begins a part of the looking whose own last day is wanted; what is returned goes to {@link #end}. */
    int begin() {
        int outside = now[UNTIL];
        now[UNTIL] = FactBook.FOREVER;
        return outside;
    }

    /** The last day on which what was read since {@link #begin} still holds. */
    int end(int outside) {
        int own = now[UNTIL];
        now[UNTIL] = Math.min(outside, own);
        return own;
    }

    void person(int variable, int place) {
        people[variable] = place;
    }

    int person(int variable) {
        return people[variable];
    }

    int place(Who who) {
        return switch (who.kind()) {
            case PERSON -> people[who.variable()];
            case HOUSEHOLD -> household(who.variable());
            case VILLAGE -> village(who.variable());
        };
    }

    /** The household of somebody a list runs over, or of the subject asked about. */
    int household(int variable) {
        if (variable == 0) {
            return household();
        }
        return people[variable] == NOBODY ? NOBODY : follow(Link.RESIDENCE, people[variable]);
    }

    private int village(int variable) {
        if (variable == 0) {
            return village();
        }
        int household = household(variable);
        return household == NOBODY ? NOBODY : follow(Link.VILLAGE, household);
    }

    private int household() {
        if (now[HOUSEHOLD] == NOT_YET) {
            int outside = begin();
            now[HOUSEHOLD] = follow(Link.RESIDENCE, people[0]);
            now[HOUSEHOLD_UNTIL] = end(outside);
        }
        holdsUntil(now[HOUSEHOLD_UNTIL]);
        return now[HOUSEHOLD];
    }

    private int village() {
        if (now[VILLAGE] == NOT_YET) {
            int outside = begin();
            int household = household();
            now[VILLAGE] = household == NOBODY ? NOBODY : follow(Link.VILLAGE, household);
            now[VILLAGE_UNTIL] = end(outside);
        }
        holdsUntil(now[VILLAGE_UNTIL]);
        return now[VILLAGE];
    }

    private int follow(Link link, int place) {
        int entry = book().linkAt(link, place, day());
        holdsUntil(book().linkChangesAt(link, place, entry));
        return entry >= 0 ? book().linkTarget(link, entry) : NOBODY;
    }

    /** The entry of a fact today, or a negative number when nobody has said anything. */
    int entry(FactDefinition fact, int place) {
        if (place == NOBODY) {
            return -1;
        }
        int entry = book().factAt(fact, place, day());
        holdsUntil(book().changesAt(fact, place, entry));
        return entry;
    }
}
