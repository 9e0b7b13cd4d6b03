package org.ansinh.app.casework;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.access.OfficerId;

/** The face of this room: from an entitlement without a decision to a signed decision. Everything holds for the area of whoever acts. */
public interface CaseDesk {

    /** Who is entitled in a month and has no decision, gathered by programme, commune and what the entitlement rests on. */
    List<WaitingCause> waiting(YearMonth month);

    /** Drafts a decision for everybody the order means who still waits; asked twice it drafts nobody twice. */
    long draft(DraftOrder order);

    /** Drafts a decision that adjusts a signed one to a new level from a day on. */
    Optional<DecisionId> draftAdjustment(DecisionId decision, long amount, LocalDate from, String because);

    /** Drafts a decision that ends a signed one; {@code from} is the first day on which it no longer holds. */
    Optional<DecisionId> draftStop(DecisionId decision, LocalDate from, String because);

    /** Drafts that an end signed by mistake is annulled: the months since are owed, as if it had never been. */
    Optional<DecisionId> draftAnnulment(DecisionId end, String because);

    /** Drafts that somebody whose right ended has it anew: from its signature, as the law counts; the months between stay without. */
    Optional<DecisionId> draftReopening(DecisionId end, String because);

    /** Drafts that wait for a signature, by cause. */
    List<CauseToSign> toSign();

    /** The drafts of one cause, as the list before the signer. */
    List<DecisionId> draftsOf(String programme, Optional<String> communeCode, String causeKey);

    /**
     * Signs what whoever acts may sign of these: not their own drafts, nothing on law that no jurist has released. The registry is told in the same
     * transaction, so that the law sees the decisions.
     */
    Signing sign(List<DecisionId> decisions);

    /** Sends drafts back with a reason; returns how many. */
    int sendBack(List<DecisionId> drafts, String because);

    /** One decision; reading it is reading a file, and leaves its entry in the audit. */
    Optional<Decision> open(DecisionId decision);

    List<Decision> list(DecisionChoice choice, int page, int pageSize);

    long count(DecisionChoice choice);

    /** The programmes that the area decides, those with the most decisions first. */
    List<String> programmesInUse();

    /** What signed decisions give these people in a month, đồng, as far as whoever acts may see the programmes; whoever is given nothing is left out. */
    Map<Integer, Long> monthly(Collection<Integer> people, YearMonth month);

    /** Signed decisions on one person or household, newest first. */
    List<Decision> ofSubject(boolean household, int subjectId);

    /**
     * Takes over decisions in force before this system; what stands here already is left as it is. The worker may, and an officer with the authority to sign what
     * another officer brought.
     *
     * @param broughtBy whoever brought them; none when a load of the house does
     */
    TakenOver takeOver(Optional<OfficerId> broughtBy, Consumer<Consumer<DecisionInForce>> decisions);

    /** What taking them over would come to, for whoever looks before another officer accepts; nothing is taken. */
    TakenOver wouldTakeOver(Consumer<Consumer<DecisionInForce>> decisions);
}
