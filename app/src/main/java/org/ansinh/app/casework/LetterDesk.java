package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.pack.Handling;

/** The papers that decisions and answers become, and who may sign them for whom. */
public interface LetterDesk {

    /** The letter of a decision that was made here; reading it is printing a file, and leaves its entry in the audit. */
    Optional<Letter> letter(DecisionId decision);

    /** The written answer to what somebody said, once it is proposed; empty where nobody is known to write to. */
    Optional<Letter> answer(long grievance);

    /**
     * What a paper is to say; who it is about, who signs it for whom and what one may do against it are added.
     *
     * @param kind a kind of {@link Letter}
     * @param about heading of the paper
     * @param rules of the pack it rests on; they are cited after the grounds, marked where nobody has compared them with the official text
     */
    record Order(
            String kind,
            Letter.Form form,
            Whose whose,
            Signed signed,
            String about,
            List<String> grounds,
            List<Handling> rules,
            String considering,
            List<Letter.Article> articles) {

        /** The same with other grounds. */
        public Order on(List<String> otherGrounds) {
            return new Order(kind, form, whose, signed, about, otherGrounds, rules, considering, articles);
        }
    }

    /** Whose case it is, in a programme. */
    record Whose(String programme, boolean household, int subjectId, String communeCode) {}

    /**
     * Under which number, when and by whom it was signed; all are empty in a draft.
     *
     * @param number of the office's book of the year, without what follows it
     * @param by the officer's name in the database
     */
    record Signed(Optional<Integer> number, Optional<LocalDate> on, Optional<String> by) {}

    /** The letter of a decision of a room above; empty where whoever acts does not see whom it is about. Leaves its entry in the audit. */
    Optional<Letter> write(Order order);

    /** The same about somebody whom a room above names, where whoever acts may write to them and need not see their file. Leaves its entry in the audit too. */
    Letter write(Order order, int person, Letter.Addressee to);

    /** That a deputy signs for the head of a commune's office on some days, by a paper. */
    record Delegation(String commune, String deputy, LocalDate from, LocalDate to, String paper, LocalDate paperOn) {}

    /** Those of the area, the newest first; {@code deputy} is a name there. */
    List<Delegation> delegations();

    /** @param delegation its {@code deputy} is the officer's name in the database */
    void delegate(Delegation delegation);
}
