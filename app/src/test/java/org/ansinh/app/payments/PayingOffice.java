package org.ansinh.app.payments;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.store.BankRows;
import org.ansinh.app.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/** A commune's paying office as the database knows it: people, decisions, what the law was found to give, lists. */
final class PayingOffice {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    final TestDatabase database;
    final String commune;
    final String programme;
    final OfficerId preparer;
    final OfficerId chair;
    private final Map<String, String> groups = new HashMap<>();
    private int papers;

    PayingOffice(TestDatabase database, String commune, String programme) {
        this.database = database;
        this.commune = commune;
        this.programme = programme;
        database.run(
                Actor.WORKER,
                () -> new BankRows(new JdbcTemplate(database.source()))
                        .mirror(BankList.napas().names()));
        this.preparer = database.officer("ke.toan." + commune + programme.length(), "paying_officer", commune);
        this.chair = database.officer("chu.tich." + commune + programme.length(), "commune_chair", commune);
    }

    /** Somebody of the commune; without the registry's checks, which are not the matter here. */
    int person(String name) {
        return owner("""
                insert into registry.person (name, folded, born, born_precision, sex, commune_code, recording)
                values ('%s', 'x', '1944-05-01', 'day', 'female', '%s', 1) returning id""".formatted(name, commune));
    }

    /** Paid by the office before us through that month. */
    void paidThrough(int person, YearMonth month) {
        fact("person.paid_through", person, "daterange('2020-01-01', null)", month.atEndOfMonth());
    }

    void paidThroughForHousehold(int household, YearMonth month) {
        fact(92, "household.paid_through", "h", household, "daterange('2020-01-01', null)", month.atEndOfMonth());
    }

    private void fact(String fact, int person, String days, LocalDate value) {
        fact(90, fact, "p", person, days, value);
    }

    private void fact(int no, String fact, String kind, int subject, String days, LocalDate value) {
        owner("""
                insert into registry.fact_definition (no, id, subject, type, many)
                select %2$d, '%1$s', '%3$s', 'day', true where not exists (select from registry.fact_definition where id = '%1$s') returning no""".formatted(fact, no, kind));
        owner("""
                insert into registry.fact_instance (fact, no, id) select no, abs(hashtext('%2$s')) %% 262143 + 1, '%2$s' from registry.fact_definition d where d.id = '%1$s'
                   and not exists (select from registry.fact_instance i where i.fact = d.no and i.id = '%2$s') returning no""".formatted(fact, programme));
        owner("""
                insert into registry.fact_now (slot, recording, days, day, source)
                select registry.slot('%s', %d, d.no, abs(hashtext('%s')) %% 262143 + 1), 1, %s, '%s', 'sổ chi' from registry.fact_definition d where d.id = '%s' returning 1""".formatted(kind, subject, programme, days, value, fact));
    }

    /** A number that is known of somebody from a day on. */
    void counted(String fact, int person, LocalDate from, long value) {
        owner("""
                insert into registry.fact_definition (no, id, subject, type, many)
                select 91, '%1$s', 'p', 'int', false where not exists (select from registry.fact_definition where id = '%1$s') returning no""".formatted(fact));
        owner("""
                insert into registry.fact_now (slot, recording, days, whole, source)
                select registry.slot('p', %d, d.no, 0), 1, daterange('%s', null), %d, 'phiếu' from registry.fact_definition d where d.id = '%s' returning 1""".formatted(person, from, value, fact));
    }

    /** Which facts the law pack's rules of the programme read. */
    void reads(String... facts) {
        owner("""
                insert into determination.programme values ('%1$s', 'right', 'exact', 'individually', false, '{%2$s}')
                on conflict (programme) do update set facts = excluded.facts returning 1""".formatted(programme, String.join(",", facts)));
    }

    /** The day on which the law of the programme turns. */
    void turns(LocalDate day) {
        owner("""
                insert into determination.programme values ('%1$s', 'right', 'exact', 'individually', false, '{}', '{%2$s}')
                on conflict (programme) do update set days = excluded.days returning 1""".formatted(programme, day));
    }

