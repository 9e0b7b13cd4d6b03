package org.ansinh.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Area and purpose by requests made by hand: whoever writes their own SQL under an officer's role sees what that officer's work needs, and nothing else. */
class PurposesTest {

    private static final String HERE = "01273";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static OfficerId socialOfficer;
    private static OfficerId powerOfficer;
    private static OfficerId payingOfficer;
    private static OfficerId inspector;
    private static OfficerId statistician;
    private static OfficerId approver;

    @BeforeAll
    static void oneElderWithAPayment() throws SQLException {
        socialOfficer = database.officerFor("bao.tro", "commune_officer", List.of("social_assistance"), HERE);
        powerOfficer = database.officerFor("tien.dien", "commune_officer", List.of("electricity"), HERE);
        payingOfficer = database.officerFor("ke.toan", "paying_officer", List.of(), HERE);
        inspector = database.officerFor("thanh.tra", "inspector", List.of(), "*");
        statistician = database.officerFor("thong.ke", "statistician", List.of(), "*");
        approver = database.officerFor("so.noi.vu", "provincial_approver", List.of("social_assistance"), "*");
        var owner = database.owner();
        try (var connection = java.sql.DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into territory.commune (code, kind, name, district, days) values ('01273', 'Phường', 'Thục Phán', '', '[2025-07-01,)');
                    insert into registry.household (id, code, commune_code, head_id, code_words, recording) values (1, 'HO-1', '01273', 1, 'ho1', 1);
                    insert into registry.person (id, name, folded, born, born_precision, sex, commune_code, household_id, role, lives_here, words, recording) values
                        (1, 'Nông Thị Sen', 'nong thi sen', '1950-05-01', 'day', 'female', '01273', 1, 'head', true, array_to_tsvector(array['nong', 'thi', 'sen', '@01273']), 1),
                        (2, 'Lý Văn Lang', 'ly van lang', '1960-01-01', 'year', 'male', null, null, null, false, to_tsvector('simple', 'ly van lang'), 1),
                        (3, 'Nông Văn Đi', 'nong van di', '1975-01-01', 'day', 'male', '01273', 1, 'child', false, array_to_tsvector(array['nong', 'van', 'di', '@01273']), 1),
                        (4, 'Hoàng Thị Diện', 'hoang thi dien', '1980-01-01', 'day', 'female', '01273', 1, 'relative', false, array_to_tsvector(array['hoang', 'thi', 'dien', '@01273']), 1);
                    insert into registry.membership_now (person_id, kind, household_id, role, days, recording) values
                        (1, 1, 1, 'head', '[2020-01-01,)', 1), (3, 1, 1, 'child', '[2020-01-01,2026-08-15)', 1);
                    insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, days, source)
                    values ('social_assistance', 'p', 1, 4, 'cash', '[2026-01-01,)', 'giấy uỷ quyền');
                    insert into registry.fact_definition (no, id, subject, type, enum_values, sensitivity, stated_by, purposes) values
                        (101, 'person.disability', 'p', 'enum', '{none,severe}', 'ordinary', '{commune_officer}', '{social_assistance}'),
                        (102, 'person.pregnant', 'p', 'bool', null, 'sensitive', '{commune_officer}', '{social_assistance}'),
                        (103, 'person.hiv', 'p', 'bool', null, 'hidden', '{health_station}', '{social_assistance}'),
                        (104, 'person.paid_through', 'p', 'day', null, 'ordinary', '{payments}', '{social_assistance}');
                    insert into registry.fact_now (slot, recording, days, words, whole, day, source)
                    select registry.slot('p', 1, d.no, 0), 1, '[2020-01-01,)', case d.no when 101 then 'severe' end, case when d.no in (102, 103) then 1 end,
                        case d.no when 104 then date '2026-09-30' end, 'giấy' from registry.fact_definition d where d.no > 100;
                    insert into registry.fact_entry (slot, recording, days, words, whole, day, source)
                    select n.slot, 1, n.days, n.words, n.whole, n.day, n.source from registry.fact_now n;
                    insert into determination.programme values ('social_assistance', 'right', 'exact', 'individually', false), ('covid_care_2021', 'right', 'exact', 'individually', true);
                    insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, payee_id, amount, effective_from, cause_key, cause,
                        authority, state, drafted_by, signed_on, taken_over, paper_number, office, signer_title)
                    values ('social_assistance', 'grant', 'p', 1, '01273', 'beneficiary', 1, 1080000, '2024-03-01', 'x', 'Khuyết tật nặng', 'district_chair', 'signed',
                        'ansinh_owner', '2024-03-01', true, '12/QĐ', 'UBND huyện', 'Chủ tịch');
                    insert into payments.payroll (month, programme, commune_code, round, prepared_by, account_id) values ('2026-10-01', 'social_assistance', '01273', 1, 'x', 1);
                    insert into payments.line (payroll_id, programme, subject_kind, subject_id, for_month, sequence, amount, payee_id, channel, commune_code)
                    values (1, 'social_assistance', 'p', 1, '2026-10-01', 0, 1080000, 1, 'cash', '01273');
                    insert into payments.difference (payroll_id, subject_kind, subject_id, part, cause, before, after, before_us, facts)
                    values (1, 'p', 1, 'month', 'fact', 540000, 1080000, 0, 'person.disability,person.hiv')""");
        }
        outcomes();
    }

    private static void outcomes() {
        database.run(Actor.WORKER, () -> {
            long run = database.jdbc()
                    .sql("select determination.open_run('2026-10-01', 1, 'pack')")
                    .query(Long.class)
                    .single();
            database.jdbc()
                    .sql("select determination.open_part(?, 0::smallint)")
                    .param(run)
                    .query(rs -> {});
            database.jdbc().sql("""
                    insert into determination.outcome_%1$d_0 (programme, subject_kind, subject_id, answer, amount, floor, owed, if_signed, provisions, missing, unverified,
                        decided, payee_kind, payee_id, household_id, village_id, commune_code) values
                        ('social_assistance', 'p', 1, 'm', 1080000, 0, 1080000, 1080000, 'severe_elder', '', false, true, 'beneficiary', 1, 1, null, '01273'),
                        ('covid_care_2021', 'p', 1, 'm', 80000, 0, 0, 80000, 'treated', '', false, false, 'beneficiary', 1, 1, null, '01273')""".formatted(run)).update();
            database.jdbc().sql("""
                    insert into determination.account (commune_code, programme, through, period_months, due_after, known_at, pack_hash, digest, subjects)
                    values ('01273', 'social_assistance', '2026-10-01', 1, array_fill(0, array[12]), 1, 'pack', 'x', 1)""").update();
            database.jdbc().sql("""
                    insert into determination.owed (account_id, subject_kind, subject_id, first_month, last_month, in_force, amount, unverified, provisions, missing)
                    values (1, 'p', 1, '2026-10-01', '2026-10-01', true, 1080000, false, 'severe_elder', 'person.disability_certified_on')""").update();
            database.jdbc()
                    .sql(
                            "select determination.close_part(?, 0::smallint), determination.close_run(?, 1), determination.finish_run(?, 2, 1)")
                    .params(run, run, run)
                    .query(rs -> {});
        });
    }

    private static List<String> read(OfficerId officer, String sql) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc()
                        .sql(sql)
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    private static List<String> facts(OfficerId officer) {
        return read(officer, "select fact from registry.face_fact_now where subject_kind = 'p' order by 1");
    }

    @Test
    void sensitiveAndHiddenFactsAreForThePurposesThatTheDictionaryNames() {
        assertThat(facts(socialOfficer))
                .containsExactly("person.disability", "person.hiv", "person.paid_through", "person.pregnant");
        assertThat(facts(powerOfficer)).containsExactly("person.disability", "person.paid_through");
        assertThat(read(powerOfficer, "select fact from registry.face_facts_known_at('p', array[1], 9) order by 1"))
                .containsExactly("person.disability", "person.paid_through");
    }

    @Test
    void aPayingOfficerSeesPayeesAndPaymentsAndNoReasons() {
        assertThat(read(payingOfficer, "select name from registry.face_person order by name"))
                .as("who is paid and who takes the money for her, nobody else of the household")
                .containsExactly("Hoàng Thị Diện", "Nông Thị Sen");
        var search = "select name from registry.face_find('''nong''', '', 10)";
        assertThat(read(payingOfficer, search)).containsExactly("Nông Thị Sen");
        assertThat(read(socialOfficer, search)).containsExactly("Nông Thị Sen", "Nông Văn Đi");
        assertThat(read(payingOfficer, "select person_id::text from registry.membership_now"))
                .containsExactly("1");
        assertThat(read(payingOfficer, "select amount::text from payments.line"))
                .containsExactly("1080000");
        assertThat(facts(payingOfficer)).containsExactly("person.paid_through");
        assertThat(read(payingOfficer, "select provisions from determination.outcome"))
                .isEmpty();
        assertThat(read(payingOfficer, "select cause from casework.decision")).isEmpty();
        assertThat(read(payingOfficer, "select missing from determination.owed"))
                .isEmpty();
        var standing = "select missing from payments.standing('social_assistance', '01273', '2026-10-01')";
        assertThat(read(payingOfficer, standing)).containsExactly("ask");
        assertThat(read(socialOfficer, standing)).containsExactly("person.disability_certified_on");
        assertThat(
                        read(
                                payingOfficer,
                                "select missing from payments.withheld('social_assistance', '01273', '2026-10-01') where cause = 'ask'"))
                .containsExactly("");
        assertThatThrownBy(() -> read(
                        payingOfficer,
                        "select name from reporting.listed('PEOPLE', '2026-10-01', null, 'WHOLE', null, 0, 10)"))
                .hasStackTraceContaining("sees figures, not the people");
    }

    /** That a hidden fact changed is as hidden as the fact. */
    @Test
    void whatChangedAListIsNamedToWhoeverMayReadThatFact() {
        var changed = "select facts from payments.difference_of(1)";
        assertThat(read(socialOfficer, changed)).containsExactly("person.disability,person.hiv");
        assertThat(read(powerOfficer, changed)).containsExactly("person.disability");
        assertThat(read(payingOfficer, changed)).containsExactly("");
    }

    /** He went to another province in August; his file stays with the household that he left, and nobody counts him there. */
    @Test
    void whoeverLeftIsInTheFileOfTheirLastHouseholdAndInNoFigure() {
        assertThat(read(socialOfficer, "select name from registry.face_person order by name"))
                .contains("Nông Thị Sen", "Nông Văn Đi");
        assertThat(read(
                        socialOfficer,
                        "select counted::text from reporting.counted('PEOPLE', '2026-10-01', null, 'WHOLE')"))
                .containsExactly("1");
        assertThat(read(
                        socialOfficer,
                        "select name from reporting.listed('PEOPLE', '2026-10-01', null, 'WHOLE', null, 0, 10)"))
                .containsExactly("Nông Thị Sen");
    }

    @Test
    void statisticsSeesCountsAndNobodysName() {
        assertThat(read(
                        statistician,
                        "select counted::text from reporting.counted('PEOPLE', '2026-10-01', null, 'WHOLE')"))
                .containsExactly("1");
        assertThat(
                        read(
                                statistician,
                                "select dong::text from reporting.counted('BENEFICIARIES', '2026-10-01', 'social_assistance', 'COMMUNE')"))
                .containsExactly("1080000");
        assertThat(read(statistician, "select name from registry.person")).isEmpty();
        assertThat(read(statistician, "select code from registry.household")).isEmpty();
        assertThat(read(statistician, "select name from registry.face_find('''nong''', '', 10)"))
                .isEmpty();
        assertThat(read(statistician, "select source from registry.fact_now")).isEmpty();
        assertThat(read(statistician, "select provisions from determination.outcome"))
                .isEmpty();
        assertThat(read(statistician, "select amount::text from payments.line")).isEmpty();
        assertThatThrownBy(() -> read(
                        statistician,
                        "select name from reporting.listed('PEOPLE', '2026-10-01', null, 'WHOLE', null, 0, 10)"))
                .hasStackTraceContaining("sees figures, not the people");
    }

    @Test
    void aProgrammeWhoseNameTellsIsOpenedByItsOwnPurpose() {
        assertThat(read(socialOfficer, "select programme from determination.outcome"))
                .containsExactly("social_assistance");
        assertThat(read(
                        socialOfficer,
                        "select programme from reporting.counted('WITHOUT_DECISION', '2026-10-01', null, 'WHOLE')"))
                .isEmpty();
        var ward = database.officerFor("cach.ly", "commune_officer", List.of("covid_care_2021"), HERE);
        assertThat(read(ward, "select programme from determination.outcome order by 1"))
                .containsExactly("covid_care_2021", "social_assistance");
    }

    @Test
    void anInspectorReadsEverything() {
        assertThat(facts(inspector))
                .containsExactly("person.disability", "person.hiv", "person.paid_through", "person.pregnant");
        assertThat(read(inspector, "select cause from casework.decision")).containsExactly("Khuyết tật nặng");
        assertThat(read(inspector, "select programme from determination.outcome order by 1"))
                .containsExactly("covid_care_2021", "social_assistance");
        assertThat(read(inspector, "select amount::text from payments.line")).containsExactly("1080000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select registry.open_recording('fact', null, null, null)",
                "insert into jobs.job (kind, wish) values ('determine_month', '2026-10') returning 'in'",
                "insert into registry.draft (form_key, body, saved_at) values ('death/1', 'x', now()) returning 'in'",
                "insert into exchange.brought_file (purpose, name, as_of, bytes, digest) values ('register', 'a.csv', '2026-10-20', 1, 'x') returning 'in'",
                "insert into determination.release (what, shown, because, jurist) values ('x', 'x', 'đã đối chiếu bản in', 'x') returning 'in'",
                "insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, amount, cause_key, cause, authority, state, drafted_by)"
                        + " values ('social_assistance', 'grant', 'p', 1, '01273', 'beneficiary', 1, 'x', 'x', 'commune_chair', 'draft', 'x') returning 'in'",
                "select casework.draft_change('stop', 1, 0, '2026-11-01', 'vì thế')",
                "select payments.prepare('2026-10-01', 'social_assistance', '01273')",
                "select payments.discard(1)",
                "select access.open_officer('ban.toi', 'Bạn tôi')"
            })
    void anInspectorWritesNothing(String act) {
        assertThatThrownBy(() -> read(inspector, act)).isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void whoeverIsInNoHouseholdIsSeenByTheProvinceAndNotByAnyCommune() {
        assertThat(read(approver, "select name from registry.face_person order by name"))
                .containsExactly("Hoàng Thị Diện", "Lý Văn Lang", "Nông Thị Sen", "Nông Văn Đi");
        assertThat(read(approver, "select name from registry.face_find('''lang''', '', 10)"))
                .containsExactly("Lý Văn Lang");
        assertThat(read(socialOfficer, "select name from registry.face_person")).doesNotContain("Lý Văn Lang");
        assertThat(read(socialOfficer, "select name from registry.face_find('''lang''', '', 10)"))
                .isEmpty();
    }

    @Test
    void aDecisionOfThePolicyBankIsTakenOverAndNotDraftedHere() {
        assertThatThrownBy(
                        () -> read(
                                socialOfficer,
                                "insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, amount, cause_key, cause, authority, state, drafted_by)"
                                        + " values ('policy_credit', 'grant', 'h', 1, '01273', 'beneficiary', 1, 'x', 'x', 'policy_bank', 'draft', 'x') returning 'in'"))
                .hasStackTraceContaining("are made by policy_bank, not here");
    }
}
