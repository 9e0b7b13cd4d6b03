package org.ansinh.rules.determination;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.rules.pack.CanIgnoreReturnValue;

/**
 * What becomes of one claim in the best lawful set, whatever the facts that are missing turn out to be. A claim may be
 * absent, or present with the least or the most it can be; the best set changes nowhere between those.
 */
final class Outlook {

    /** What is known of a claim: surely met or perhaps, from which amount to which. */
    record Known(boolean sure, long least, long most) {
        boolean isOpen() {
            return !sure || least != most;
        }
    }

    /** In whatever turns out, out whatever turns out, or that depends. */
    enum Verdict {
        IN,
        OUT,
        DEPENDS
    }

    private static final byte ABSENT = 0;
    private static final byte LEAST = 1;
    private static final byte MOST = 2;

    /** Eight claims of which nothing is known, or twelve of which only the amount is not. */
    private static final int MOST_WAYS = 6_561;

    private final Contest contest;
    private final List<Known> known;
    private final boolean[] ofSameSubject;
    private final int mine;
    private final Map<ByteBuffer, Turn> turns = new HashMap<>();

    /** What becomes of the claim when things turn out one way: in or not, shut out by whom, and what its subject has instead. */
    private record Turn(boolean in, int by, long instead) {}

    Outlook(Contest contest, List<Known> known, boolean[] ofSameSubject, int mine) {
        this.contest = contest;
        this.known = known;
        this.ofSameSubject = ofSameSubject;
        this.mine = mine;
        if (isCountable()) {
            every(0, least());
        } else {
            around();
        }
    }

    private boolean isCountable() {
        long ways = 1;
        for (int i = 0; i < known.size() && ways <= MOST_WAYS; i++) {
            ways *= ways(i).length;
        }
        return ways <= MOST_WAYS;
    }

    /** Whether all that may turn out was looked at, or enough of it to know. */
    private boolean isExact() {
        return isCountable() || contest.isPlain();
    }

    Verdict verdict() {
        boolean in = turns.values().stream().anyMatch(Turn::in);
        boolean out = turns.values().stream().anyMatch(it -> !it.in());
        return in && out || !isExact() ? Verdict.DEPENDS : in ? Verdict.IN : Verdict.OUT;
    }

    /** Who shuts the claim out even when it is the most it can be and others are what they surely are. */
    int shutOutBy() {
        var state = least();
        state[mine] = MOST;
        return turn(state).by();
    }

    /**
     * Whether the least of the claim may be paid although it may yet be shut out: it is in as things are known, and what
     * would take its place for the same subject is never less.
     */
    boolean keepsFloor() {
        var asKnown = least();
        return known.get(mine).sure() && turn(asKnown).in() && (isExact() ? isNeverLess() : isNeverLessByItsRules());
    }

    private boolean isNeverLess() {
        return turns.values().stream()
                .allMatch(it -> it.in() || it.instead() >= known.get(mine).least());
    }

    /**
     * The same without looking at every way it may turn out. Where all rules keep the higher, putting the claim in the place
     * of those of a best set that exclude it gives a set that can be completed to a lawful one, which is not better: so
     * those together were never less than the claim. If they are all of its own subject, nothing less takes its place.
     */
    private boolean isNeverLessByItsRules() {
        for (int i = 0; i < ofSameSubject.length; i++) {
            if (i != mine && contest.shutsOut(i, mine) && !ofSameSubject[i]) {
                return false;
            }
        }
        return contest.isByAmountOnly();
    }

    /** Those of whom it would have to be asked more, because it can change what becomes of the claim. */
    List<Integer> matter() {
        var matter = new ArrayList<Integer>();
        for (int i = 0; i < known.size(); i++) {
            if (i != mine && known.get(i).isOpen() && (!isExact() || changes(i))) {
                matter.add(i);
            }
        }
        return matter;
    }

    private boolean changes(int other) {
        for (var entry : turns.entrySet()) {
            var state = entry.getKey().array().clone();
            for (byte way : ways(other)) {
                state[other] = way;
                var otherwise = turns.get(ByteBuffer.wrap(state));
                if (otherwise != null && otherwise.in() != entry.getValue().in()) {
                    return true;
                }
            }
        }
        return false;
    }

    private byte[] least() {
        var state = new byte[known.size()];
        for (int i = 0; i < state.length; i++) {
            state[i] = known.get(i).sure() || i == mine ? LEAST : ABSENT;
        }
        return state;
    }

    /** The ways a claim may turn out; the one asked about is looked at only as present. */
    private byte[] ways(int i) {
        var it = known.get(i);
        if (!it.isOpen()) {
            return new byte[] {LEAST};
        }
        return it.sure() || i == mine ? new byte[] {LEAST, MOST} : new byte[] {ABSENT, LEAST, MOST};
    }

    private void every(int i, byte[] state) {
        if (i == state.length) {
            turn(state);
            return;
        }
        for (byte way : ways(i)) {
            state[i] = way;
            every(i + 1, state);
        }
    }

    /** Others at their least, at their most, and each alone otherwise: enough where one is simply the best. */
    private void around() {
        for (byte own : ways(mine)) {
            var state = least();
            state[mine] = own;
            turn(state);
            for (int i = 0; i < state.length; i++) {
                byte kept = state[i];
                for (byte way : i == mine ? new byte[0] : ways(i)) {
                    state[i] = way;
                    turn(state);
                }
                state[i] = kept;
            }
            for (int i = 0; i < state.length; i++) {
                state[i] = i == mine ? own : MOST;
            }
            turn(state);
        }
    }

    @CanIgnoreReturnValue
    private Turn turn(byte[] state) {
        var seen = turns.get(ByteBuffer.wrap(state));
        if (seen != null) {
            return seen;
        }
        var present = new boolean[state.length];
        var amounts = new long[state.length];
        for (int i = 0; i < state.length; i++) {
            present[i] = state[i] != ABSENT;
            amounts[i] = state[i] == MOST ? known.get(i).most() : known.get(i).least();
        }
        var best = contest.best(present, amounts);
        long instead = 0;
        for (int i = 0; i < state.length; i++) {
            instead += best[i] && ofSameSubject[i] ? amounts[i] : 0;
        }
        var turn = new Turn(best[mine], best[mine] ? -1 : contest.by(mine, best), instead);
        turns.put(ByteBuffer.wrap(state.clone()), turn);
        return turn;
    }
}
