package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money on its way to an officer, to somebody of their household or into their account is looked at by another officer before it leaves. */
class StaffWarningTest {

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    private PayingOffice office;
    private OfficerId administrator;
    private OfficerId colleague;
    private int numbers;

    @BeforeEach
    void anOffice() {
        office = new PayingOffice(database, "01273", "social_pension");
        administrator = database.officer("quan.tri", "administrator", "*");
        colleague = database.officer("dong.nghiep", "commune_officer", "01273");
    }

    private int owed(String name) {
        int elder = office.person(name);
        office.takenOver(elder, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(elder, YearMonth.of(2026, 9));
        return elder;
    }

    private String nameOf(OfficerId officer) {
        return office.text("select full_name from access.officer where officer_id = " + officer.number());
    }

    private String numbered(int person) {
        var number = "0040440%05d".formatted(++numbers);
        office.owner(
                "update registry.person set personal_number = '%s', number_state = 'unverified' where id = %d returning 1"
                        .formatted(number, person));
        return number;
    }

    /** A person of the register who is that officer. */
    private int tied(OfficerId officer, int person) {
        office.as(administrator, "select registry.tie_officer(%d, '%s')".formatted(officer.number(), numbered(person)));
        return person;
    }

    private int personOf(OfficerId officer) {
        return tied(officer, owed(nameOf(officer)));
    }

    private long draft(int... people) {
        office.workedOut(
                OCTOBER,
                java.util.Arrays.stream(people)
                        .mapToObj(it -> Months.of(it, OCTOBER, OCTOBER, 540_000))
                        .toList());
        return office.prepare(OCTOBER);
    }

    private List<String> warnings(OfficerId reader, long list) {
        return database.as(
                Actor.officer(reader),
                () -> database.jdbc()
                        .sql(
                                "select warning || case when grave then '!' else '' end || case when own then ' own ' else ' ' end || split_part(about, '|', 2) || coalesce(': ' || words, '') from payments.warnings(?) order by subject_id")
                        .param(list)
                        .query(String.class)
                        .list());
    }

    private void answer(OfficerId officer, long list, String warning, int person) {
        office.as(
                officer,
                "select payments.answer_warning(%d, '%s', 'p', %d, 'Đã xem hồ sơ')".formatted(list, warning, person));
    }

    @Test
    void anOfficersOwnMoneyIsShownAndGraveWhereTheyPreparedTheList() {
        long list = draft(personOf(colleague), personOf(office.preparer));
        assertThat(warnings(office.chair, list)).containsExactly("staff self_beneficiary", "staff! self_beneficiary");
        assertThatThrownBy(() -> office.approve(office.chair, list)).hasMessageContaining("1 grave warnings");
    }

    @Test
    void nobodyAnswersAWarningAboutThemselvesAndAnotherOfficerMay() {
        int self = personOf(office.preparer);
        long list = draft(self);
        assertThat(warnings(office.preparer, list)).containsExactly("staff! own self_beneficiary");
        assertThatThrownBy(() -> answer(office.preparer, list, "staff", self))
                .rootCause()
                .hasMessageContaining("about themselves");
        answer(colleague, list, "staff", self);
        office.approve(office.chair, list);
        assertThat(warnings(office.preparer, list)).containsExactly("staff! own self_beneficiary: Đã xem hồ sơ");
    }

    @Test
    void nobodyAnswersAnyOtherWarningAboutTheirOwnMoney() {
        int self = personOf(office.preparer);
        int twin = owed(nameOf(office.preparer));
        long list = draft(self, twin);
        assertThatThrownBy(() -> answer(office.preparer, list, "same_person", self))
                .rootCause()
                .hasMessageContaining("about themselves");
        answer(office.preparer, list, "same_person", twin);
        assertThatThrownBy(
                        () -> office.as(
                                colleague,
                                "insert into payments.warning_answer values ('social_pension', '01273', '2026-10-01', 'staff', 'p', 1, 'x', 'x') returning 1"))
                .as("there is no way around the function")
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void whoeverIsToApproveSeesTheirOwnMatterAsGraveAndDoesNotGetPastIt() {
        int self = personOf(office.chair);
        long list = draft(self);
        assertThat(warnings(office.preparer, list)).containsExactly("staff self_beneficiary");
        assertThat(warnings(office.chair, list)).containsExactly("staff! own self_beneficiary");
        assertThatThrownBy(() -> office.approve(office.chair, list)).hasMessageContaining("1 grave warnings");
        assertThatThrownBy(() -> answer(office.chair, list, "staff", self))
                .rootCause()
                .hasMessageContaining("about themselves");
        answer(office.preparer, list, "staff", self);
        office.approve(office.chair, list);
    }

    /** On the page of the list: what is light for the preparer is grave for the chair it is about, so the preparer is offered the answer, and the chair is not. */
    @Test
    void aLightWarningAboutAnOfficerMayBeAnsweredByAnother() {
        long list = draft(personOf(office.chair));
        try (var payments =
                new PaymentsAlone(database.source(), database.transactions(), database.clock(), Path.of("."))) {
            assertThat(Acting.as(
                            Actor.officer(office.preparer),
                            () -> payments.warnings().warnings(list)))
                    .extracting(it -> it.grave() + " " + it.own() + " " + it.mayBeAnswered() + " " + it.text())
                    .containsExactly("false false true payments.warning.STAFF.self_beneficiary");
            assertThat(Acting.as(
                            Actor.officer(office.chair),
                            () -> payments.warnings().warnings(list)))
                    .extracting(it -> it.grave() + " " + it.own() + " " + it.mayBeAnswered())
                    .containsExactly("true true false");
        }
    }

    @Test
    void theHouseholdThePayeeAndTheAccountOfAnOfficerAreTheirMatterToo() {
        int self = personOf(office.preparer);
        int mother = owed("Nông Thị Hoà");
        office.owner("update registry.person set household_id = 77 where id in (%d, %d) returning 1"
                .formatted(self, mother));
        int neighbour = owed("Đặng Văn Ỷ");
        int other = owed("Hoàng A Páo");
        paidTo(neighbour, self, "8300205011111");
        paidTo(other, other, "8300205022222");
        paidTo(self, self, "8300205022222");
        long list = draft(mother, neighbour, other);
        assertThat(warnings(office.chair, list))
                .contains("staff! household_beneficiary", "staff! self_payee", "staff! self_account");
    }

    private void paidTo(int elder, int payee, String account) {
        office.owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, days, source)
                values ('social_pension', 'p', %d, %d, 'bank_account', 'AGRIBANK', '%s', '[2026-01-01,)', 'đơn') returning 1""".formatted(elder, payee, account));
    }

    @Test
    void whoeverSignedTheDecisionHadAHandAndWhoeverIsUntiedIsNobodysMatter() {
        int self = tied(colleague, office.person(nameOf(colleague)));
        office.worker("""
                insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, payee_id, amount, effective_from, cause_key,
                    cause, authority, state, drafted_by, signed_by, signed_on, taken_over, paper_number, office, signer_title)
                values ('social_pension', 'grant', 'p', %1$d, '01273', 'beneficiary', %1$d, 540000, '2025-07-08', 'x', 'x', 'commune_chair', 'signed', 'ansinh_worker', '%2$s',
                    '2025-07-08', true, '900/QĐ', 'UBND', 'Chủ tịch')""".formatted(self, colleague));
        office.paidThrough(self, YearMonth.of(2026, 9));
        long list = draft(self);
        assertThat(warnings(office.chair, list)).containsExactly("staff! self_beneficiary");
        office.as(administrator, "select registry.untie_officer(%d)".formatted(colleague.number()));
        assertThat(warnings(office.chair, list)).isEmpty();
    }

    @Test
    void anAdministratorTiesByNumberAndNameAndLearnsNothing() {
        int person = office.person(nameOf(colleague));
        var number = numbered(person);
        var stranger = numbered(office.person("Nông Thị Hoà"));
        List.of(stranger, "004044099999")
                .forEach(it -> assertThatThrownBy(() -> office.as(
                                administrator,
                                "select registry.tie_officer(%d, '%s')".formatted(colleague.number(), it)))
                        .as("of somebody else or of nobody: the same words")
                        .rootCause()
                        .hasMessageContaining("No one person has this number and the name of account"));
        office.as(administrator, "select registry.tie_officer(%d, '%s')".formatted(colleague.number(), number));
        assertThat(office.number(administrator, "select count(*) from access.ties()"))
                .isEqualTo(1);
        for (var reader : List.of(administrator, office.preparer, office.chair)) {
            for (var table : List.of("access.officer_person", "access.face_tied", "registry.face_staff")) {
                assertThatThrownBy(() -> office.number(reader, "select count(*) from " + table))
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
        assertThatThrownBy(() -> office.number(office.chair, "select count(*) from access.ties()"))
                .rootCause()
                .hasMessageContaining("may not change officers");
        assertThat(
                        office.text(
                                "select act || coalesce(words, '') || coalesce(person_id::text, '') from access.audit_entry where act = 'tie_officer'"))
                .isEqualTo("tie_officer");
    }

    @Test
    void nobodyElseTiesNobodyTiesThemselvesAndWhatWasToldStays() {
        int person = office.person(nameOf(administrator));
        var number = numbered(person);
        assertThatThrownBy(() -> office.as(
                        office.chair,
                        "select registry.tie_officer(%d, '%s')".formatted(administrator.number(), number)))
                .rootCause()
                .hasMessageContaining("may not change officers");
        assertThatThrownBy(() -> office.as(
                        administrator,
                        "select registry.tie_officer(%d, '%s')".formatted(administrator.number(), number)))
                .rootCause()
                .hasMessageContaining("nobody widens");
        tied(colleague, office.person(nameOf(colleague)));
        assertThatThrownBy(() -> office.owner("update access.officer_person set person_id = null returning 1"))
                .hasMessageContaining("stays as it was told");
    }
}
