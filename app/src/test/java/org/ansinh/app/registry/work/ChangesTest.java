package org.ansinh.app.registry.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.registry.AsIf;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.ChangeDesk;
import org.ansinh.app.registry.ChangeResult;
import org.ansinh.app.registry.FactValue;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
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

class ChangesTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static Register register;
    static Actor thucPhan;
    static Actor tanGiang;
    static int lan;

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
        thucPhan = Actor.officer(database.officer("thucphan", "commune_officer", Register.THUC_PHAN));
        tanGiang = Actor.officer(database.officer("tangiang", "commune_officer", Register.TAN_GIANG));
        lan = register.alone(
                "lan",
                Register.THUC_PHAN,
                IdentityLine.of("Đặng Thị Lan", LocalDate.of(1950, 8, 20), "female")
                        .number("004150123456"));
        register.alone(
                "hoa",
                Register.TAN_GIANG,
                IdentityLine.of("Lý Văn Hoà", LocalDate.of(1948, 2, 1), "male").number("004048654321"));
    }

    private static Change severe() {
        return new Change.Stated(
                SubjectRef.Kind.PERSON,
                lan,
                "person.disability",
                "",
                DateRange.startingOn(LocalDate.of(2026, 9, 1)),
                FactValue.words("severe"));
    }

    private static String disability(Actor reader, int person) {
        return database.as(reader, () -> known(person));
    }

    private static String known(int person) {
        return database.jdbc()
                .sql("select coalesce(string_agg(words || ' ' || lower(days) || ' ' || source, ', '), 'nothing')"
                        + " from registry.face_fact_now where fact = 'person.disability' and subject_kind = 'p'"
                        + " and subject_id = ?")
                .params(person)
                .query(String.class)
                .single();
    }

    @AfterEach
    void projectionsAreTrue() {
        register.whoLivesHereIsWhoeverHasAHomeToday();
    }

    @Test
    void aChangeIsSeenBeforeItIsSavedAndTheSameFormTwiceIsOnce() {
        var paper = Paper.of("certificate", "form-lan-1");
        var preview = Acting.as(thucPhan, () -> desk.asIf(paper, List.of(severe()), touched -> known(lan)));
        var before = disability(thucPhan, lan);
        var first = Acting.as(thucPhan, () -> desk.record(paper, List.of(severe())));
        var second = Acting.as(thucPhan, () -> desk.record(paper, List.of(severe())));
        var again = Acting.as(thucPhan, () -> desk.record(Paper.of("certificate", "form-lan-2"), List.of(severe())));

        assertThat(preview).isEqualTo(new AsIf.Seen<>("severe 2026-09-01 commune_officer", List.of()));
        assertThat(before).isEqualTo("nothing");
        assertThat(first).isInstanceOf(ChangeResult.Recorded.class);
        assertThat(second).isEqualTo(new ChangeResult.RecordedBefore(((ChangeResult.Recorded) first).number()));
        assertThat(again).isInstanceOf(ChangeResult.NothingNew.class);
        assertThat(disability(thucPhan, lan)).isEqualTo("severe 2026-09-01 commune_officer");
        assertThat(disability(tanGiang, lan)).isEqualTo("nothing");
        assertThat(register.text("select officer from registry.recording order by number desc limit 1"))
                .isEqualTo(thucPhan.role());
    }

    @Test
    void somebodyElsesPeopleAreNotOnesToChange() {
        assertThat(Acting.as(tanGiang, () -> desk.record(Paper.of("certificate"), List.of(severe()))))
                .isInstanceOfSatisfying(
                        ChangeResult.Broken.class,
                        it -> assertThat(it.rule().isOutsideArea()).isTrue());
    }

    @Test
    void aFormWithAnErrorRecordsNothingAtAll() {
        var good = new Change.Stated(
                SubjectRef.Kind.PERSON,
                lan,
                "person.monthly_pension",
                "",
                DateRange.startingOn(LocalDate.of(2026, 1, 1)),
                FactValue.whole(2000000));
        var bad = new Change.Stated(
                SubjectRef.Kind.PERSON,
                lan,
                "person.cared_at_home",
                "",
                DateRange.startingOn(LocalDate.of(2026, 1, 1)),
                FactValue.whole(7));
        var result = Acting.as(thucPhan, () -> desk.record(Paper.of("form"), List.of(good, bad)));
        assertThat(result)
                .isInstanceOfSatisfying(
                        ChangeResult.Refused.class,
                        it -> assertThat(it.because()).hasSize(1));
        assertThat(register.number(
                        "select count(*)::int from registry.face_fact_now where fact = 'person.monthly_pension'"))
                .isZero();
    }

    @Test
    void aBirthAndADeathChangeTheHousehold() {
        int mother = register.alone(
                "mother", Register.THUC_PHAN, IdentityLine.of("Bế Thị Xuân", LocalDate.of(1995, 3, 3), "female"));
        int home = register.number("select household_id from registry.face_person where person_id = " + mother);
        var child = IdentityLine.of("Bế Gia Bảo", LocalDate.of(2026, 10, 1), "male");
        assertThat(Acting.as(
                        thucPhan,
                        () -> desk.record(
                                Paper.of("birth"),
                                List.of(new Change.Birth(
                                        child, Optional.of(mother), Optional.empty(), home, "child")))))
                .isInstanceOf(ChangeResult.Recorded.class);
        int boy = register.number("select person_id from registry.face_person where name = 'Bế Gia Bảo'");
        var known = register.number("select max(number)::int from registry.recording");

        assertThat(Acting.as(
                        thucPhan,
                        () -> desk.record(
                                Paper.of("death"),
                                List.of(new Change.Death(mother, LocalDate.of(2026, 10, 10), Optional.of(boy))))))
                .isInstanceOf(ChangeResult.Recorded.class);

        assertThat(register.text("select died_on::text from registry.face_person where person_id = " + mother))
                .isEqualTo("2026-10-10");
        assertThat(register.number(
                        "select count(*)::int from registry.face_identities_known_at(array[%d], %d) where died_on is not null"
                                .formatted(mother, known)))
                .isZero();
        assertThat(register.text(
                        "select string_agg(name || ' ' || coalesce(died_on::text, ''), ', ' order by lower(days) nulls first) from registry.face_identities_known_at(array[%d], 99999)"
                                .formatted(mother)))
                .isEqualTo("Bế Thị Xuân , Bế Thị Xuân 2026-10-10");
        assertThat(register.text(
                        "select days::text from registry.face_membership where kind = 'residence' and person_id = "
                                + mother))
                .isEqualTo("[1995-03-03,2026-10-11)");
        assertThat(register.number("select to_id from registry.face_relation where from_id = " + mother))
                .isEqualTo(boy);
        assertThat(register.number("select head_id from registry.face_household where household_id = " + home))
                .isEqualTo(boy);
    }

    @Test
    void aMoveNeedsBothCommunes() {
        int mover = register.alone(
                "mover", Register.THUC_PHAN, IdentityLine.of("Nông Văn Đi", LocalDate.of(1990, 3, 3), "male"));
        recorded(
                thucPhan,
                "move-out-1",
                new Change.Released(
                        List.of(mover), Register.TAN_GIANG, LocalDate.of(2026, 10, 15), "theo vợ", Optional.empty()));
        int move = Acting.as(tanGiang, () -> desk.moves()).getFirst().moveId();
        assertThat(seen(tanGiang, mover)).isZero();
        assertThat(Acting.as(tanGiang, () -> desk.tasks()))
                .extracting(ChangeDesk.Task::who)
                .contains("Nông Văn Đi");

        var accepted = recorded(tanGiang, "move-in-1", new Change.Accepted(move, "TG-900", 2, List.of("head")));
        int home = register.number("select household_id from registry.face_household where code = 'TG-900'");

        assertThat(accepted.touched().people())
                .extracting(Touched.Somebody::name)
                .containsExactly("Nông Văn Đi");
        assertThat(register.number(
                        "select household_id from registry.face_membership where kind = 'residence' and days @> date"
                                + " '2026-10-15' and person_id = "
                                + mover))
                .isEqualTo(home);
        assertThat(register.number(
                        "select household_id from registry.face_membership where kind = 'residence' and days @> date"
                                + " '2026-10-14' and person_id = "
                                + mover))
                .isNotEqualTo(home);
        assertThat(seen(tanGiang, mover)).isEqualTo(1);
        assertThat(seen(thucPhan, mover)).isZero();
        assertThat(Acting.as(tanGiang, () -> desk.moves())).isEmpty();
    }

    private ChangeResult.Recorded recorded(Actor officer, String once, Change change) {
        var result = Acting.as(officer, () -> desk.record(Paper.of("move", once), List.of(change)));
        assertThat(result).isInstanceOf(ChangeResult.Recorded.class);
        return (ChangeResult.Recorded) result;
    }

    private static int seen(Actor reader, int person) {
        return database.as(
                reader,
                () -> database.jdbc()
                        .sql("select count(*)::int from registry.face_person where person_id = ?")
                        .params(person)
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aHalfFilledFormIsThereAgainAndNobodyElsesBusiness() {
        Acting.run(thucPhan, () -> desk.keepDraft("death", "{\"on\": \"2026-10\"}", ""));
        Acting.run(thucPhan, () -> desk.keepDraft("death", "{\"on\": \"2026-10-01\"}", ""));
        assertThat(Acting.as(thucPhan, () -> desk.draft("death")).map(ChangeDesk.Draft::body))
                .contains("{\"on\": \"2026-10-01\"}");
        assertThat(Acting.as(tanGiang, () -> desk.draft("death"))).isEmpty();
        Acting.run(thucPhan, () -> desk.dropDraft("death"));
        assertThat(Acting.as(thucPhan, () -> desk.draft("death"))).isEmpty();
    }

    /** The page looks ahead while somebody presses "drop": the look comes late and would bring the form back. */
    @Test
    void whatAPageSentBeforeItsFormWasDroppedDoesNotBringItBack() {
        Acting.run(thucPhan, () -> desk.keepDraft("birth", "{}", "form-1"));
        Acting.run(thucPhan, () -> desk.dropDraft("birth"));

        assertThat(Acting.as(thucPhan, () -> desk.keepDraft("birth", "{\"late\": 1}", "form-1")))
                .isFalse();
        assertThat(Acting.as(thucPhan, () -> desk.draft("birth"))).isEmpty();
        assertThat(Acting.as(thucPhan, () -> desk.drafts()))
                .extracting(ChangeDesk.Draft::formKey)
                .doesNotContain("birth");

        assertThat(Acting.as(thucPhan, () -> desk.keepDraft("birth", "{\"new\": 1}", "form-2")))
                .isTrue();
        assertThat(Acting.as(thucPhan, () -> desk.draft("birth")).map(ChangeDesk.Draft::body))
                .contains("{\"new\": 1}");
    }
}
