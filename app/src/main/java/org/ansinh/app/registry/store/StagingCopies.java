package org.ansinh.app.registry.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** One COPY per staging table. */
final class StagingCopies {
    final CopyBuffer papers;
    final CopyBuffer households;
    final CopyBuffer people;
    final CopyBuffer memberships;
    final CopyBuffer relations;
    final CopyBuffer facts;

    StagingCopies(Connection connection) throws SQLException {
        var api = connection.unwrap(PGConnection.class).getCopyAPI();
        papers = new CopyBuffer(api, "staged_recording", "key, act, document, received_on, once_key, said_at");
        households = new CopyBuffer(
                api,
                "staged_household",
                "ref, line, source, key, household_id, code, code_words, village_id, commune_code, from_day,"
                        + " recording_key, demo");
        people = new CopyBuffer(
                api,
                "staged_person",
                "ref, line, source, key, person_id, mention, recording_key, from_day, name, folded, born,"
                        + " born_precision, sex, ethnic_group, personal_number, number_state, number_problem, old_numbers,"
                        + " died_on, demo");
        memberships = new CopyBuffer(
                api,
                "staged_membership",
                "line, recording_key, person_ref, household_ref, kind, role, from_day, until, retracted, source");
        relations = new CopyBuffer(
                api,
                "staged_relation",
                "line, recording_key, from_ref, to_ref, kind, from_day, until, retracted, source");
        facts = new CopyBuffer(
                api,
                "staged_fact",
                "line, recording_key, ref, subject_kind, fact, instance, from_day, until, whole, day, words,"
                        + " retracted, source");
    }

    void send() throws SQLException {
        for (var table : List.of(papers, households, people, memberships, relations, facts)) {
            table.send();
        }
    }
}
