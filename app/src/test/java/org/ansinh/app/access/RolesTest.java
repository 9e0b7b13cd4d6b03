package org.ansinh.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class RolesTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void aTransactionWithNobodyActingIsRefusedWithASentence() {
        var transaction = new TransactionTemplate(database.transactions());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {}))
                .isInstanceOf(NobodyActs.class)
                .hasMessageContaining("Acting.as");
    }

    @Test
    void theGateItselfSeesNothing() {
        assertThatThrownBy(() -> text("select login from access.officer limit 1"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void everyTransactionTakesTheActorsRoleAndTheHouseDay() {
        var lan = database.officer("lan.roles", "commune_officer", "01273");
        assertThat(database.as(Actor.officer(lan), () -> text("select current_user::text")))
                .isEqualTo(lan.toString());
        assertThat(database.as(Actor.WORKER, () -> text("select current_user::text")))
                .isEqualTo("ansinh_worker");
        assertThat(database.as(Actor.DETERMINER, () -> text("select public.house_today()::text")))
                .isEqualTo("2026-10-20");
    }

    @Test
    void theRoleEndsWithTheTransaction() {
        database.run(Actor.WORKER, () -> {});
        assertThat(text("select current_user::text")).isEqualTo("ansinh_gate");
    }

    @Test
    void oneActorDoesNotSlipIntoAnothersTransaction() {
        assertThatThrownBy(() -> database.run(Actor.WORKER, () -> database.run(Actor.DETERMINER, () -> {})))
                .hasMessageContaining("ansinh_determiner cannot join");
    }

    @Test
    void anotherActorMayHaveATransactionOfItsOwnWithin() {
        var own = new TransactionTemplate(database.transactions());
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var transactions = database.transactions();
        var outer = new TransactionTemplate(transactions);
        own.setTransactionManager(transactions);
        String seen = Acting.as(
                Actor.WORKER,
                () -> outer.execute(status -> {
                    String within =
                            Acting.as(Actor.DETERMINER, () -> own.execute(inner -> text("select current_user::text")));
                    return within + " then " + text("select current_user::text");
                }));
        assertThat(seen).isEqualTo("ansinh_determiner then ansinh_worker");
    }

    @Test
    void anOfficerSeesTheirOwnCommunesOnly() {
        var hoa = database.officer("hoa.area", "commune_officer", "01273", "01288");
        database.run(Actor.officer(hoa), () -> {
            assertThat(text("select access.my_communes()::text")).isEqualTo("{01273,01288}");
            assertThat(text("select access.may_see_commune('01288')::text")).isEqualTo("true");
            assertThat(text("select access.may_see_commune('01321')::text")).isEqualTo("false");
            assertThat(text("select access.sees_province()::text")).isEqualTo("false");
        });
    }

    @Test
    void anAreaEndsOnItsLastDay() {
        var inspector = database.officer("thanh.tra", "inspector", "*");
        database.run(Actor.officer(inspector), () -> {
            assertThat(text("select access.sees_province()::text")).isEqualTo("true");
            text("select set_config('ansinh.today', '2027-01-01', true)");
            assertThat(text("select access.sees_province()::text")).isEqualTo("false");
            assertThat(text("select access.has_role('inspector')::text")).isEqualTo("false");
        });
    }

    @Test
    void anOfficerCannotSetAnAreaByHand() {
        var binh = database.officer("binh.area", "commune_officer", "01273");
        var actor = Actor.officer(binh);
        var more = "select access.give_area(%d, '01321', '[2026-01-01,)')".formatted(binh.number());
        assertThatThrownBy(() -> database.as(actor, () -> text(more)))
                .hasStackTraceContaining("may not change officers");
        assertThatThrownBy(() -> database.as(
                        actor,
                        () -> text("insert into access.officer_area values (%d, '01321', '[2026-01-01,)') returning 'x'"
                                .formatted(binh.number()))))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void anAdministratorDoesNotWidenTheirOwnArea() {
        var quan = database.officer("quan.tri", "administrator");
        assertThatThrownBy(() -> database.as(
                        Actor.officer(quan),
                        () -> text("select access.give_area(%d, '*', '[2026-01-01,)')".formatted(quan.number()))))
                .hasStackTraceContaining("nobody widens their own area");
    }

    @Test
    void anInspectorComesForATime() {
        assertThatThrownBy(() -> database.as(Actor.WORKER, () -> {
                    int id = database.jdbc()
                            .sql("select access.open_officer('mai', 'Mai')")
                            .query(Integer.class)
                            .single();
                    return text("select access.give_role(%d, 'inspector', '[2026-01-01,)')".formatted(id));
                }))
                .hasStackTraceContaining("officer_role_check");
    }

    @Test
    void anOfficersRoleCanNeitherLogInNorTakeAnothersRole() {
        var mot = database.officer("mot", "commune_officer", "01273");
        var row = database.as(
                Actor.WORKER,
                () -> text("select rolcanlogin::text || rolsuper || rolbypassrls from pg_roles where rolname = '%s'"
                        .formatted(mot)));
        assertThat(row).isEqualTo("falsefalsefalse");
    }

    private static String text(String sql) {
        return database.jdbc().sql(sql).query(String.class).optional().orElse("");
    }
}
