package org.ansinh.app.registry.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.store.FillingRows;
import org.ansinh.app.registry.store.LoadRows;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.timeline.DateRange;

/** A small register for tests: two communes with a village each, the facts a test needs, and people brought in by the one way in. */
final class Register {
    static final String THUC_PHAN = "01273";
    static final String TAN_GIANG = "01288";
    static final LocalDate SINCE = LocalDate.of(2000, 1, 1);

    private static final String FACTS = """
            [{"id": "person.disability", "subject": "p", "type": "enum", "enum_values": ["none", "mild", "severe"]},
             {"id": "person.monthly_pension", "subject": "p", "type": "dong", "least": 0, "most": 1000000000},
             {"id": "person.cared_at_home", "subject": "p", "type": "bool"},
             {"id": "person.decision", "subject": "p", "type": "day", "many": true, "stated_by": ["casework"]},
             {"id": "household.class", "subject": "h", "type": "enum", "enum_values": ["none", "middle", "near_poor", "poor"]}]""";

    private final TestDatabase database;
    final LoadDesk loading;

    Register(TestDatabase database) {
        this.database = database;
        this.loading = new LoadingDesk(
                new LoadRows(database.source()),
                new FillingRows(database.source()),
                database.transactions(),
                event -> {},
                database.clock());
    }

    /** Once per database. */
    void lay() {
        database.run(Actor.WORKER, () -> {
            database.jdbc().sql("""
                    insert into territory.commune (code, kind, name, district, days)
                    values ('01273', 'Phường', 'Thục Phán', '', '[2025-07-01,)'), ('01288', 'Phường', 'Tân Giang', '', '[2025-07-01,)')""").update();
            database.jdbc().sql("""
                    with v as (insert into territory.village (code, invented) values ('V1', true), ('V2', true) returning village_id, code)
                    insert into territory.village_name (village_id, name, commune_code, days)
                    select village_id, case code when 'V1' then 'Nà Lắc' else 'Bản Mới' end, case code when 'V1' then '01273' else '01288' end, '[2025-07-01,)'
                    from v""").update();
            database.jdbc()
                    .sql("select registry.face_define_facts(cast(? as jsonb))")
                    .params(FACTS)
                    .query(row -> {});
        });
    }

    LoadResult load(Consumer<RegisterLoad> rows) {
        return Acting.as(Actor.WORKER, () -> loading.load(rows));
    }

    static SubjectRef household(RegisterLoad rows, int paper, String code, String commune) {
        int village = commune.equals(THUC_PHAN) ? 1 : 2;
        return rows.household(
                paper,
                new HouseholdLine(1, "test", code, code, Optional.of(village), commune, DateRange.always(), false));
    }

    /** One person alone in a household of their own, who heads it. */
    int alone(String key, String commune, IdentityLine identity) {
        load(rows -> {
            int paper = rows.paper(Paper.of("load"));
            var home = household(rows, paper, "H-" + key, commune);
            var person = rows.person(paper, 1, "test", key, identity, false);
            rows.membership(
                    paper,
                    1,
                    person,
                    home,
                    "residence",
                    "head",
                    DateRange.startingOn(identity.born().orElse(SINCE)));
        });
        return id(key);
    }

    int id(String key) {
        return number("select subject_id from registry.known_as where subject_kind = 'p' and key = '" + key + "'");
    }

    /** Whoever has a home today is somebody who lives here, and nobody else, whatever was recorded. */
    void whoLivesHereIsWhoeverHasAHomeToday() {
        assertThat(number(
                        "select count(*) from registry.person p where p.lives_here is distinct from exists (select from registry.membership_now m"
                                + " where m.person_id = p.id and m.kind = 1 and m.days @> public.house_today())"))
                .isZero();
    }

    int number(String sql) {
        return database.as(
                Actor.WORKER,
                () -> database.jdbc().sql(sql).query(Integer.class).single());
    }

    String text(String sql) {
        return database.as(
                Actor.WORKER, () -> database.jdbc().sql(sql).query(String.class).single());
    }
}
