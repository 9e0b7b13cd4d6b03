package org.ansinh.app.casework;

import static org.ansinh.app.casework.VillageOfRights.COMMUNE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.territory.TerritoryDesk;
import org.ansinh.app.territory.TerritoryDesk.NewVillage;
import org.ansinh.app.territory.TerritoryDesk.Status;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A family in an extremely difficult village, and a man alone. They become poor, he gets a certificate, a child is born: the night after each of these opens the file of whoever
 * has a right by it, and none for what a bank or a budget would have to give.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MissedAfterChangesTest {

    private static final DateRange ALWAYS = DateRange.startingOn(LocalDate.of(2025, 7, 1));

    private final VillageOfRights village = new VillageOfRights();
    private OfficerId lan = new OfficerId(1);
    private int place;
    private int home;
    private int hoa;
    private int mai;
    private int tan;

    @BeforeAll
    void nobodyHasARight() {
        lan = village.house.officer("lan.changed", "commune_officer", Set.of("social_assistance"), COMMUNE);
        place = Objects.requireNonNull(Acting.as(
                        Actor.WORKER,
                        () -> village.house.get(TerritoryDesk.class).addVillages(List.of(difficult())))
                .get("MR-01"));
        family();
        home = Integer.parseInt(
                village.house.text("select household_id::text from registry.face_household where code = 'MR-1'"));
        hoa = village.number("Lường Thị Hoa");
        mai = village.number("Lường Thị Mai");
        tan = village.elder("Chu Văn Tàn", LocalDate.of(1980, 2, 3));
        int dat = village.number("Lường Văn Đạt");
        village.fact(dat, "person.training_course", FactValue.YES);
        village.fact(dat, "person.training_days", FactValue.whole(30));
        village.night();
    }

    @AfterAll
    void closed() {
        village.close();
    }

    private static NewVillage difficult() {
        return new NewVillage(
                "MR-01",
                "Lũng Khó",
                true,
                Timeline.of(List.of(new Timeline.Span<>(ALWAYS, COMMUNE))),
                List.of(new Status(ALWAYS, "iii", "confirmed")),
                List.of(new Status(ALWAYS, "true", "confirmed")));
    }

    private void family() {
        village.load(rows -> {
            int paper = rows.paper(Paper.of("load", "family"));
            var where = rows.household(
                    paper, new HouseholdLine(1, "missed", "MR-1", "MR-1", Optional.of(place), COMMUNE, ALWAYS, false));
            var people = Map.of(
                    "Lường Văn Đạt", "head 1985-03-02 male",
                    "Lường Thị Hoa", "spouse 1990-06-09 female",
                    "Lường Thị Mai", "parent 1954-05-20 female");
            people.forEach((name, told) -> {
                var words = told.split(" ");
                var who = rows.person(
                        paper, 1, "missed", name, IdentityLine.of(name, LocalDate.parse(words[1]), words[2]), false);
                rows.membership(paper, 1, who, where, "residence", words[0], ALWAYS);
                rows.fact(paper, 1, who, "person.monthly_pension", "", ALWAYS, FactValue.whole(0), "tờ khai");
            });
        });
    }

    private void recorded(String act, Change... changes) {
        var result = Acting.as(
                Actor.officer(lan),
                () -> village.house.get(ChangeDesk.class).record(Paper.of(act, "giấy " + act), List.of(changes)));
        assertThat(result).isInstanceOf(ChangeResult.Recorded.class);
        village.night();
    }

    private static Change stated(SubjectRef.Kind kind, int subject, String fact, LocalDate from, FactValue value) {
        return new Change.Stated(kind, subject, fact, "", DateRange.startingOn(from), value);
    }

    @Test
    @Order(1)
    void beforeAnythingHappenedThereIsNoFile() {
        assertThat(village.house.text("select count(*)::text from casework.application"))
                .isEqualTo("0");
    }

    @Test
    @Order(2)
    void whoseHouseholdBecamePoorAt72HasTheSocialPensionFrom70() {
        recorded(
                "class",
                stated(
                        SubjectRef.Kind.HOUSEHOLD,
                        home,
                        "household.class",
                        LocalDate.of(2026, 10, 1),
                        FactValue.words("poor")));
        assertThat(village.files(mai)).containsExactly("social_pension right waiting_signature");
        assertThat(groundOf(mai)).startsWith("aged_70_poor");
        assertThat(village.files(hoa)).isEmpty();
        assertThat(village.files(tan)).as("another household").isEmpty();
    }

    @Test
    @Order(3)
    void aCertificateOfASevereDisabilityOpensTheFileOfTheAllowance() {
        recorded(
                "disability",
                stated(
                        SubjectRef.Kind.PERSON,
                        tan,
                        "person.disability",
                        LocalDate.of(2026, 10, 5),
                        FactValue.words("severe")),
                stated(
                        SubjectRef.Kind.PERSON,
                        tan,
                        "person.disability_certified_on",
                        LocalDate.of(2026, 10, 5),
                        FactValue.day(LocalDate.of(2026, 10, 5))));
        assertThat(village.files(tan)).containsExactly("social_assistance right waiting_signature");
        assertThat(groundOf(tan)).isEqualTo("severe_disability");
    }

    @Test
    @Order(4)
    void aChildBornIntoAPoorHouseholdThereHasAFileOfItsOwn() {
        recorded(
                "birth",
                new Change.Birth(
                        IdentityLine.of("Lường Gia Bảo", LocalDate.of(2026, 10, 8), "male"),
                        Optional.of(hoa),
                        Optional.empty(),
                        home,
                        "child"));
        int child = village.number("Lường Gia Bảo");
        assertThat(village.files(child)).containsExactly("social_assistance right waiting_signature");
        assertThat(groundOf(child)).isEqualTo("infant_difficult_place");
    }

    /** A loan is for a bank to give, a house for a budget: both are shown as possible, and nobody is asked to sign for them. */
    @Test
    @Order(5)
    void nothingIsOpenedForLoansAndQuotas() {
        assertThat(names("select distinct programme from casework.face_waiting where not is_right"))
                .as("a course that the budget may pay could have been opened")
                .contains("training_allowance");
        assertThat(
                        names(
                                "select distinct o.programme from determination.face_outcome o join determination.face_programme p using (programme) where p.kind = 'bank_decides' and o.answer = 'm'"))
                .as("and so could a loan for poor households")
                .contains("policy_credit");
        assertThat(names("select distinct programme from casework.application"))
                .containsExactlyInAnyOrder("social_pension", "social_assistance");
        assertThat(
                        names(
                                "select a.programme from casework.application a join determination.face_programme p using (programme) where p.kind <> 'right'"))
                .isEmpty();
    }

    private String groundOf(int person) {
        return village.house.text(
                "select provisions from casework.application where subject_kind = 'p' and subject_id = " + person);
    }

    private List<String> names(String sql) {
        return village.house.as(
                Actor.WORKER,
                () -> village.house.jdbc().sql(sql).query(String.class).list());
    }
}
