package org.ansinh.app.registry.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.Change.Resident;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.app.registry.Touched;
import org.ansinh.app.registry.store.LoadRows;
import org.ansinh.app.registry.store.WorkRows;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Households that split, people found twice, deaths told in error, and who may say what. */
class FilesOfPeopleTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    static Register register;
    static Actor lan;

    final ChangeDesk desk = new RecordingDesk(
            new LoadRows(database.source()),
            new WorkRows(database.source()),
            database.transactions(),
            event -> {},
            database.clock());

    @BeforeAll
    static void people() {
        register = new Register(database);
        register.lay();
        lan = Actor.officer(database.officer("lan.files", "commune_officer", Register.THUC_PHAN));
    }

    private static int alone(String key, String name, int year) {
        return register.alone(key, Register.THUC_PHAN, IdentityLine.of(name, LocalDate.of(year, 3, 3), "female"));
    }

    private static int home(int person) {
        return register.number("select household_id from registry.face_person where person_id = " + person);
    }

    private ChangeResult record(Actor officer, Change... changes) {
        return Acting.as(officer, () -> desk.record(Paper.of("form"), List.of(changes)));
    }

    private static Change severe(int person, LocalDate since) {
        return new Change.Stated(
                SubjectRef.Kind.PERSON,
                person,
                "person.disability",
                "",
                DateRange.startingOn(since),
                FactValue.words("severe"));
    }

    private static List<String> whys(ChangeResult result) {
        assertThat(result).isInstanceOf(ChangeResult.Refused.class);
        return ((ChangeResult.Refused) result)
                .because().stream().map(Refusal::why).toList();
    }

    private static String rule(ChangeResult result) {
        assertThat(result).isInstanceOf(ChangeResult.Broken.class);
        return ((ChangeResult.Broken) result).rule().name();
    }

    @AfterEach
    void projectionsAreTrue() {
        register.whoLivesHereIsWhoeverHasAHomeToday();
    }

    @Test
    void aHouseholdSplitsAndBothPartsAreTouched() {
        int mother = alone("split.mother", "Bế Thị Tách", 1960);
        int son = alone("split.son", "Bế Văn Riêng", 1990);
        record(lan, Change.MovedHouse.on(LocalDate.of(2020, 1, 1), son, home(mother), "child"));
        var moved = home(mother);

        var result = record(
                lan,
                new Change.Founded("TP-NEW-1", Register.THUC_PHAN, 1, List.of(new Resident(son, "head")), OCTOBER));

        assertThat(result).isInstanceOf(ChangeResult.Recorded.class);
        assertThat(((ChangeResult.Recorded) result).touched().people())
                .extracting(Touched.Somebody::name)
                .containsExactly("Bế Văn Riêng", "Bế Thị Tách");
        assertThat(home(son)).isNotEqualTo(moved);
        assertThat(register.number("select head_id from registry.face_household where code = 'TP-NEW-1'"))
                .isEqualTo(son);
        assertThat(whys(record(
                        lan,
                        new Change.Founded(
                                "TP-NEW-1", Register.THUC_PHAN, 1, List.of(new Resident(mother, "head")), OCTOBER))))
                .containsExactly("household_code_taken");
        assertThat(whys(record(
                        lan,
                        new Change.Founded(
                                "TP-NEW-2",
                                Register.THUC_PHAN,
                                1,
                                List.of(new Resident(mother, "head"), new Resident(mother, "spouse")),
                                OCTOBER))))
                .containsExactly("memberships_overlap");
        assertThat(whys(record(lan, Change.MovedHouse.on(LocalDate.of(2026, 9, 1), son, moved, "child"))))
                .containsExactly("moved_later");
    }

    @Test
    void aHouseholdIsNotPutIntoAnotherCommuneByHand() {
        int person = alone("village", "Bế Thị Thôn", 1970);
        assertThat(record(
                        lan,
                        new Change.Stated(
                                SubjectRef.Kind.HOUSEHOLD,
                                home(person),
                                "household.village",
                                "",
                                DateRange.startingOn(OCTOBER),
                                FactValue.whole(2))))
                .extracting(FilesOfPeopleTest::rule)
                .isEqualTo("AS003");
        assertThat(rule(record(lan, severe(9_999_999, OCTOBER)))).isEqualTo("AS003");
        assertThat(record(lan, Change.MovedHouse.on(OCTOBER, person, 9_999_999, "head")))
                .extracting(FilesOfPeopleTest::rule)
                .isEqualTo("AS003");
    }

    @Test
    void aDeathToldInErrorIsTakenBackAndAWrongDayIsMended() {
        int person = alone("undead", "Bế Thị Sống", 1950);
        int house = home(person);
        record(lan, new Change.Death(person, LocalDate.of(2026, 10, 5), Optional.empty()));
        record(lan, new Change.Death(person, LocalDate.of(2026, 10, 9), Optional.empty()));
        assertThat(stays(person)).isEqualTo("[1950-03-03,2026-10-06) [2026-10-06,2026-10-10)");

        assertThat(record(lan, new Change.NotDead(person))).isInstanceOf(ChangeResult.Recorded.class);

        assertThat(register.text("select coalesce(died_on::text, 'alive') from registry.face_person where person_id = "
                        + person))
                .isEqualTo("alive");
        assertThat(stays(person)).endsWith("[2026-10-10,)");
        assertThat(home(person)).isEqualTo(house);
        assertThat(register.number("select head_id from registry.face_household where household_id = " + house))
                .isEqualTo(person);
    }

    private static String stays(int person) {
        return register.text("select string_agg(days::text, ' ' order by days) from registry.face_membership where"
                + " kind = 'residence' and person_id = " + person);
    }

    @Test
    void aNumberThatWasSomebodyElsesIsTakenAwayAndABirthYearMendedEndsTheConflict() {
        int person = register.alone(
                "number",
                Register.THUC_PHAN,
                IdentityLine.of("Bế Thị Số", LocalDate.of(1960, 3, 3), "female").number("004161000001"));
        assertThat(number(person)).isEqualTo("004161000001 conflict year");

        record(
                lan,
                new Change.Identified(
                        person,
                        DateRange.FIRST_DAY,
                        IdentityLine.of("Bế Thị Số", LocalDate.of(1961, 3, 3), "female")
                                .number("004161000001")));
        assertThat(number(person)).isEqualTo("004161000001 unverified");

        record(
                lan,
                new Change.Identified(
                        person, DateRange.FIRST_DAY, IdentityLine.AS_KNOWN.number(IdentityLine.NO_NUMBER)));
        assertThat(number(person)).isEmpty();
    }

    private static String number(int person) {
        return register.text("select concat_ws(' ', personal_number, number_state, number_problem) from"
                + " registry.face_person where person_id = " + person);
    }

    @Test
    void twoFilesOfOnePersonBecomeOneAndNothingKnownIsLost() {
        int kept = alone("merge.kept", "Bế Thị Đôi", 1948);
        int gone = register.alone(
                "merge.gone",
                Register.THUC_PHAN,
                IdentityLine.of("Bế Thị Đôi", LocalDate.of(1948, 3, 3), "female")
                        .number("004148000777"));
        record(lan, severe(gone, LocalDate.of(2024, 5, 1)));
        int goneHome = home(gone);
        var before = register.number("select max(number)::int from registry.recording");

        var result = record(lan, new Change.Merged(kept, gone));

        assertThat(result).isInstanceOf(ChangeResult.Recorded.class);
        assertThat(register.text("select words || ' ' || days from registry.face_fact_now where fact ="
                        + " 'person.disability' and subject_id = " + kept))
                .isEqualTo("severe [2024-05-01,)");
        assertThat(number(kept)).isEqualTo("004148000777 unverified");
        assertThat(register.number("select count(*)::int from registry.face_person where name = 'Bế Thị Đôi'"))
                .isEqualTo(1);
        assertThat(register.text("select coalesce(head_id::text, 'nobody') from registry.face_household where"
                        + " household_id = " + goneHome))
                .isEqualTo("nobody");
        assertThat(register.number(("select count(*)::int from registry.face_facts_known_at('p', array[%d], %d) where"
                                + " fact = 'person.disability'")
                        .formatted(gone, before)))
                .isEqualTo(1);
        record(lan, severe(gone, LocalDate.of(2023, 1, 1)));
        assertThat(register.text("select string_agg(days::text, ' ' order by days) from registry.face_fact_now where"
                        + " fact = 'person.disability' and subject_id = " + kept))
                .startsWith("[2023-01-01,");
        assertThat(rule(record(lan, new Change.Merged(kept, gone)))).isEqualTo("merge_of_one");
    }

    @Test
    void aFileWithADecisionInForceDoesNotGo() {
        int kept = alone("decided.kept", "Bế Thị Quyết", 1948);
        int gone = alone("decided.gone", "Bế Thị Quyết", 1948);
        register.load(rows -> rows.fact(
                rows.paper(Paper.of("decide")),
                1,
                rows.knownPerson(gone),
                "person.decision",
                "social_pension",
                DateRange.startingOn(LocalDate.of(2025, 7, 10)),
                FactValue.day(LocalDate.of(2025, 7, 10)),
                "12/QĐ"));
        assertThat(rule(record(lan, new Change.Merged(kept, gone)))).isEqualTo("merge_with_decision");
        assertThat(record(lan, new Change.Merged(gone, kept))).isInstanceOf(ChangeResult.Recorded.class);
    }

    @Test
    void whoeverWasPaidUnderTheFileThatGoesStaysKnownToThePayingOfficer() throws SQLException {
        int kept = alone("paid.kept", "Bế Thị Lĩnh", 1941);
        int gone = alone("paid.gone", "Bế Thị Lĩnh", 1941);
        var payingOfficer = Actor.officer(database.officer("ke.toan.files", "paying_officer", Register.THUC_PHAN));
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute("select registry.face_paid(array[%d], '{}')".formatted(gone));
        }
        assertThat(namesSeenBy(payingOfficer, kept)).isEmpty();
        assertThat(namesSeenBy(payingOfficer, gone)).containsExactly("Bế Thị Lĩnh");

        assertThat(record(lan, new Change.Merged(kept, gone))).isInstanceOf(ChangeResult.Recorded.class);

        assertThat(namesSeenBy(payingOfficer, kept)).containsExactly("Bế Thị Lĩnh");
    }

    private static List<String> namesSeenBy(Actor officer, int person) {
        return database.as(
                officer,
                () -> database.jdbc()
                        .sql("select name from registry.face_person where person_id = ?")
                        .param(person)
                        .query(String.class)
                        .list());
    }

    @Test
    void onlyACommuneOfficerRecordsAndOnlyWhatTheDictionaryLetsThemState() {
        int person = alone("voices", "Bế Thị Lời", 1980);
        var chair = Actor.officer(database.officer("chair.files", "commune_chair", Register.THUC_PHAN));
        assertThat(rule(record(chair, severe(person, OCTOBER)))).isEqualTo("stated_by_others");
        assertThat(rule(record(chair, new Change.Death(person, OCTOBER, Optional.empty()))))
                .isEqualTo("recorded_by_commune_officer");

        var decision = new Change.Stated(
                SubjectRef.Kind.PERSON,
                person,
                "person.decision",
                "social_pension",
                DateRange.startingOn(OCTOBER),
                FactValue.day(OCTOBER));
        assertThat(rule(record(lan, decision))).isEqualTo("stated_by_others");
        assertThat(record(chair, decision)).isInstanceOf(ChangeResult.Recorded.class);
    }

    @Test
    void aMoveMayNotLeadNowhereAndIsNotReleasedTwice() {
        int person = alone("mover.twice", "Bế Thị Đi", 1980);
        assertThat(rule(record(lan, released(person, Register.THUC_PHAN)))).isEqualTo("move_to_no_other_commune");
        assertThat(record(lan, released(person, Register.TAN_GIANG))).isInstanceOf(ChangeResult.Recorded.class);
        assertThat(rule(record(lan, released(person, Register.TAN_GIANG)))).isEqualTo("move_under_way");

        var binh = Actor.officer(database.officer("binh.files", "commune_officer", Register.TAN_GIANG));
        int move = Acting.as(binh, desk::moves).getFirst().moveId();
        assertThat(rule(record(binh, new Change.Accepted(move, "TG-1", 1, List.of("head")))))
                .isEqualTo("village_elsewhere");
        assertThat(record(binh, new Change.SentBack(move, "không ở đây"))).isInstanceOf(ChangeResult.Recorded.class);
        assertThat(Acting.as(lan, desk::moves))
                .extracting(ChangeDesk.Move::returnedBecause)
                .containsExactly("không ở đây");
        assertThat(Acting.as(binh, desk::moves)).isEmpty();
    }

    private static Change released(int person, String to) {
        return new Change.Released(List.of(person), to, LocalDate.of(2026, 10, 15), "", Optional.empty());
    }

    @Test
    void whatIsStatedAheadTakesEffectAtTheTurnOfTheDayEvenIfTheHouseWasClosedMeanwhile() {
        int person = alone("ahead", "Bế Thị Mai", 1980);
        int other = home(alone("ahead.home", "Bế Thị Chủ", 1970));
        int old = home(person);
        record(lan, Change.MovedHouse.on(LocalDate.of(2026, 11, 1), person, other, "relative"));
        turnTo("2026-10-20");
        assertThat(home(person)).isEqualTo(old);

        turnTo("2026-12-24");
        assertThat(home(person)).isEqualTo(other);
        turnTo("2026-10-20");
        assertThat(home(person)).isEqualTo(old);
    }

    private static void turnTo(String day) {
        database.run(Actor.WORKER, () -> {
            database.jdbc().sql("set local ansinh.today = '" + day + "'").update();
            database.jdbc().sql("select registry.turn_day()").query(row -> {});
        });
    }
}
