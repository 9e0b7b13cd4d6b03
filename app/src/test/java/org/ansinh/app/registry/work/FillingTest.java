package org.ansinh.app.registry.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadDesk.Filling;
import org.ansinh.app.registry.LoadDesk.Part;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A province comes into an empty register commune by commune, on two connections; a power cut in the middle costs the commune that was under way. */
class FillingTest {

    private static final LocalDate BORN = LocalDate.of(1950, 8, 20);
    private static final Paper HAND_OVER = paper("hand-over", "2025-07-01T01:00:00Z");
    private static final Paper AUGUST = paper("august", "2025-08-31T01:00:00Z");

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    Register register;

    @BeforeEach
    void lay() {
        register = new Register(database);
        register.lay();
    }

    private static Paper paper(String key, String at) {
        return new Paper("load", Optional.of(key), Optional.empty(), Optional.of(key), Optional.of(Instant.parse(at)));
    }

    /** Somebody who lives alone and turned out in August to be severely disabled. */
    private static Part oneOf(String commune, String number) {
        return new Part(commune, rows -> {
            int handOver = rows.paper(HAND_OVER);
            int august = rows.paper(AUGUST);
            var home = Register.household(rows, handOver, "H-" + commune, commune);
            var person = rows.person(
                    handOver,
                    1,
                    "test",
                    commune,
                    IdentityLine.of("Nông Thị Lan", BORN, "female").number(number),
                    false);
            rows.membership(handOver, 1, person, home, "residence", "head", DateRange.startingOn(BORN));
            disabled(rows, handOver, person, "mild");
            disabled(rows, august, person, "severe");
        });
    }

    private static void disabled(
            RegisterLoad rows, int paper, org.ansinh.app.registry.SubjectRef person, String degree) {
        var days = DateRange.startingOn(LocalDate.of(2025, 1, 1));
        rows.fact(paper, 1, person, "person.disability", "", days, FactValue.words(degree), "test");
    }

    private LoadResult fill(Part... parts) {
        return Acting.as(
                Actor.WORKER,
                () -> register.loading.fill(
                        new Filling("cao-bang", List.of(HAND_OVER, AUGUST), List.of(List.of(parts)))));
    }

    @Test
    void everyPartIsThereAndEveryProjectionToo() {
        var result = fill(oneOf(Register.THUC_PHAN, "004150123456"), oneOf(Register.TAN_GIANG, "004150123457"));

        assertThat(result.added()).isEqualTo(new LoadResult.Counts(2, 2, 2, 2, 2, 0, 6));
        assertThat(register.number("select count(*) from registry.household where head_id is not null"))
                .isEqualTo(2);
        assertThat(register.number("select count(*) from registry.fact_now where words = 'severe'"))
                .isEqualTo(2);
        assertThat(register.number("select count(*) from registry.fact_now where words = 'mild'"))
                .isZero();
        assertThat(register.number("select count(*) from registry.person where words @@ 'lan'"))
                .isEqualTo(2);
        register.whoLivesHereIsWhoeverHasAHomeToday();
    }

    @Test
    void whatWasKnownBeforeAugustIsStillToldApart() {
        fill(oneOf(Register.THUC_PHAN, "004150123456"), oneOf(Register.TAN_GIANG, "004150123457"));

        assertThat(register.text("""
                select string_agg(distinct f.words, ',') from registry.person p,
                    registry.face_facts_known_at('p', array[p.id], registry.face_number_at('2025-08-01')) f
                where f.fact = 'person.disability'""")).isEqualTo("mild");
    }

    @Test
    void aBrokenFillingGoesOnWithThePartsThatAreMissing() {
        Part broken = new Part(Register.TAN_GIANG, rows -> {
            throw new IllegalStateException("the power went");
        });
        assertThatThrownBy(() -> fill(oneOf(Register.THUC_PHAN, "004150123456"), broken))
                .hasMessageContaining("the power went");

        var result = fill(oneOf(Register.THUC_PHAN, "004150123456"), oneOf(Register.TAN_GIANG, "004150123457"));

        assertThat(result.added().people()).isEqualTo(2);
        assertThat(register.number("select count(*) from registry.recording")).isEqualTo(2);
        assertThat(register.number("select count(*) from registry.person")).isEqualTo(2);
    }

    @Test
    void filledTwiceIsFilledOnce() {
        fill(oneOf(Register.THUC_PHAN, "004150123456"));
        fill(oneOf(Register.THUC_PHAN, "004150123456"));

        assertThat(register.number("select count(*) from registry.fact_entry")).isEqualTo(3);
    }

    @Test
    void untilItIsFinishedNothingElseIsRecorded() {
        Part broken = new Part(Register.TAN_GIANG, rows -> {
            throw new IllegalStateException("the power went");
        });
        assertThatThrownBy(() -> fill(broken)).hasMessageContaining("the power went");
        Consumer<RegisterLoad> form = rows -> rows.paper(Paper.of("load"));

        assertThatThrownBy(() -> register.load(form)).rootCause().hasMessageContaining("being filled (cao-bang)");
    }

