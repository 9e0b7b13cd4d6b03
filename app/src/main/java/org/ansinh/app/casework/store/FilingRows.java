package org.ansinh.app.casework.store;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.ApplicationDesk.Incoming;
import org.ansinh.app.casework.DecisionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is done with files: every statement runs as whoever acts, under the policies and triggers of the schema, which write the history. */
@Repository
public class FilingRows {

    private final JdbcClient jdbc;

    FilingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ofHousehold the programme is for households: the one the person lives in */
    public Optional<Long> open(int person, boolean ofHousehold, String programme, String came) {
        return jdbc.sql("""
                        insert into casework.application (programme, subject_kind, subject_id, commune_code, household_id, village_id, came, occasion, state)
                        select :programme, case when :household then 'h' else 'p' end::"char", case when :household then p.household_id else p.person_id end, p.commune_code,
                               p.household_id, p.village_id, :came, 'asked', 'waiting_signature'
                          from registry.face_person p
                         where p.person_id = :person and p.commune_code is not null and (not :household or p.household_id is not null)
                        returning application_id""")
                .param("programme", programme)
                .param("household", ofHousehold)
                .param("came", came)
                .param("person", person)
                .query(Long.class)
                .optional();
    }

    /** @param due the last day of the term; a right that begins later is decided on its first day */
    public int receive(List<Long> ids, Incoming incoming, Optional<LocalDate> due) {
        return jdbc.sql("""
                        update casework.application set state = 'received', received_on = :on, shelf = :shelf, one_stop = :oneStop,
                               due_on = case when cast(:due as date) is not null then greatest(cast(:due as date), right_from) end
                         where application_id = any (:ids) and state = 'waiting_signature'""")
                .param("on", incoming.receivedOn())
                .param("shelf", incoming.shelf())
                .param("oneStop", incoming.oneStop())
                .param("due", due.orElse(null))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** @param due the term from today, which counts where papers were missing until now */
    public boolean complete(long id, Optional<LocalDate> due) {
        return jdbc.sql("""
                                update casework.application set state = 'complete', missing = '', due_on = case when state = 'received' then due_on
                                       when cast(:due as date) is not null then greatest(cast(:due as date), right_from) end
                                 where application_id = :id and state in ('received', 'incomplete')""").param("due", due.orElse(null)).param("id", id).update() == 1;
    }

    public boolean incomplete(long id, String missing) {
        return jdbc.sql(
                                "update casework.application set state = 'incomplete', missing = ?, due_on = null where application_id = ? and decision_id is null and state in ('received', 'complete', 'incomplete')")
                        .params(missing, id)
                        .update()
                == 1;
    }

    public boolean withdraw(long id, String because) {
        return jdbc.sql("update casework.application set state = 'withdrawn', because = ? where application_id = ?")
                        .params(because, id)
                        .update()
                == 1;
    }

    public boolean file(long id, String shelf, String oneStop) {
        return jdbc.sql("update casework.application set shelf = ?, one_stop = ? where application_id = ?")
                        .params(shelf, oneStop, id)
                        .update()
                == 1;
    }

    public boolean handOver(long id, String officer) {
        return jdbc.sql(
                                "update casework.application set officer = o.role_name from access.face_officer o where o.role_name = ? and application_id = ?")
                        .params(officer, id)
                        .update()
                == 1;
    }

    public int handOverAll(String from, String to) {
        return jdbc.sql("""
                        update casework.application a set officer = o.role_name from access.face_officer o
                         where o.role_name = ? and a.officer = cast(? as name) and a.state in ('waiting_signature', 'received', 'incomplete', 'complete')""").params(to, from).update();
    }

    public Map<String, String> colleagues(String commune) {
        var found = new LinkedHashMap<String, String>();
        jdbc.sql("select role_name, full_name from access.face_colleagues(?)")
                .param(commune)
                .query(row -> {
                    found.put(row.getString(1), row.getString(2));
                });
        return found;
    }

    /** What a decision on a file is to say. */
    public record ToDraft(
            long file,
            String kind,
            long level,
            int periodMonths,
            String provisions,
            String key,
            String because,
            String authority,
            boolean unverified,
            String answer,
            String payee,
            @Nullable Integer payeeId) {}

    public Optional<DecisionId> draft(ToDraft it) {
        return jdbc.sql(
                        "select casework.draft_on_file(?, ?, ?, cast(? as smallint), ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)")
                .param(it.file())
                .param(it.kind())
                .param(it.level())
                .param(it.periodMonths())
                .param(it.provisions())
                .param(it.key())
                .param(it.because())
                .param(it.authority())
                .param(it.unverified())
                .param(it.answer())
                .param(it.payee())
                .param(it.payeeId())
                .query((row, n) ->
                        Optional.ofNullable(row.getObject(1, Long.class)).map(DecisionId::new))
                .single();
    }
}