    /** A decision on paper that was taken over from the office before us. */
    void takenOver(int person, long level, LocalDate signed) {
        decision(person, "grant", level, signed, signed);
    }

    /** One whose money goes to somebody else than whose right it is: a school, a carer. */
    void takenOverFor(String payeeKind, int person, long level, LocalDate signed) {
        decision("p", payeeKind, person, "grant", level, signed, signed);
    }

    /** One for a household, into the hands of its head. */
    void takenOverForHousehold(int household, long level, LocalDate signed) {
        decision("h", "household_head", household, "grant", level, signed, signed);
    }

    /** A household of two: whoever heads it, and somebody else. */
    int household(int head, int other) {
        int household = owner("""
                insert into registry.household (code, commune_code, head_id, code_words, recording) values ('HO-%1$d', '%2$s', %1$d, 'x', 1) returning id""".formatted(head, commune));
        owner("""
                insert into registry.membership_now (person_id, household_id, kind, role, days, recording)
                select p, %d, k.no, '', '[2020-01-01,)', 1 from registry.membership_kind k, unnest(array[%d, %d]) p where k.id = 'residence' returning 1""".formatted(household, head, other));
        return household;
    }

    /** Who receives for somebody from January 2026 on, in cash. */
    void receives(String kind, int subject, int payee) {
        owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, days, source)
                values ('%s', '%s', %d, %d, 'cash', '[2026-01-01,)', 'giấy uỷ quyền') returning 1""".formatted(programme, kind, subject, payee));
    }

    /** From October 2026 on somebody else does. */
    void receivesFromOctober(String kind, int subject, int payee) {
        owner(
                "update payments.payee set days = '[2026-01-01,2026-10-01)' where subject_kind = '%s' and subject_id = %d returning 1"
                        .formatted(kind, subject));
        owner("""
                insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, days, source)
                values ('%s', '%s', %d, %d, 'cash', '[2026-10-01,)', 'giấy uỷ quyền') returning 1""".formatted(programme, kind, subject, payee));
    }

    /** A later decision, signed that day, that gives another level from a day on. */
    void adjusted(int person, long level, LocalDate signed, LocalDate from) {
        decision(person, "adjust", level, signed, from);
    }

    void stopped(int person, LocalDate signed, LocalDate from) {
        decision(person, "stop", 0, signed, from);
    }

    private void decision(int person, String kind, long level, LocalDate signed, LocalDate from) {
        decision("p", "beneficiary", person, kind, level, signed, from);
    }

    private void decision(
            String subjectKind,
            String payeeKind,
            int subject,
            String kind,
            long level,
            LocalDate signed,
            LocalDate from) {
        papers++;
        worker("""
                insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, payee_id, amount, effective_from, cause_key,
                    cause, authority, state, drafted_by, signed_on, taken_over, paper_number, office, signer_title)
                values ('%s', '%s', '%s', %d, '%s', '%s', %s, %d, '%s', 'x', 'x', 'commune_chair', 'signed', 'ansinh_worker', '%s', true, '%d/QĐ',
                    'UBND', 'Chủ tịch')""".formatted(
                        programme,
                        kind,
                        subjectKind,
                        subject,
                        commune,
                        payeeKind,
                        subjectKind.equals("p") ? subject : null,
                        level,
                        from,
                        signed,
                        papers));
    }

    /** Elders with an account, owed two months each: by statements of the tables' owner, for the registry is not the matter here. */
    void eldersWithAccounts(int many) {
        owner("""
                with person as (
                    insert into registry.person (name, folded, born, born_precision, sex, commune_code, recording)
                    select 'Nông Thị ' || chr(65 + n %% 26) || n, 'x', '1944-05-01', 'day', 'female', '%1$s', 1 from generate_series(1, %2$d) n returning id
                ), payee as (
                    insert into payments.payee (programme, subject_kind, subject_id, payee_id, channel, bank, account, days, source)
                    select '%3$s', 'p', id, id, 'bank_account', 'VBAAVNVX', (8300205000000 + id)::text, '[2026-01-01,)', 'đơn' from person
                ) select count(*) from person""".formatted(commune, many, programme));
        worker("""
                insert into casework.decision (programme, kind, subject_kind, subject_id, commune_code, payee_kind, payee_id, amount, effective_from, cause_key,
                    cause, authority, state, drafted_by, signed_on, taken_over, paper_number, office, signer_title)
                select '%s', 'grant', 'p', p.person_id, '%s', 'beneficiary', p.person_id, 540000, '2025-07-08', 'x', 'x', 'commune_chair', 'signed', 'ansinh_worker', '2025-07-08', true,
                       p.person_id || '/QĐ', 'UBND', 'Chủ tịch' from registry.face_person p where p.commune_code = '%2$s'""".formatted(programme, commune));
        owner("""
                insert into registry.fact_definition (no, id, subject, type, many)
                select 90, 'person.paid_through', 'p', 'day', true where not exists (select from registry.fact_definition where id = 'person.paid_through') returning no""");
        owner("""
                insert into registry.fact_instance (fact, no, id) select no, 7, '%1$s' from registry.fact_definition d where d.id = 'person.paid_through'
                   and not exists (select from registry.fact_instance i where i.fact = d.no and i.id = '%1$s') returning no""".formatted(programme));
        owner("""
                with paid as (
                    insert into registry.fact_now (slot, recording, days, day, source)
                    select registry.slot('p', p.id, d.no, 7), 1, daterange('2020-01-01', null), '2026-08-31', 'sổ chi'
                      from registry.fact_definition d, registry.person p where d.id = 'person.paid_through' and p.commune_code = '%s' returning 1)
                select count(*) from paid""".formatted(commune));
        worker("""
                with account as (
                    insert into determination.account (commune_code, programme, through, period_months, due_after, known_at, pack_hash, digest, subjects)
                    values ('%s', '%s', '2026-10-01', 1, '{0,0,0,0,0,0,0,0,0,0,0,0}', 1, 'x', 'x', 1) returning account_id)
                insert into determination.owed
                select a.account_id, 'p', p.person_id, '2026-09-01', '2026-10-01', true, 540000, false, 'aged_75', '', null, null
                  from account a, registry.face_person p where p.commune_code = '%1$s'""".formatted(commune, programme));
    }

    /** Some months of one person with what the law was found to give for each of them. */
    record Months(
            String kind,
            int subject,
            YearMonth first,
            YearMonth last,
            long amount,
            boolean unverified,
            String missing) {
        Months(int person, YearMonth first, YearMonth last, long amount, boolean unverified, String missing) {
            this("p", person, first, last, amount, unverified, missing);
        }

        static Months ofHousehold(int household, YearMonth first, YearMonth last, long amount) {
            return new Months("h", household, first, last, amount, false, "");
        }

        static Months of(int person, YearMonth first, YearMonth last, long amount) {
            return new Months(person, first, last, amount, false, "");
        }
    }

    /** From that run of months on the law finds somebody in another group. */
    void inGroup(int person, YearMonth first, String provision) {
        groups.put(person + " " + first, provision);
    }

    /** What the determination room works out: a new account of the commune through a month. */
    void workedOut(YearMonth through, List<Months> months) {
        workedOut(through, 1, months);
    }

    void workedOut(YearMonth through, int periodMonths, List<Months> months) {
        workedOut(
                through,
                periodMonths,
                periodMonths == 3 ? "{2,1,0,2,1,0,2,1,0,2,1,0}" : "{0,0,0,0,0,0,0,0,0,0,0,0}",
                months);
    }

    /** @param dueAfter how many months after each month of the calendar its money falls due */
    void workedOut(YearMonth through, int periodMonths, String dueAfter, List<Months> months) {
        database.run(Actor.WORKER, () -> {
            long account = database.jdbc()
                    .sql("""
                            insert into determination.account (commune_code, programme, through, period_months, due_after, known_at, pack_hash, digest, subjects)
                            values (?, ?, ?, ?, ?::smallint[], 1, 'x', 'x', 1) returning account_id""")
                    .params(commune, programme, through.atDay(1), periodMonths, dueAfter)
                    .query(Long.class)
                    .single();
            for (var it : months) {
                database.jdbc()
                        .sql(
                                "insert into determination.owed values (?, cast(? as \"char\"), ?, ?, ?, true, ?, ?, ?, ?, null, (select village_id from registry.face_person where person_id = ?))")
                        .params(
                                account,
                                it.kind(),
                                it.subject(),
                                it.first().atDay(1),
                                it.last().atDay(1),
                                it.amount(),
                                it.unverified(),
                                groups.getOrDefault(it.subject() + " " + it.first(), "aged_75"),
                                it.missing(),
                                it.kind().equals("p") ? it.subject() : 0)
                        .update();
            }
            database.jdbc()
                    .sql("select determination.forget_older_lines(?)")
                    .param(account)
                    .query(Long.class)
                    .single();
        });
    }

    /** As rows stand that were entered before anybody asked which bank an account is of. */
    void asBefore(Runnable entering) {
        statement("alter table payments.payee disable trigger payee_account_is_sound");
        entering.run();
        statement("alter table payments.payee enable trigger payee_account_is_sound");
    }

    private void statement(String sql) {
        try (Connection connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    /** The list's number, or 0 where nothing is open. */
    long prepare(YearMonth month) {
        return number(
                preparer,
                "select coalesce(payments.prepare('%s', '%s', '%s'), 0)".formatted(month.atDay(1), programme, commune));
    }

    void approve(OfficerId officer, long list) {
        as(officer, "select payments.approve(%d)".formatted(list));
    }

    void discard(long list) {
        as(preparer, "select payments.discard(%d)".formatted(list));
    }

    /** {@code 2026-10 540000} for each line of a list, in order. */
    List<String> lines(long list, int person) {
        return database.as(
                Actor.officer(preparer),
                () -> database.jdbc()
                        .sql(
                                "select to_char(for_month, 'YYYY-MM ') || amount from payments.line where payroll_id = ? and subject_id = ? order by for_month, sequence")
                        .params(list, person)
                        .query(String.class)
                        .list());
    }

    /** {@code above_level 2026-10 40000} for what is beside the list of a month. */
    List<String> withheld(YearMonth month, int person) {
        return database.as(
                Actor.officer(preparer),
                () -> database.jdbc()
                        .sql("""
                        select cause || to_char(for_month, ' YYYY-MM ') || amount from payments.withheld(?, ?, ?) where subject_id = ?
                         order by cause, for_month""")
                        .params(programme, commune, month.atDay(1), person)
                        .query(String.class)
                        .list());
    }

    long number(OfficerId officer, String sql) {
        return database.as(
                Actor.officer(officer),
                () -> database.jdbc().sql(sql).query(Long.class).single());
    }

    void as(OfficerId officer, String sql) {
        database.run(Actor.officer(officer), () -> database.jdbc().sql(sql).query(row -> {}));
    }

    void worker(String sql) {
        database.run(Actor.WORKER, () -> database.jdbc().sql(sql).update());
    }

    void workerAsks(String sql) {
        database.run(Actor.WORKER, () -> database.jdbc().sql(sql).query(row -> {}));
    }

    /** A connection of the tables' owner: nobody who works here holds it. */
    int owner(String sql) {
        try (Connection connection = database.owner().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    String text(String sql) {
        try (Connection connection = database.owner().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    /** The second column by the first. */
    Map<String, String> table(String sql) {
        try (Connection connection = database.owner().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var table = new HashMap<String, String>();
            while (rows.next()) {
                table.put(rows.getString(1), rows.getString(2));
            }
            return table;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    /** As the database does by itself after a while: it looks at what its tables hold. */
    void looksAtItsTables() {
        statement("analyze");
    }
}
