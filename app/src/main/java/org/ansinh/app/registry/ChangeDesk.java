package org.ansinh.app.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records changes as officers bring them, shows them before they are saved, and moves people between communes. Acts as the officer at work. */
public interface ChangeDesk {

    /** One form is one whole: all of it is recorded, once, or nothing. */
    ChangeResult record(Paper paper, List<Change> changes);

    /** The same, and the half-filled form of that name is gone with it. */
    ChangeResult record(Paper paper, List<Change> changes, String formKey);

    /**
     * Asks a question while the changes stand, as if they had been recorded, and undoes them: what a page shows before saving. The question is put within
     * the transaction, under the lock of all recordings, so it should read and leave the thinking for afterwards.
     */
    <R> AsIf<R> asIf(Paper paper, List<Change> changes, Function<Touched, R> question);

    /** What waits for somebody: numbers in conflict, moves to accept. */
    List<Task> tasks();

    /** @param who the people it is about */
    record Task(
            String kind,
            Optional<Integer> personId,
            Optional<Integer> moveId,
            String commune,
            String who,
            String because) {}

    /** Moves on their way from or to the area, and those that were sent back lately. */
    List<Move> moves();

    /**
     * @param ours whether this officer's commune is the one that receives
     * @param returnedBecause why it was sent back, if it was
     */
    record Move(
            int moveId,
            List<Integer> people,
            List<String> names,
            String fromCommune,
            String toCommune,
            LocalDate on,
            String note,
            boolean ours,
            @Nullable String returnedBecause) {}

    /** A half-filled form; survives a lapsed session and a power cut. Whether it was kept: what was dropped or recorded under its key meanwhile is not. */
    boolean keepDraft(String formKey, String body, String onceKey);

    Optional<Draft> draft(String formKey);

    void dropDraft(String formKey);

    /** The officer's own half-filled forms, newest first. */
    List<Draft> drafts();

    record Draft(String formKey, String body, Instant savedAt) {}
}
