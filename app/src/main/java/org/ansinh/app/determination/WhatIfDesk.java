package org.ansinh.app.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.determination.Determination;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;

/** What the law gives people and households together, as it is recorded and as it would be. Who may see whom is the question of the room that shows the answer. */
public interface WhatIfDesk {

    /** As it is recorded now. */
    Known known(Set<SubjectId> subjects);

    /** As the running transaction has it, with what it has written and may yet undo. Reads only; the answers may be asked for later. */
    Known knownHere(Set<SubjectId> subjects);

    /** Facts once read, under the law in force. */
    interface Known {

        /** Subjects that are not there (a child before its birth is recorded) have no determination. */
        List<Determination> determined(DateRange days);

        /** What one programme says of one of them; empty where nobody of that number is there. */
        Optional<ProgrammeOutcome> of(SubjectId subject, String programme, DateRange days);

        /** What a decision signed on that day would owe, beside those that are signed. */
        List<OwedLine> ifSigned(SubjectId subject, String programme, DateRange days, LocalDate signed);
    }
}