    @Test
    void aRegisterWithPeopleInItIsNotFilled() {
        register.alone("an", Register.THUC_PHAN, IdentityLine.of("Lý Văn An", BORN, "male"));

        assertThatThrownBy(() -> fill(oneOf(Register.TAN_GIANG, "004150123457")))
                .rootCause()
                .hasMessageContaining("not empty");
    }

    @Test
    void oneNumberInTwoPartsMarksTheNewcomer() {
        fill(oneOf(Register.THUC_PHAN, "004150123456"), oneOf(Register.TAN_GIANG, "004150123456"));

        assertThat(register.number("select count(*) from registry.person where number_state = 'conflict'"))
                .isEqualTo(1);
        assertThat(register.number("select count(*) from registry.identity_entry where number_state = 'conflict'"))
                .isEqualTo(1);
    }

    @Test
    void whoLivesInAHouseholdOfAnEarlierStageHeadsIt() {
        var households = new Part("households", rows -> {
            int paper = rows.paper(HAND_OVER);
            Register.household(rows, paper, "H-1", Register.THUC_PHAN);
        });
        var people = new Part("people", rows -> {
            int paper = rows.paper(HAND_OVER);
            var person = rows.person(paper, 1, "test", "x", IdentityLine.of("Lý Văn An", BORN, "male"), false);
            var home = rows.mentionedHousehold(1, "test", "H-1");
            rows.membership(paper, 1, person, home, "residence", "head", DateRange.startingOn(BORN));
        });

        var stages = List.of(List.of(households), List.of(people));
        Acting.as(Actor.WORKER, () -> register.loading.fill(new Filling("cao-bang", List.of(HAND_OVER), stages)));

        assertThat(register.text("""
                select p.name || ' ' || p.commune_code from registry.household h
                join registry.person p on p.id = h.head_id and p.household_id = h.id""")).isEqualTo("Lý Văn An 01273");
    }

    /** Died on 3 August 2025; the office heard of it by the paper of the end of August. Both clocks stay right: who she was is known since the hand-over. */
    @Test
    void aDeathHeardOfLaterIsUnknownBeforeAndNothingElseOfThePersonIs() {
        var died = LocalDate.of(2025, 8, 3);
        var people = new Part("people", rows -> {
            int paper = rows.paper(HAND_OVER);
            var home = Register.household(rows, paper, "H-1", Register.THUC_PHAN);
            var person = rows.person(paper, 1, "test", "x", IdentityLine.of("Lý Thị An", BORN, "female"), false);
            rows.membership(paper, 1, person, home, "residence", "head", DateRange.startingOn(BORN));
        });
        var deaths = new Part(
                "deaths",
                rows -> {
                    int august = rows.paper(AUGUST);
                    var alive = IdentityLine.of("Lý Thị An", BORN, "female");
                    var dead = rows.person(
                            august,
                            2,
                            "test",
                            "x",
                            new IdentityLine(
                                    alive.name(),
                                    alive.born(),
                                    alive.precision(),
                                    alive.sex(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    Optional.of(died)),
                            false);
                    rows.noMembership(august, 2, dead, "residence", DateRange.startingOn(died.plusDays(1)));
                },
                true);

        var stages = List.of(List.of(people), List.of(deaths));
        var papers = List.of(HAND_OVER, AUGUST);
        var result = Acting.as(Actor.WORKER, () -> register.loading.fill(new Filling("cao-bang", papers, stages)));

        assertThat(result.refusals()).isEmpty();
        assertThat(identityKnownAt(1)).isEqualTo("Lý Thị An 1950-08-20 alive");
        assertThat(identityKnownAt(2)).isEqualTo("Lý Thị An 1950-08-20 2025-08-03");
        assertThat(livedKnownAt(1)).isEqualTo("[1950-08-20,)");
        assertThat(livedKnownAt(2)).isEqualTo("[1950-08-20,2025-08-04)");
        assertThat(register.text("select name || ' ' || died_on || ' ' || commune_code from registry.person"))
                .isEqualTo("Lý Thị An 2025-08-03 01273");
    }

    private String identityKnownAt(int recording) {
        return register.text("""
                select name || ' ' || born || ' ' || coalesce(died_on::text, 'alive')
                  from registry.face_identities_known_at(array(select id from registry.person), %d)
                 order by upper(days) desc nulls first, lower(days) desc limit 1""".formatted(recording));
    }

    private String livedKnownAt(int recording) {
        return register.text(
                "select days::text from registry.face_memberships_known_at(array(select id from registry.person), %d)"
                        .formatted(recording));
    }

    @Test
    void twoMembershipsOfOneKindOnOneDayAreRefusedInAPartToo() {
        var result = fill(new Part("both", rows -> {
            int paper = rows.paper(HAND_OVER);
            var home = Register.household(rows, paper, "H-1", Register.THUC_PHAN);
            var other = Register.household(rows, paper, "H-2", Register.THUC_PHAN);
            var person = rows.person(paper, 3, "test", "x", IdentityLine.of("Lý Văn An", BORN, "male"), false);
            rows.membership(paper, 3, person, home, "residence", "head", DateRange.startingOn(BORN));
            rows.membership(paper, 4, person, other, "residence", "head", DateRange.startingOn(BORN));
        }));

        assertThat(result.refusals()).extracting(it -> it.why()).containsExactly("memberships_overlap");
    }
}
