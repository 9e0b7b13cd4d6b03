package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The papers that decisions become, and who may sign them for whom. */
public interface LetterDesk {

    /** The letter of a decision that grants or refuses and was made here; reading it is printing a file, and leaves its entry in the audit. */
    Optional<Letter> letter(DecisionId decision);

    /** That a deputy signs for the head of a commune's office on some days, by a paper. */
    record Delegation(String commune, String deputy, LocalDate from, LocalDate to, String paper, LocalDate paperOn) {}

    /** Those of the area, the newest first; {@code deputy} is a name there. */
    List<Delegation> delegations();

    /** @param delegation its {@code deputy} is the officer's name in the database */
    void delegate(Delegation delegation);
}
