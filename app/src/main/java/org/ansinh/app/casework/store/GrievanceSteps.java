package org.ansinh.app.casework.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is done with complaints and their like: under the policies and triggers of the schema, which write the history. */
@Repository
public class GrievanceSteps {

    private final JdbcClient jdbc;

    GrievanceSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean sign(long id, String signedAs, String lateBecause) {
        return jdbc.sql(
                                "update casework.grievance set signed_as = ?, late_because = coalesce(nullif(?, ''), late_because) where grievance_id = ?")
                        .params(signedAs, lateBecause, id)
                        .update()
                == 1;
    }

    public boolean accept(long id, boolean complex, boolean remote, Optional<LocalDate> due) {
        return jdbc.sql(
                                "update casework.grievance set state = 'accepted', complex = ?, remote = ?, due_on = ?, because = '' where grievance_id = ?")
                        .param(complex)
                        .param(remote)
                        .param(due.orElse(null))
                        .param(id)
                        .update()
                == 1;
    }

    public boolean longer(long id, boolean complex, boolean remote, Optional<LocalDate> due) {
        return jdbc.sql("update casework.grievance set complex = ?, remote = ?, due_on = ? where grievance_id = ?")
                        .param(complex)
                        .param(remote)
                        .param(due.orElse(null))
                        .param(id)
                        .update()
                == 1;
    }

    public boolean end(long id, String state, String because) {
        return jdbc.sql("update casework.grievance set state = ?, because = ? where grievance_id = ?")
                        .params(state, because, id)
                        .update()
                == 1;
    }

    public boolean propose(long id, String finding, String conclusion) {
        return jdbc.sql(
                                "update casework.grievance set state = 'proposed', finding = nullif(?, ''), conclusion = ? where grievance_id = ?")
                        .params(finding, conclusion, id)
                        .update()
                == 1;
    }

    public boolean sendBack(long id, String because) {
        return jdbc.sql(
                                "update casework.grievance set state = 'accepted', because = ? where grievance_id = ? and state = 'proposed'")
                        .params(because, id)
                        .update()
                == 1;
    }

    public boolean resolve(long id, String answerNumber, LocalDate day) {
        return jdbc.sql(
                                "update casework.grievance set state = 'resolved', answer_number = ?, resolved_on = ? where grievance_id = ?")
                        .params(answerNumber, day, id)
                        .update()
                == 1;
    }

    public boolean handOver(long id, String officer) {
        return jdbc.sql(
                                "update casework.grievance set officer = o.role_name from access.face_officer o where o.role_name = ? and grievance_id = ?")
                        .params(officer, id)
                        .update()
                == 1;
    }

    /** The level a month that the signed decisions give whom a decision is about, đồng; days before and after are left open. */
    public Timeline<Long> signedLevels(DecisionId decision, DateRange within) {
        List<Timeline.Span<Long>> spans = jdbc.sql("""
                        select greatest(l.from_month, :from) as first, least(l.until_month - 1, :to) as last, l.amount
                          from casework.face_decision d join casework.face_level l
                            on l.programme = d.programme and l.subject_kind = d.subject_kind and l.subject_id = d.subject_id
                         where d.decision_id = :decision and l.from_month <= :to and l.until_month > :from order by 1""")
                .param("decision", decision.number())
                .param("from", within.from())
                .param("to", within.to())
                .query((row, n) -> new Timeline.Span<>(
                        new DateRange(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)),
                        row.getLong("amount")))
                .list();
        return Timeline.of(spans);
    }
}
