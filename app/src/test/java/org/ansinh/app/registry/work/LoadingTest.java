package org.ansinh.app.registry.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.LoadResult;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.Refusal;
import org.ansinh.app.testing.TestDatabase;
import org.ansinh.timeline.DateRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class LoadingTest {

    private static final LocalDate BORN = LocalDate.of(1950, 8, 20);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    final Register register = new Register(database);

    @BeforeAll
    static void lay() {
        new Register(database).lay();
    }

    private static IdentityLine lan() {
        return IdentityLine.of("Nông Thị Lan", BORN, "female");
    }

    private LoadResult oneFact(String key, String fact, DateRange days, FactValue value) {
        return register.load(rows -> {
            int paper = rows.paper(Paper.of("load"));
            var person = rows.mentionedPerson(7, "test", Optional.of(key), Optional.empty());
            rows.fact(paper, 7, person, fact, "", days, value, "import");
        });
    }

    @AfterEach
    void projectionsAreTrue() {
        register.whoLivesHereIsWhoeverHasAHomeToday();
    }

    @Test
    void theSameRowsASecondTimeMakeNoRecording() {
        java.util.function.Consumer<org.ansinh.app.registry.RegisterLoad> rows = load -> {
            int paper = load.paper(Paper.of("load"));
            var home = Register.household(load, paper, "H-twice", Register.THUC_PHAN);
            var person = load.person(paper, 1, "test", "twice", lan().number("004150123456"), false);
            load.membership(paper, 1, person, home, "residence", "head", DateRange.startingOn(BORN));
            load.fact(
                    paper,
                    1,
                    person,
                    "person.disability",
                    "",
                    DateRange.startingOn(LocalDate.of(2024, 3, 1)),
                    FactValue.words("severe"),
                    "import");
            load.fact(
                    paper,
                    1,
                    home,
                    "household.class",
                    "",
                    new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)),
                    FactValue.words("poor"),
                    "import");
        };

        var first = register.load(rows);
        var second = register.load(rows);

        assertThat(first.refusals()).isEmpty();
        assertThat(first.added()).isEqualTo(new LoadResult.Counts(1, 1, 1, 1, 1, 0, 3));
        assertThat(second.broughtNothingNew()).isTrue();
        assertThat(second.added()).isEqualTo(new LoadResult.Counts(0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aPaperWithAKeyOfItsOwnCountsOnce() {
        register.alone("once", Register.THUC_PHAN, lan());
        for (int i = 0; i < 2; i++) {
            var severity = i == 0 ? "mild" : "severe";
            register.load(rows -> {
                int paper = rows.paper(Paper.of("certificate", "form-17"));
                var person = rows.mentionedPerson(1, "test", Optional.of("once"), Optional.empty());
                rows.fact(
                        paper,
                        1,
                        person,
                        "person.disability",
                        "",
                        DateRange.startingOn(LocalDate.of(2025, 5, 5)),
                        FactValue.words(severity),
                        "form");
            });
        }
        assertThat(register.text(
                        "select words from registry.face_fact_now where fact = 'person.disability' and subject_id = "
                                + register.id("once")))
                .isEqualTo("mild");
    }

    @Test
    void aBadRowIsToldWithItsReasonAndTheGoodOnesAreKept() {
        register.alone("mixed", Register.THUC_PHAN, lan());

        var outside = oneFact(
                "mixed",
                "person.disability",
                DateRange.startingOn(LocalDate.of(2020, 1, 1)),
                FactValue.words("terrible"));
        var early = oneFact(
                "mixed", "person.disability", DateRange.startingOn(LocalDate.of(1949, 1, 1)), FactValue.words("mild"));
        var unknown = oneFact("mixed", "person.shoe_size", DateRange.always(), FactValue.whole(39));
        var negative = oneFact("mixed", "person.monthly_pension", DateRange.always(), FactValue.whole(-1));
        var nobody = oneFact("nobody", "person.disability", DateRange.always(), FactValue.words("mild"));

        assertThat(outside.refusals())
                .containsExactly(new Refusal(
                        "fact", 7, "person.disability", "terrible", "value_outside_list", "none, mild, severe"));
        assertThat(early.refusals())
                .containsExactly(
                        new Refusal("fact", 7, "person.disability", "mild", "fact_before_birth", "1950-08-20"));
        assertThat(unknown.refusals()).extracting(Refusal::why).containsExactly("fact_unknown");
        assertThat(negative.refusals()).extracting(Refusal::why).containsExactly("value_out_of_range");
        assertThat(nobody.refusals()).extracting(Refusal::why).contains("person_unknown", "subject_refused");
        assertThat(oneFact(
                                "mixed",
                                "person.disability",
                                DateRange.startingOn(LocalDate.of(2020, 1, 1)),
                                FactValue.words("mild"))
                        .refusals())
                .isEmpty();
    }

    @Test
    void twoMembershipsOfOneKindInOnePaperCannotShareDays() {
        var result = register.load(rows -> {
            int paper = rows.paper(Paper.of("load"));
            var one = Register.household(rows, paper, "H-overlap-1", Register.THUC_PHAN);
            var two = Register.household(rows, paper, "H-overlap-2", Register.THUC_PHAN);
            var person = rows.person(paper, 1, "test", "overlap", lan(), false);
            rows.membership(paper, 2, person, one, "residence", "head", DateRange.startingOn(LocalDate.of(2000, 1, 1)));
            rows.membership(paper, 3, person, two, "residence", "head", DateRange.startingOn(LocalDate.of(2010, 1, 1)));
            rows.membership(
                    paper, 4, person, two, "poverty_review", "head", DateRange.startingOn(LocalDate.of(2010, 1, 1)));
        });
        assertThat(result.refusals())
                .extracting(Refusal::line, Refusal::why)
                .containsExactly(org.assertj.core.api.Assertions.tuple(3, "memberships_overlap"));
        assertThat(result.added().memberships()).isEqualTo(2);
    }

    @Test
    void aVillageThatDidNotExistOnTheDayIsRefused() {
        var result = register.load(rows -> rows.household(
                rows.paper(Paper.of("load")),
                new HouseholdLine(
                        5,
                        "test",
                        "H-nowhere",
                        "H-nowhere",
                        Optional.of(99),
                        Register.THUC_PHAN,
                        DateRange.always(),
                        false)));
        assertThat(result.refusals()).extracting(Refusal::why).contains("village_unknown_on_day");
    }

    @Test
    void aNumberThatDisagreesWithTheYearIsKeptAsAConflictAndBecomesATask() {
        int id = register.alone("conflict", Register.THUC_PHAN, lan().number("004151999999"));
        assertThat(register.text("select number_state from registry.face_person where person_id = " + id))
                .isEqualTo("conflict");
        assertThat(register.text("select because from registry.face_task where person_id = " + id))
                .isEqualTo("year");
    }

    @Test
    void theNumberOfSomebodyElseIsKeptAsAConflict() {
        int first = register.alone("owner", Register.THUC_PHAN, lan().number("004150777777"));
        int second = register.alone(
                "borrower",
                Register.TAN_GIANG,
                IdentityLine.of("Hoàng Thị Mai", BORN, "female").number("004150777777"));
        assertThat(second).isNotEqualTo(first);
        assertThat(register.text(
                        "select number_state || number_problem from registry.face_person where person_id = " + second))
                .isEqualTo("conflicttaken");
        assertThat(register.text("select number_state from registry.face_person where person_id = " + first))
                .isEqualTo("unverified");
    }

    @Test
    void lostZerosAreProposedBackWhereEverythingAgrees() {
        var result = register.load(rows -> {
            int paper = rows.paper(Paper.of("load"));
            rows.person(paper, 3, "test", "zeros", lan().number("4150123499"), false);
            rows.person(paper, 4, "test", "zeros-wrong", lan().number("4151123499"), false);
            rows.person(paper, 5, "test", "thirteen", lan().number("0041501234999"), false);
            rows.person(paper, 6, "test", "future", IdentityLine.of("Bé", LocalDate.of(2026, 10, 21), "male"), false);
        });
        assertThat(result.repairs())
                .containsExactly(new LoadResult.Repair(
                        3, "personal_number", "4150123499", "004150123499", "number_zeros_restored"));
        assertThat(result.refusals())
                .extracting(Refusal::line, Refusal::why)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(4, "number_of_10_digits"),
                        org.assertj.core.api.Assertions.tuple(5, "number_of_wrong_length"),
                        org.assertj.core.api.Assertions.tuple(6, "birth_in_future"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Robert'); DROP TABLE registry.person;--",
                "Ông Ké \"Tày\" \\N \\.",
                "Lô Thị 🌾",
                "Nguyễn\u00A0Văn\u2003A",
                "Hoa\u0300 Mi",
                "ß İı Ω 田"
            })
    void namesOfEveryKindComeThroughWhole(String name) {
        int id = register.alone(
                "naughty-" + Integer.toHexString(name.hashCode()),
                Register.THUC_PHAN,
                IdentityLine.of(name, BORN, "male"));
        var stored = register.text("select name from registry.face_person where person_id = " + id);
        assertThat(stored)
                .isEqualTo(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC)
                        .replaceAll("\\s+", " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Lan\u0000", "Lan\u0007", "Lan\uD800", "\uDC00Lan", "Lan\u202Egnas", "   ", "1234", "\uFFFFLan"})
    void textsThatCannotBeNamesAreRefusedAndNothingBreaks(String name) {
        var result = register.load(rows -> rows.person(
                rows.paper(Paper.of("load")), 9, "test", "bad", IdentityLine.of(name, BORN, "male"), false));
        assertThat(result.refusals())
                .hasSize(1)
                .first()
                .satisfies(it -> assertThat(it.field()).isEqualTo("name"));
        assertThat(result.added().people()).isZero();
    }

    @Test
    void nobodyChangesWhatIsRecordedNotEvenTheOwner() {
        register.alone("stays", Register.THUC_PHAN, lan());
        assertThatThrownBy(() -> database.run(
                        Actor.WORKER,
                        () -> database.jdbc()
                                .sql("delete from registry.fact_entry")
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> {
                    try (var owner = database.owner().connect();
                            var statement = owner.createStatement()) {
                        statement.execute("update registry.identity_entry set name = 'X'");
                    }
                })
                .hasMessageContaining("neither changed nor deleted");
    }

    @Test
    void anOfficerRecordsOnlyWithinTheirArea() {
        register.alone("inside", Register.THUC_PHAN, lan());
        register.alone("outside", Register.TAN_GIANG, IdentityLine.of("Bế Văn Tài", BORN, "male"));
        var officer = Actor.officer(database.officer("area", "commune_officer", Register.THUC_PHAN));
        for (var key : new String[] {"inside", "outside"}) {
            int id = register.id(key);
            java.util.function.Consumer<org.ansinh.app.registry.RegisterLoad> rows = load -> load.fact(
                    load.paper(Paper.of("certificate")),
                    1,
                    load.knownPerson(id),
                    "person.disability",
                    "",
                    DateRange.startingOn(LocalDate.of(2026, 1, 1)),
                    FactValue.words("mild"),
                    "paper");
            if (key.equals("inside")) {
                assertThat(Acting.as(officer, () -> register.loading.load(rows))
                                .added()
                                .facts())
                        .isEqualTo(1);
            } else {
                assertThatThrownBy(() -> Acting.as(officer, () -> register.loading.load(rows)))
                        .hasMessageContaining("may not record anything for commune 01288");
            }
        }
        assertThat(register.text("select officer from registry.recording order by number desc limit 1"))
                .startsWith("officer_");
    }
}
