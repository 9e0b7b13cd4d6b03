package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ansinh.app.access.store.AuditRows;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final AuditDesk audit = new AuditRows(database.jdbc());

    @Test
    void anEntrySaysWhoReadWhom() {
        var lan = database.officer("lan.audit", "commune_officer", "01290");
        var inspector = database.officer("thanh.tra.audit", "inspector", "*");
        database.run(Actor.officer(lan), () -> {
            audit.read(AuditDesk.Reading.OPEN_PERSON, 4711);
            audit.searched("nông văn bảo 1950", List.of(4711, 4712));
        });
        var seen = database.as(
                Actor.officer(inspector),
                () -> database.jdbc()
                        .sql(
                                "select officer || ' ' || act || ' ' || coalesce(person_id::text, shown::text) from access.audit_entry where officer = ? order by entry_id")
                        .param(lan.toString())
                        .query(String.class)
                        .list());
        assertThat(seen).containsExactly(lan + " open_person 4711", lan + " search {4711,4712}");
    }

    @Test
    void nobodyChangesOrRemovesAnEntryNotEvenTheOwner() throws Exception {
        var lan = database.officer("lan.undo", "commune_officer", "01290");
        database.run(Actor.officer(lan), () -> audit.read(AuditDesk.Reading.OPEN_PERSON, 1));
        try (var owner = database.owner().connect();
                var statement = owner.createStatement()) {
            for (String sql : List.of(
                    "update access.audit_entry set person_id = 2",
                    "delete from access.audit_entry",
                    "truncate access.audit_entry")) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("the audit is never changed");
            }
        }
        assertThatThrownBy(() -> database.run(
                        Actor.officer(lan),
                        () -> database.jdbc()
                                .sql("delete from access.audit_entry")
                                .update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void nobodyWritesInAnothersName() {
        var lan = database.officer("lan.name", "commune_officer", "01290");
        assertThatThrownBy(() -> database.run(
                        Actor.officer(lan),
                        () -> database.jdbc()
                                .sql(
                                        "insert into access.audit_entry (officer, act, person_id) values ('officer_99', 'open_person', 1)")
                                .update()))
                .hasStackTraceContaining("permission denied");
    }
}
