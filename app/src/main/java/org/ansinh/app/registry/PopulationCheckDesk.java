package org.ansinh.app.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/**
 * People who are checked against the national population database by lists: what is sent is frozen, what comes back is kept beside it and changes nothing by itself. Where a line
 * stands follows from its last answer and from what the register says now. Everything holds for the area of whoever acts.
 */
public interface PopulationCheckDesk {

    /** What the database says of a line. */
    enum Outcome {
        AGREES,
        DIFFERS,
        NOT_FOUND,
        OTHERS_NUMBER,
        DEAD,
        MOVED
    }

    /** Where a line stands. */
    enum State {
        UNANSWERED,
        AGREES,
        /** It agreed, or was asked under another number; the register says something else since. */
        STALE,
        DIFFERS,
        NOT_FOUND,
        OTHERS_NUMBER,
        DEAD,
        MOVED,
        /** The death or the move is recorded. */
        SETTLED,
        /** The register does not follow, with a reason. */
        PUT_ASIDE;

        /** An officer has to look at it. */
        public boolean isWork() {
            return switch (this) {
                case DIFFERS, NOT_FOUND, OTHERS_NUMBER, DEAD, MOVED -> true;
                case UNANSWERED, AGREES, STALE, SETTLED, PUT_ASIDE -> false;
            };
        }
    }

    /**
     * Why people are on a list.
     *
     * @param chosen by what: {@code applications}, {@code payees}, {@code no_number}, {@code person}, {@code household}
     * @param programme of payees
     * @param why in the officer's words; stays in the house
     */
    record Order(String commune, String chosen, Optional<String> programme, String why) {}

    /**
     * A list.
     *
     * @param toLookAt lines that wait for an officer
     * @param withdrawn why it was taken back
     * @param returns how many files came back
     */
    record CheckList(
            int id,
            Order order,
            LocalDate madeOn,
            String madeBy,
            int lines,
            int answered,
            int agrees,
            int toLookAt,
            Optional<String> withdrawn,
            int returns) {

        public int open() {
            return lines - answered;
        }

        /** Somebody still waits for an answer. */
        public boolean isWaiting() {
            return withdrawn.isEmpty() && answered < lines;
        }
    }

    /** Who somebody was on the day a list was made. */
    record Sent(
            String name, LocalDate born, String bornPrecision, String sex, Optional<String> number, String residence) {}

    /** What the database has where it is not what was sent. */
    record Theirs(
            Optional<String> name,
            Optional<LocalDate> born,
            Optional<String> bornPrecision,
            Optional<String> sex,
            Optional<String> number,
            Optional<String> residence) {

        public static final Theirs AS_SENT = new Theirs(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        public boolean isAsSent() {
            return equals(AS_SENT);
        }
    }

    /** What one row said: the same in a file and in the register's memory. */
    record Word(Outcome outcome, Theirs theirs, Optional<LocalDate> diedOn, Optional<String> movedTo, String remark) {}

    /**
     * The last answer to a line.
     *
     * @param earlier answers that came before and are kept
     * @param because why it was put aside
     */
    record Answer(int id, Word word, Instant at, int earlier, Optional<String> because) {}

    record Line(
            int list,
            int line,
            String key,
            int personId,
            Optional<Integer> householdId,
            String commune,
            LocalDate madeOn,
            Sent sent,
            State state,
            Optional<Answer> answer) {}

    /**
     * A row of a file that came back, its cells read but not judged.
     *
     * @param echo what stands now where we wrote whom we ask about
     * @param result none where the cell is empty
     * @param theirs the number as it was written
     */
    record Row(
            int row,
            String key,
            Echo echo,
            Optional<Outcome> result,
            Theirs theirs,
            Optional<LocalDate> diedOn,
            Optional<String> movedTo,
            String remark) {}

    /** Empty parts say nothing: a column may have been deleted. */
    record Echo(String name, Optional<LocalDate> born, Optional<String> sex, String number) {}

    /**
     * What the rows of a file come to.
     *
     * @param blank rows of the list without an answer
     */
    record Judged(List<Ready> ready, List<Bad> bad, List<Repair> repairs, int blank) {
        public Judged {
            ready = List.copyOf(ready);
            bad = List.copyOf(bad);
            repairs = List.copyOf(repairs);
        }
    }

    /** @param known the last answer to the line says the same */
    record Ready(int row, Line line, Word word, boolean known) {}

    /** A row that is not taken: field {@code key}, {@code result}, {@code name}, … */
    record Bad(int row, String field, String value, String why, String detail) {}

    /** What was put right on the way, by a key of {@code population.repair}. */
    record Repair(int row, String what, String from, String to) {}

    /**
     * What is known of one person.
     *
     * @param state of the last answer; empty where none came
     * @param waiting the list that is out for them
     */
    record Standing(int personId, Optional<Last> last, Optional<Waiting> waiting) {}

    record Last(int list, State state, Outcome outcome, int answer, LocalDate on) {}

    record Waiting(int list, LocalDate since) {}

    /** What became of making a list. */
    sealed interface Made {
        record Done(int list) implements Made {}

        record Refused(BrokenRule rule) implements Made {}
    }

    /** What became of taking answers in. */
    sealed interface Taken {
        /** @param fresh answers that said something new */
        record Done(int fresh) implements Taken {}

        /** The same bytes were taken in before. */
        record Before() implements Taken {}

        record Refused(BrokenRule rule) implements Taken {}
    }

    List<CheckList> lists();

    Optional<CheckList> list(int id);

    /** Lines of a list, of one state or of all. Reading them is audited. */
    List<Line> lines(int list, Optional<State> state);

    /** Everything that waits for an officer, of whichever list. Reading it is audited. */
    List<Line> toLookAt();

    /** How many wait to be looked at beside the deaths and moves that are told, and since when. */
    Work work();

    record Work(
            long differing, Optional<LocalDate> differingSince, long unanswered, Optional<LocalDate> unansweredSince) {}

    /** One answer of somebody of the area. */
    Optional<Line> answer(int answer);

    /** Of those about whom anything was asked. */
    Map<Integer, Standing> standings(Collection<Integer> people);

    /** Of whoever heads each of these households. */
    Map<Integer, Standing> standingsOfHouseholds(Collection<Integer> households);

    /** Whom a list still waits for, among these. */
    List<Integer> waitsFor(Collection<Integer> people);

    /** Freezes what is sent; the dead and those whom another list waits for are left out. */
    Made make(Order order, List<Integer> people, String onceKey);

    Optional<BrokenRule> withdraw(int list, String because);

    /** Matches rows with what was sent, and records nothing. */
    Judged judge(int list, List<Row> rows);

    /** All that is ready, in one recording; once for the bytes of a file. */
    Taken take(int list, String digest, String file, List<Ready> ready);

    Optional<BrokenRule> putAside(int answer, String because);
}
