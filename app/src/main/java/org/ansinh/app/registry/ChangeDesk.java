package org.ansinh.app.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Records changes as officers bring them, shows them before they are saved, and moves people between communes. Acts as the officer at work. */
public interface ChangeDesk {

    /** One form is one whole: all of it is recorded, once, or nothing. */
    ChangeResult record(Paper paper, List<Change> changes);

    /**
     * Runs work with the changes made, as if they had been recorded, and undoes them: what a page shows before saving. The work sees them as any role,
     * within the same transaction.
     */
    <R> R asIf(Paper paper, List<Change> changes, Supplier<R> work);

    /** What waits for somebody: numbers in conflict, moves to accept. */
    List<Task> tasks();

    record Task(String kind, Optional<Integer> personId, Optional<Integer> moveId, String commune, String because) {}

    /** The first part of a move to another commune: this one lets go. Returns the move's number. */
    int release(Paper paper, List<Integer> people, String toCommune, LocalDate on, String note);

    List<Move> moves();

    /** @param ours whether this officer's commune is the one that receives */
    record Move(
            int moveId,
            List<Integer> people,
            List<String> names,
            String fromCommune,
            String toCommune,
            LocalDate on,
            boolean ours) {}

    /** The second part: the people live in this household and village from the day of the move. Returns the household. */
    int accept(Paper paper, int moveId, String householdCode, int villageId);

    void sendBack(Paper paper, int moveId);

    /** A half-filled form; survives a lapsed session and a power cut. */
    void keepDraft(String formKey, String body);

    Optional<String> draft(String formKey);

    void dropDraft(String formKey);
}
