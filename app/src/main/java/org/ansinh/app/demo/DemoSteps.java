package org.ansinh.app.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.ledger.BudgetDesk.AllottedLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which steps are done; a step and its mark are one transaction. */
@Repository
class DemoSteps {

    private final JdbcClient jdbc;

    DemoSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isDone(String name) {
        return jdbc.sql("select exists (select from demo.step where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    Optional<String> says(String name) {
        return jdbc.sql("select says from demo.step where name = :name")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Somebody works here already. */
    boolean anyOfficer() {
        return jdbc.sql("select exists (select from access.face_officer)")
                .query(Boolean.class)
                .single();
    }

    void done(String name, String says) {
        jdbc.sql("insert into demo.step (name, says) values (:name, :says) on conflict (name) do nothing")
                .param("name", name)
                .param("says", says)
                .update();
    }

    /** The register's number of everybody (p) or every household (h) that the demonstration brought, by its own key. */
    Map<String, Integer> numbers(String kind) {
        var numbers = new HashMap<String, Integer>();
        jdbc.sql(
                        "select key, subject_id from registry.face_known_as where source = 'demo' and subject_kind = cast(:kind as \"char\")")
                .param("kind", kind)
                .query(row -> {
                    numbers.put(row.getString(1), row.getInt(2));
                });
        return numbers;
    }

    /** What signed decisions give a month, by programme and commune. */
    List<AllottedLine> monthlyByDecisions() {
        return jdbc.sql("""
                        select programme, commune_code, sum(amount) as monthly from casework.face_decision
                         where state = 'signed' and kind = 'grant' and amount > 0 group by 1, 2 order by 1, 2""")
                .query((row, n) -> new AllottedLine(
                        row.getString("programme"), row.getString("commune_code"), row.getLong("monthly")))
                .list();
    }

    /** Living people of one household of the commune, the oldest first: of four to eight, one in which something is decided where there is such a one. */
    List<Integer> household(String commune) {
        return jdbc.sql("""
                        with home as (
                            select p.household_id from registry.face_person p
                              left join casework.face_decision d on d.subject_kind = 'p' and d.subject_id = p.person_id and d.state = 'signed'
                             where p.commune_code = :commune and p.lives_here and p.died_on is null
                             group by 1 having count(distinct p.person_id) between 4 and 8 order by count(d.decision_id) = 0, 1 limit 1
                        )
                        select p.person_id from registry.face_person p join home using (household_id) where p.lives_here and p.died_on is null order by p.born, 1""")
                .param("commune", commune)
                .query((row, n) -> row.getInt(1))
                .list();
    }
}
