package org.ansinh.app.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ansinh.timeline.DateRange;

/** Complaints, denunciations and what people say: three registers, their terms, and the answer under two signatures. Everything holds for the area of whoever acts. */
public interface GrievanceDesk {

    /** @param open only those that wait for an answer */
    record Choice(Optional<String> kind, boolean open, boolean mine) {}

    List<Grievance> list(Choice choice, int page, int pageSize);

    long count(Choice choice);

    /** How many are open of each kind, and how many of them are past a day of the law. */
    record Standing(String kind, long open, long late) {}

    List<Standing> standing();

    /** One of them; reading what somebody said is reading a file, and is audited. */
    Optional<Grievance> open(long id);

    List<ApplicationDesk.Step> steps(long id);

    /** Those against a decision, the newest first. */
    List<Grievance> against(DecisionId decision);

    /**
     * What somebody says, as it is taken down.
     *
     * @param earlier the resolved complaint whose answer this one is against
     * @param person whose case it is, where it is not against a decision; 0 for nobody's
     */
    record Incoming(
            String kind,
            Optional<DecisionId> decision,
            Optional<Long> earlier,
            String communeCode,
            int person,
            Grievance.Said said) {}

    long take(Incoming incoming);

    /** The paper is signed now; where it came late, why. */
    boolean sign(long id, String signedAs, String lateBecause);

    /** It is taken up: the term begins today. */
    boolean accept(long id, boolean complex, boolean remote);

    /** The matter turns out complex, or the place remote: the law gives longer. */
    boolean longer(long id, boolean complex, boolean remote);

    /** @param state declined, withdrawn or passed_on */
    boolean end(long id, String state, String because);

    boolean propose(long id, String finding, String conclusion);

    boolean sendBack(long id, String because);

    boolean resolve(long id, String answerNumber, LocalDate day);

    boolean handOver(long id, String officer);

    Map<String, String> colleagues(String commune);

    /** Codes of the communes whoever acts works for. */
    Set<String> communesHere();

    /** Days with the level that is signed and the level the law gives with what is known now. @param answer MET, NOT_MET or UNDETERMINED */
    record Stretch(DateRange days, long signed, long now, String answer, boolean unverified) {
        public long difference() {
            return now - signed;
        }
    }

    /** What the decision gives and what the law gives, from the decision's first month to the end of this one; empty where it is against no decision. */
    List<Stretch> compared(Grievance grievance);

    /** A term of the law as the pack has it. @param certain nobody has to check it any more */
    record Term(String label, long days, String basis, boolean certain) {}

    /** The terms that rule one of them, for whoever works on it. */
    List<Term> terms(Grievance grievance, Locale locale);
}
