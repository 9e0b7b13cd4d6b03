package org.ansinh.app.casework;

import static org.ansinh.app.casework.VillageOfRights.COMMUNE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.casework.ApplicationDesk.Bucket;
import org.ansinh.app.casework.ApplicationDesk.Loss;
import org.ansinh.app.jobs.DailyWork;
import org.ansinh.app.registry.FactValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Nights in a village: whoever has a right and does not use it gets a file; nobody gets two; what is no right any more closes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MissedRightsTest {

    private final VillageOfRights village = new VillageOfRights();
    private int hoa;
    private int mai;
    private int tam;
    private int soon;
    private int later;
    private int decided;
    private int burier;

    @BeforeAll
    void aVillageThatWasDetermined() {
        hoa = village.elder("Nông Thị Hoa", LocalDate.of(1945, 3, 4));
        mai = village.elder("Nông Thị Mai", LocalDate.of(1946, 3, 4));
        tam = village.elder("Nông Thị Tâm", LocalDate.of(1944, 3, 4), false);
        soon = village.elder("Lý Thị Sắp", LocalDate.of(1951, 11, 12));
        later = village.elder("Lý Thị Sau", LocalDate.of(1951, 12, 25));
        decided = village.elder("Bế Thị Quyết", LocalDate.of(1943, 1, 2));
        village.decided(decided, "social_pension", LocalDate.of(2025, 7, 4), 500_000);
        var dead = village.elder("Bế Thị Mất", LocalDate.of(1940, 1, 2));
        village.decided(dead, "social_pension", LocalDate.of(2025, 7, 4), 500_000);
        burier = village.elder("Bế Văn Lo", LocalDate.of(1980, 1, 2));
        village.died(dead, "Bế Thị Mất", LocalDate.of(2026, 9, 3));
        village.buries(burier, dead, LocalDate.of(2026, 9, 3));
        village.night();
    }

    @AfterAll
    void closed() {
        village.close();
    }

    @Test
    @Order(1)
    void whoeverHasARightAndNoDecisionGetsAFileThatWaitsForTheirSignature() {
        assertThat(village.files(hoa)).containsExactly("social_pension right waiting_signature");
        assertThat(village.files(tam))
                .as("nobody has asked about a pension: no right yet")
                .isEmpty();
        assertThat(village.files(decided)).isEmpty();
    }

    @Test
    @Order(2)
    void sixtyDaysBeforeTheBirthdayTheFileIsReadyAndSaysWhatALateSignatureCosts() {
        assertThat(village.files(soon)).containsExactly("social_pension birthday waiting_signature");
        assertThat(village.files(later)).as("turns 75 in more than 60 days").isEmpty();
        var lan = village.house.officer("lan.rights", "commune_officer", Set.of("social_assistance"), COMMUNE);
        var desk = village.house.get(ApplicationDesk.class);
        Acting.run(Actor.officer(lan), () -> {
            var file = desk.ofSubject(false, soon).getFirst();
            assertThat(file.rightFrom()).contains(LocalDate.of(2026, 11, 12));
            assertThat(file.level()).isEqualTo(540_000);
            assertThat(desk.lossByWaiting(file))
                    .contains(new Loss(java.time.YearMonth.of(2026, 12), java.time.YearMonth.of(2026, 11), 540_000));
            assertThat(desk.lossByWaiting(desk.ofSubject(false, hoa).getFirst()))
                    .contains(new Loss(java.time.YearMonth.of(2026, 11), java.time.YearMonth.of(2026, 10), 540_000));
            assertThat(desk.list(ApplicationChoice.of(Bucket.AHEAD), 1, 10))
                    .extracting(it -> it.subject().name())
                    .containsExactly("Lý Thị Sắp");
        });
    }

    @Test
    @Order(3)
    void aKnownDeathOpensTheFuneralFileOfWhoeverBuries() {
        assertThat(village.files(burier)).containsExactly("funeral event waiting_signature");
        var lan = village.house.officer("lan.rights.funeral", "commune_officer", Set.of("social_assistance"), COMMUNE);
        var desk = village.house.get(ApplicationDesk.class);
        Acting.run(Actor.officer(lan), () -> {
            var file = desk.ofSubject(false, burier).getFirst();
            assertThat(file.level()).isEqualTo(10_800_000);
            assertThat(desk.lossByWaiting(file))
                    .as("due for the death, whenever it is signed")
                    .isEmpty();
        });
    }

    @Test
    @Order(4)
    void anotherNightFindsNobodyTwice() {
        village.night().night();
        assertThat(village.files(hoa)).hasSize(1);
        assertThat(village.files(soon)).hasSize(1);
        assertThat(village.house.text("select (sum(opened) - max(opened))::text from casework.finding"))
                .as("every night after the first opened nothing")
                .isEqualTo("0");
    }

    @Test
    @Order(5)
    void theTurnOfADayAsksOnceAndLooksAgainAfterSomethingWasRecorded() {
        var asked = village.house.get(org.ansinh.app.jobs.JobDesk.class);
        int before = asked.latest("missed-rights", 100).size();
        Acting.run(
                Actor.WORKER,
                () -> village.house
                        .context()
                        .getBeanProvider(DailyWork.class)
                        .forEach(it -> it.turnTo(LocalDate.of(2026, 10, 20))));
        assertThat(asked.latest("missed-rights", 100)).as("done today already").hasSize(before);
    }

    @Test
    @Order(6)
    void whatIsNoRightAnyMoreCloses() {
        village.died(mai, "Nông Thị Mai", LocalDate.of(2026, 10, 10));
        village.fact(soon, "person.monthly_pension", FactValue.whole(3_000_000));
        village.fact(tam, "person.monthly_pension", FactValue.whole(0));
        village.decided(hoa, "social_pension", LocalDate.of(2026, 10, 15), 540_000);
        village.night();

        assertThat(village.files(mai)).containsExactly("social_pension right closed dead");
        assertThat(village.files(soon)).containsExactly("social_pension birthday closed no_right");
        assertThat(village.files(hoa)).containsExactly("social_pension right closed decided");
        assertThat(village.files(tam)).as("asked meanwhile").containsExactly("social_pension right waiting_signature");
    }

    @Test
    @Order(7)
    void whoDeclinedIsNotAskedAgainForTheSameRight() {
        var lan = village.house.officer("lan.rights.declined", "commune_officer", Set.of("social_assistance"), COMMUNE);
        var desk = village.house.get(ApplicationDesk.class);
        Acting.run(
                Actor.officer(lan),
                () -> assertThat(desk.withdraw(
                                desk.ofSubject(false, tam).getFirst().id(), "Không có nhu cầu"))
                        .isTrue());
        village.night();
        assertThat(village.files(tam)).containsExactly("social_pension right withdrawn Không có nhu cầu");
    }

    @Test
    @Order(8)
    void theNextDayDeterminesEverybodyAnewBecauseSomethingWasRecorded() {
        village.elder("Hoàng Thị Mới", LocalDate.of(1947, 5, 6));
        Acting.run(
                Actor.WORKER,
                () -> village.house
                        .context()
                        .getBeanProvider(DailyWork.class)
                        .forEach(it -> it.turnTo(LocalDate.of(2026, 10, 21))));
        village.house.work();
        assertThat(village.files(village.number("Hoàng Thị Mới")))
                .containsExactly("social_pension right waiting_signature");
    }

    @Test
    @Order(9)
    void aListOfDeathsThatComesAsAFileWaitsForNoNight() {
        var asked = village.house.get(org.ansinh.app.jobs.JobDesk.class);
        int before = asked.latest("missed-rights", 100).size();
        village.fact(tam, "person.monthly_pension", FactValue.whole(1));
        assertThat(asked.latest("missed-rights", 100)).as("nobody died").hasSize(before);

        village.died(decided, "Bế Thị Quyết", LocalDate.of(2026, 10, 12));

        assertThat(asked.latest("missed-rights", 100))
                .as("whoever buries her is looked for at once")
                .hasSize(before + 1);
    }
}
