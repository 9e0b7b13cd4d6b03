package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.ansinh.app.access.Actor;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One account for strangers, somebody who collects for the village, months after a death: said before the money goes, and answered for. */
class WarningsTest {

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    private PayingOffice office;

    @BeforeEach
    void anOffice() {
        office = new PayingOffice(database, "01273", "social_pension");
    }

    private int elder(String name) {
        int elder = office.person(name);
        office.takenOver(elder, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(elder, YearMonth.of(2026, 9));
        return elder;
    }

    private void paidTo(int elder, int payee, String channel, String account) {
        office.owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, days, source)
                values ('social_pension', 'p', %d, %d, '%s', %s, %s, '[2026-01-01,)', 'đơn') returning 1""".formatted(
                        elder,
                        payee,
                        channel,
                        account.isEmpty() ? "null" : "'VBAAVNVX'",
                        account.isEmpty() ? "null" : "'" + account + "'"));
    }

    private long draft(List<Integer> elders) {
        office.workedOut(
                OCTOBER,
                elders.stream()
                        .map(it -> Months.of(it, OCTOBER, OCTOBER, 540_000))
                        .toList());
        return office.prepare(OCTOBER);
    }

    private List<String> warnings(long list) {
        return database.as(
                Actor.officer(office.preparer),
                () -> database.jdbc()
                        .sql(
                                "select warning || case when grave then '!' else '' end || coalesce(' ' || words, '') from payments.warnings(?) order by subject_id, warning")
                        .param(list)
                        .query(String.class)
                        .list());
    }

    private List<Integer> elders(String... names) {
        return IntStream.range(0, names.length).mapToObj(i -> elder(names[i])).toList();
    }

    @Test
    void threeFamiliesOnOneAccountNeedAnAnswerBeforeTheListIsApproved() {
        var elders = elders("Nông Thị Hoà", "Đặng Văn Ỷ", "Hoàng A Páo");
        elders.forEach(it -> paidTo(it, it, "bank_account", "8300205067719"));
        long list = draft(elders);
        assertThat(warnings(list)).containsExactly("shared_account!", "shared_account!", "shared_account!");
        assertThatThrownBy(() -> office.approve(office.chair, list)).hasMessageContaining("3 grave warnings");

        elders.forEach(it -> office.as(
                office.preparer,
                "select payments.answer_warning(%d, 'shared_account', 'p', %d, 'Ba anh em ở ba hộ, có giấy uỷ quyền số 4')"
                        .formatted(list, it)));
        office.approve(office.chair, list);
        assertThat(warnings(list)).allMatch(it -> it.contains("giấy uỷ quyền"));
    }

    @Test
    void whatWasAnsweredHoldsWhenTheListIsDrawnAgainAndNotForAnotherMonth() {
        var elders = elders("Nông Thị Hoà", "Đặng Văn Ỷ", "Hoàng A Páo");
        elders.forEach(it -> paidTo(it, it, "bank_account", "8300205067719"));
        long list = draft(elders);
        office.as(
                office.preparer,
                "select payments.answer_warning(%d, 'shared_account', 'p', %d, 'Đã hỏi')"
                        .formatted(list, elders.getFirst()));
        office.discard(list);
        assertThat(warnings(draft(elders)))
                .containsExactly("shared_account! Đã hỏi", "shared_account!", "shared_account!");

        office.workedOut(
                OCTOBER.plusMonths(1),
                elders.stream()
                        .map(it -> Months.of(it, OCTOBER, OCTOBER.plusMonths(1), 540_000))
                        .toList());
        assertThat(warnings(office.prepare(OCTOBER.plusMonths(1))))
                .containsExactly("shared_account!", "shared_account!", "shared_account!");
    }

    @Test
    void aCoupleOnOneAccountIsNoMatterAndTwoFamiliesAreOnlyShown() {
        var elders = elders("Nông Thị Hoà", "Đặng Văn Ỷ");
        office.owner("update registry.person set household_id = 77 where id in (%d, %d) returning 1"
                .formatted(elders.get(0), elders.get(1)));
        elders.forEach(it -> paidTo(it, it, "bank_account", "8300205067719"));
        long list = draft(elders);
        assertThat(warnings(list)).isEmpty();
        office.owner("update registry.person set household_id = 78 where id = %d returning 1".formatted(elders.get(1)));
        assertThat(warnings(list)).containsExactly("shared_account", "shared_account");
        office.approve(office.chair, list);
    }

    @Test
    void whoeverCollectsForTheVillageIsNamed() {
        int collector = office.person("Bế Văn Tịch");
        var elders = elders("Nông Thị Hoà", "Đặng Văn Ỷ", "Hoàng A Páo");
        elders.forEach(it -> paidTo(it, collector, "cash", ""));
        assertThat(warnings(draft(elders))).containsExactly("collector!", "collector!", "collector!");
    }

    @Test
    void aMonthAfterADeathIsGraveAndSoIsAPayeeWhoDied() {
        int dead = elder("Nông Thị Hoà");
        int other = elder("Đặng Văn Ỷ");
        int son = office.person("Đặng Văn Con");
        paidTo(other, son, "cash", "");
        long list = draft(List.of(dead, other));
        assertThat(warnings(list)).isEmpty();
        office.owner("update registry.person set died_on = '2026-09-03' where id in (%d, %d) returning 1"
                .formatted(dead, son));
        assertThat(warnings(list)).containsExactly("after_death!", "payee_dead!");
    }

    @Test
    void theSameNameAndBirthTwiceIsShown() {
        assertThat(warnings(draft(elders("Nông Thị Hoà", "Nông Thị Hoà"))))
                .containsExactly("same_person", "same_person");
    }

    /** On the first of the month of the list; nobody in the country is known to be so old. It is shown, and does not keep the list from being approved. */
    @Test
    void whoIsOlderThan110IsShown() {
        var elders = elders("Nông Thị Hoà", "Đặng Văn Ỷ", "Hoàng A Páo");
        born(elders.get(0), "1916-09-30");
        born(elders.get(1), "1916-10-01");
        born(elders.get(2), "1905-01-01");
        long list = draft(elders);
        assertThat(warnedOf(list))
                .containsExactly("very_old Nông Thị Hoà 30/09/1916", "very_old Hoàng A Páo 01/01/1905");
        office.owner(
                "update registry.person set died_on = '2026-10-15' where id = %d returning 1".formatted(elders.get(2)));
        assertThat(warnedOf(list))
                .as("of whoever is known to be dead the age is no matter any more")
                .containsExactly("very_old Nông Thị Hoà 30/09/1916");
        office.approve(office.chair, list);
    }

    private void born(int elder, String day) {
        office.owner("update registry.person set born = '%s' where id = %d returning 1".formatted(day, elder));
    }

    @Test
    void whoLivesInAnotherCommuneByNowIsShownWithTheCommune() {
        var elders = elders("Nông Thị Hoà", "Đặng Văn Ỷ");
        long list = draft(elders);
        assertThat(warnedOf(list)).isEmpty();
        office.owner("update registry.person set commune_code = '01288' where id = %d returning 1"
                .formatted(elders.getFirst()));
        assertThat(warnedOf(list)).containsExactly("lives_elsewhere Nông Thị Hoà 01288");
        office.owner("update registry.person set died_on = '2026-10-15' where id = %d returning 1"
                .formatted(elders.getFirst()));
        assertThat(warnedOf(list)).isEmpty();
    }

    /** Each with the person and what it says, and whether it is grave, as whoever prepares sees them. */
    private List<String> warnedOf(long list) {
        return database.as(
                Actor.officer(office.preparer),
                () -> database.jdbc()
                        .sql(
                                "select warning || case when grave then '! ' else ' ' end || name || ' ' || about from payments.warnings(?) order by subject_id, warning")
                        .param(list)
                        .query(String.class)
                        .list());
    }

    @Test
    void anOfficerOfAnotherCommuneNeitherSeesNorAnswers() {
        var elders = elders("Nông Thị Hoà", "Nông Thị Hoà");
        long list = draft(elders);
        var stranger = database.officer("xa.khac", "paying_officer", "01288");
        assertThat(office.number(stranger, "select count(*) from payments.warnings(%d)".formatted(list)))
                .isZero();
        assertThatThrownBy(() -> office.as(
                        stranger,
                        "select payments.answer_warning(%d, 'same_person', 'p', %d, 'x')"
                                .formatted(list, elders.getFirst())))
                .rootCause()
                .hasMessageContaining("no draft of your area");
    }
}
