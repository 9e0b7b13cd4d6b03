package org.ansinh.app.casework;

import java.util.List;
import java.util.Optional;

/** The record of a case for whoever puts a dossier together. It leaves no entry in the audit: whoever shows it does, once for each person. */
public interface CaseRecordDesk {

    /** Whose case a decision belongs to. */
    Optional<CaseRecord.Subject> caseOf(DecisionId decision);

    /** Programmes with a decision on them that whoever acts may read, those with the newest first. */
    List<String> programmes(boolean household, int subjectId);

    /** Every decision of the case, drafts and those that were sent back too, the oldest first; as it may stand on paper. */
    List<CaseRecord> records(CaseRecord.Subject of);
}
