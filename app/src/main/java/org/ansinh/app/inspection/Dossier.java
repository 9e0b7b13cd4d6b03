package org.ansinh.app.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.CaseRecord;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.determination.AnswerThen;
import org.ansinh.app.payments.CaseMoney;

/** The whole file of somebody's case, or of all their cases, as whoever acts may read it and as it may leave on paper. */
public record Dossier(Subject subject, List<CaseOf> cases) {

    /**
     * Who it is about.
     *
     * @param person the person, of a household its head: whose file is read
     * @param code of the household; empty for a person without one
     * @param number the personal number; empty where none is known
     */
    public record Subject(
            boolean household,
            int id,
            int person,
            String name,
            LocalDate born,
            String bornPrecision,
            String sex,
            String number,
            Optional<LocalDate> diedOn,
            String code,
            String residence) {}

    /** One programme of theirs. */
    public record CaseOf(String programme, List<Paper> papers, CaseMoney money) {}

    /**
     * A decision with what it rests on.
     *
     * @param again the same question asked again with what was known then; of a decision that was taken over, which froze nothing, the question of the month of its signature asked
     *     with what is known now; none where neither may stand on paper
     * @param recorded when each recording that it cites was made
     */
    public record Paper(
            CaseRecord record, Optional<AnswerThen> again, Map<Long, Instant> recorded, List<Grievance> complaints) {

        /** Worked out again it is what was frozen. */
        public boolean isSame() {
            return record.frozen()
                    .flatMap(then -> again.map(it -> it.provisions().equals(then.ids())
                            && (then.answer().isEmpty() || it.answer().equals(then.answer()))
                            && (!then.answer().equals("m") || it.amount().orElse(0) == then.amount())))
                    .orElse(false);
        }
    }
}
