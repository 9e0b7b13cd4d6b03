package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A file: somebody asks for what a programme gives, or the house found that they may.
 *
 * @param personId of whom the law is asked: the applicant, or the head of the household
 * @param level what the law gives for one period of the programme, đồng, as it was worked out last
 * @param rightFrom where the right begins on a day after the file was opened
 * @param because why it was withdrawn or closed
 */
public record Application(
        long id,
        String programme,
        Subject subject,
        Origin origin,
        String provisions,
        long level,
        boolean unverified,
        Optional<LocalDate> rightFrom,
        String state,
        Receipt receipt,
        Work work,
        String because) {

    /** For whom; {@code householdId} is 0 where somebody lives in none. */
    public record Subject(
            boolean household,
            int id,
            int personId,
            int householdId,
            String name,
            int birthYear,
            Decision.Place place) {}

    /**
     * How it came to be.
     *
     * @param came applicant, village_head, house or complaint
     * @param occasion why the house opened it: right, birthday, event; asked where it did not
     */
    public record Origin(String came, String occasion, LocalDate openedOn) {

        public boolean ofTheHouse() {
            return came.equals("house");
        }
    }

    /**
     * Under which number of the commune's register it was received, and where its papers are.
     *
     * @param shelf of the paper file
     * @param oneStop number of the receipt of the one-stop office
     */
    public record Receipt(Optional<String> number, Optional<LocalDate> receivedOn, String shelf, String oneStop) {}

    /**
     * Whose work it is and until when.
     *
     * @param role the officer's name in the database
     * @param missing what the file lacks, in the officer's words
     * @param dueOn the last day of the term the law gives the office
     * @param decision a draft on it, or the signed one
     */
    public record Work(
            Optional<String> officer,
            Optional<String> role,
            String missing,
            Optional<LocalDate> dueOn,
            Optional<DecisionId> decision) {}

    public boolean isOpen() {
        return isUnsigned() || state.equals("received") || state.equals("incomplete") || state.equals("complete");
    }

    /** The applicant has not signed yet. */
    public boolean isUnsigned() {
        return state.equals("waiting_signature");
    }

    public boolean isComplete() {
        return state.equals("complete");
    }

    /** Whether the right begins only after that day. */
    public boolean isAheadOn(LocalDate day) {
        return rightFrom.filter(it -> it.isAfter(day)).isPresent();
    }
}
