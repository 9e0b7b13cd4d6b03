package org.ansinh.app.inspection;

import java.util.Optional;
import org.ansinh.app.casework.DecisionId;

/**
 * The dossier of a case: who, on which facts, by which law, decided by whom, paid when. Whoever may read decisions in the area gets it; a programme whose name would give a
 * hidden fact away has none, for a dossier leaves the house. Each is one printed file in the audit.
 */
public interface DossierDesk {

    /** Of the case a decision belongs to. */
    Optional<Dossier> ofDecision(DecisionId decision);

    /** Of one programme of a person or household, or of all of them. */
    Optional<Dossier> ofSubject(boolean household, int id, Optional<String> programme);

    /** Whether whoever acts gets a dossier of them. */
    boolean hasCases(boolean household, int id);
}
