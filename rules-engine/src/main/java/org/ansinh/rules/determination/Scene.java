package org.ansinh.rules.determination;

import java.util.Arrays;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.language.Who;
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

    private final Session session;
    private final int[] now = new int[4];
    private final int[] people;

    Scene(Session session, int variables) {
        this.session = session;
        this.people = new int[variables];
    }

    void set(boolean isPerson, int place, int day) {
        now[DAY] = day;
        now[UNTIL] = FactBook.FOREVER;
        now[HOUSEHOLD] = isPerson ? NOT_YET : place;
        now[VILLAGE] = NOT_YET;
        Arrays.fill(people, NOBODY);
        people[0] = isPerson ? place : NOBODY;
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

    void person(int variable, int place) {
        people[variable] = place;
    }

    int person(int variable) {
        return people[variable];
    }

    int place(Who who) {
        return switch (who.kind()) {
            case PERSON -> people[who.variable()];
            case HOUSEHOLD -> household();
            case VILLAGE -> village();
        };
    }

    int household() {
        // Whoever is asked once decides the answer for the whole piece: the link's own days end it.
        if (now[HOUSEHOLD] == NOT_YET) {
            now[HOUSEHOLD] = follow(Link.RESIDENCE, people[0]);
        }
        return now[HOUSEHOLD];
    }

    private int village() {
        if (now[VILLAGE] == NOT_YET) {
            int household = household();
            now[VILLAGE] = household == NOBODY ? NOBODY : follow(Link.VILLAGE, household);
        }
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
