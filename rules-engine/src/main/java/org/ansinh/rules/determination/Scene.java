package org.ansinh.rules.determination;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.language.Who;
import org.ansinh.rules.pack.CanIgnoreReturnValue;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * One subject on one day, while a programme looks at it. Everything that is read also says until when it will read the
 * same; the earliest of those days ends the piece, so that days are cut exactly where something that was read changes.
 */
final class Scene {

    static final int NOBODY = -1;
    private static final int NOT_YET = -2;
    private static final int NO_PRICE_DAY = Integer.MIN_VALUE;

    private final Session session;
    private final int[] people;
    private @Nullable Minds minds;
    private @Nullable Mind mind;
    private boolean isOfPerson;
    private int asked = NOBODY;
    private int day;
    private int until;
    private int household;
    private int village;
    private int priceDay;
    private int householdUntil;
    private int villageUntil;

    Scene(Session session, int variables) {
        this.session = session;
        this.people = new int[variables];
    }

    void set(boolean isPerson, int place, int on) {
        if (minds != session.minds()) {
            minds = session.minds();
            mind = null;
        }
        isOfPerson = isPerson;
        asked = place;
        day = on;
        until = FactBook.FOREVER;
        household = isPerson ? NOT_YET : place;
        householdUntil = FactBook.FOREVER;
        village = NOT_YET;
        priceDay = NO_PRICE_DAY;
        Arrays.fill(people, NOBODY);
        people[0] = isPerson ? place : NOBODY;
    }

    /**
     * Looks at another day. What is read there can change only with that day itself, so none of it ends the piece.
     */
    @CanIgnoreReturnValue
    <T> T onDay(int another, Supplier<T> look) {
        int[] kept = {day, until, household, village, priceDay, householdUntil, villageUntil};
        day = another;
        until = FactBook.FOREVER;
        household = people[0] == NOBODY ? household : NOT_YET;
        village = NOT_YET;
        priceDay = NO_PRICE_DAY;
        try {
            return look.get();
        } finally {
            day = kept[0];
            until = kept[1];
            household = kept[2];
            village = kept[3];
            priceDay = kept[4];
            householdUntil = kept[5];
            villageUntil = kept[6];
        }
    }

    /** Reads figures, and only figures, as of the day whose prices hold for the whole period. */
    long atPricesOf(int prices, LongSupplier amount) {
        priceDay = prices;
        try {
            return amount.getAsLong();
        } finally {
            priceDay = NO_PRICE_DAY;
        }
    }

    /** The day as of which a figure is read, and until when that reading holds. */
    int figureDay() {
        return priceDay == NO_PRICE_DAY ? day : priceDay;
    }

    void figureHoldsUntil(int last) {
        // The figures of a price day do not change before the period ends, which is told already.
        if (priceDay == NO_PRICE_DAY) {
            holdsUntil(last);
        }
    }

    /**
     * What is remembered of whoever is looked at. While one is looked at, rules may ask about so many others that the room for
     * one is given to another; then it is taken back, empty.
     */
    Mind mind() {
        var known = mind;
        if (known == null || !known.isOf(asked)) {
            known = Objects.requireNonNull(minds).of(isOfPerson ? SubjectKind.PERSON : SubjectKind.HOUSEHOLD, asked);
            mind = known;
        }
        return known;
    }

    Session session() {
        return session;
    }

    FactBook book() {
        return session.book();
    }

    int day() {
        return day;
    }

    int until() {
        return until;
    }

    void holdsUntil(int last) {
        if (last < until) {
            until = last;
        }
    }

    /** Begins a part of the looking whose own last day is wanted; what is returned goes to {@link #end}. */
    int begin() {
        int outside = until;
        until = FactBook.FOREVER;
        return outside;
    }

    /** The last day on which what was read since {@link #begin} still holds. */
    int end(int outside) {
        int own = until;
        until = Math.min(outside, own);
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

    /** Of whom something is told: nobody where it is of whom the answer is about, or of what they live in. */
    Optional<SubjectId> another(Who who) {
        int place = who.variable() == 0 ? NOBODY : place(who);
        return place == NOBODY ? Optional.empty() : Optional.of(book().subjectAt(who.kind(), place));
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
        int home = household(variable);
        return home == NOBODY ? NOBODY : follow(Link.VILLAGE, home);
    }

    private int household() {
        if (household == NOT_YET) {
            int outside = begin();
            household = follow(Link.RESIDENCE, people[0]);
            householdUntil = end(outside);
        }
        holdsUntil(householdUntil);
        return household;
    }

    private int village() {
        if (village == NOT_YET) {
            int outside = begin();
            int home = household();
            village = home == NOBODY ? NOBODY : follow(Link.VILLAGE, home);
            villageUntil = end(outside);
        }
        holdsUntil(villageUntil);
        return village;
    }

    private int follow(Link link, int place) {
        int entry = book().linkAt(link, place, day);
        holdsUntil(book().linkChangesAt(link, place, entry));
        return entry >= 0 ? book().linkTarget(link, entry) : NOBODY;
    }

    /** The entry of a fact today, or a negative number when nobody has said anything. */
    int entry(FactDefinition fact, int place) {
        if (place == NOBODY) {
            return -1;
        }
        int entry = book().factAt(fact, place, day);
        holdsUntil(book().changesAt(fact, place, entry));
        return entry;
    }
}
