package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is money in the book from the moment it is drawn: held, owed, paid, come back, carried; each once. */
class ListsInTheLedgerTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final YearMonth NOVEMBER = OCTOBER.plusMonths(1);

    private static PayingOffice office(String commune) {
        return new PayingOffice(database, commune, "social_pension");
    }

    /** An elder paid through September by the office before us, due 540,000 a month. */
    private static int elder(PayingOffice office) {
        int elder = office.person("Nông Thị Hoà");
        office.takenOver(elder, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(elder, YearMonth.of(2026, 9));
        return elder;
    }

    private static Months due(int elder, YearMonth through) {
        return Months.of(elder, OCTOBER, through, 540_000);
    }

    /** {@code committed 540000} for each account of the commune that is not empty, as its class reads it. */
    private static List<String> book(PayingOffice office) {
        return database.as(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql("""
                        select a.class || ' ' || sum(case k.normal when 'debit' then t.debit - t.credit else t.credit - t.debit end)
                          from ledger.turnover t join ledger.account a using (account_id) join ledger.account_class k using (class)
                         where a.commune_code = ? group by a.class having sum(t.debit - t.credit) <> 0 order by 1""")
                        .param(office.commune)
                        .query(String.class)
                        .list());
    }

    private static long report(PayingOffice office, long list, String outcome, String paper) {
        return office.number(
                office.preparer,
                "select payments.report_lines(%d, '%s', '2026-10-20', '%s')".formatted(list, outcome, paper));
    }

    private static long reportOf(PayingOffice office, long list, String outcome, int elder, String line) {
        return office.number(
                office.preparer,
                "select payments.report_lines(%d, '%s', '2026-10-20', 'Biên bản', array['p%d/%s'])"
                        .formatted(list, outcome, elder, line));
    }

    @Test
    void aDraftHoldsItsMoneyAndGivesItBack() {
        var office = office("01273");
        int elder = elder(office);
        office.workedOut(OCTOBER, List.of(due(elder, OCTOBER)));

        long list = office.prepare(OCTOBER);
        assertThat(book(office)).containsExactly("committed 540000", "free -540000");
        office.discard(list);
        assertThat(book(office)).isEmpty();
        assertThat(office.owner(
                        "select count(*) from ledger.entry where key in ('list/%1$d/drawn', 'list/%1$d/discarded')"
                                .formatted(list)))
                .isEqualTo(2);
    }

    @Test
    void anApprovedListIsOwedAndWhatIsPaidIsOwedNoMore() {
        var office = office("01288");
        int elder = elder(office);
        int neighbour = elder(office);
        office.workedOut(OCTOBER, List.of(due(elder, OCTOBER), due(neighbour, OCTOBER)));
        long list = office.prepare(OCTOBER);
        office.approve(office.chair, list);
        assertThat(book(office)).containsExactly("cost 1080000", "free -1080000", "payable 1080000", "used 1080000");

        assertThat(reportOf(office, list, "paid", elder, "2026-10-01/0")).isOne();
        assertThat(book(office))
                .containsExactly("cost 1080000", "free -1080000", "payable 540000", "provider -540000", "used 1080000");
        assertThat(report(office, list, "paid", "Danh sách ký nhận")).isOne();
        assertThat(report(office, list, "paid", "Danh sách ký nhận"))
                .as("the same button, pressed again")
                .isZero();
        assertThat(book(office)).containsExactly("cost 1080000", "free -1080000", "provider -1080000", "used 1080000");
    }

    @Test
    void whoDidNotComeStaysOwedAndIsOnTheNextListWithTheMonthNamed() {
        var office = office("01291");
        int elder = elder(office);
        office.workedOut(OCTOBER, List.of(due(elder, OCTOBER)));
        long list = office.prepare(OCTOBER);
        office.approve(office.chair, list);
        reportOf(office, list, "not_collected", elder, "2026-10-01/0");
        assertThat(book(office)).containsExactly("carried 540000", "cost 540000", "free -540000", "used 540000");

        office.workedOut(NOVEMBER, List.of(due(elder, NOVEMBER)));
        long next = office.prepare(NOVEMBER);
        assertThat(office.lines(next, elder)).containsExactly("2026-10 540000", "2026-11 540000");
        assertThat(book(office))
                .as("only November costs anew")
                .contains("committed 540000", "free -1080000", "used 540000");
        office.approve(office.chair, next);
        assertThat(book(office)).containsExactly("cost 1080000", "free -1080000", "payable 1080000", "used 1080000");
    }

    @Test
    void whatTheBankSendsBackIsOwedAgain() {
        var office = office("01294");
        int elder = elder(office);
        office.workedOut(OCTOBER, List.of(due(elder, OCTOBER)));
        long list = office.prepare(OCTOBER);
        office.approve(office.chair, list);
        report(office, list, "paid", "Sao kê");
        assertThat(reportOf(office, list, "returned", elder, "2026-10-01/0")).isOne();
        assertThat(reportOf(office, list, "returned", elder, "2026-10-01/0")).isZero();
        assertThat(book(office)).containsExactly("carried 540000", "cost 540000", "free -540000", "used 540000");

        office.workedOut(OCTOBER, List.of(due(elder, OCTOBER)));
        long again = office.prepare(OCTOBER);
        assertThat(office.lines(again, elder)).containsExactly("2026-10 540000");
        office.approve(office.chair, again);
        report(office, again, "paid", "Sao kê");
        assertThat(book(office)).containsExactly("cost 540000", "free -540000", "provider -540000", "used 540000");
    }

    @Test
    void whatBecameOfALineIsNotRewrittenAndOnlyApprovedListsArePaid() {
        var office = office("01297");
        int elder = elder(office);
        office.workedOut(OCTOBER, List.of(due(elder, OCTOBER)));
        long list = office.prepare(OCTOBER);
        assertThatThrownBy(() -> report(office, list, "paid", "Sổ")).hasStackTraceContaining("is not reported on");
        office.approve(office.chair, list);
        assertThatThrownBy(() -> office.number(
                        office.chair, "select payments.report_lines(%d, 'paid', '2026-10-20', 'Sổ')".formatted(list)))
                .hasStackTraceContaining("may not prepare a list");
        report(office, list, "paid", "Sổ");
        for (var act : List.of(
                "update payments.outcome set outcome = 'returned' returning 1",
                "delete from payments.outcome returning 1",
                "delete from payments.report returning 1",
                "insert into payments.outcome select programme, subject_kind, subject_id, for_month, sequence, 1, 'paid', payroll_id, report from payments.outcome returning 1")) {
            assertThatThrownBy(() -> office.owner(act)).as(act).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Lists drawn, approved, paid, come back, in any order, and cut off before the commit: the sums hold after each step, and a rerun finishes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theSumsHoldWhateverHappens(long seed) {
        var random = new Random(seed);
        var office = office("%05d".formatted(3_000 + seed));
        var elders = List.of(elder(office), elder(office), elder(office));
        var approved = new ArrayList<Long>();
        for (int step = 0; step < 20; step++) {
            var month = random.nextBoolean() ? OCTOBER : NOVEMBER;
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    office.workedOut(
                            month, elders.stream().map(it -> due(it, month)).toList());
                    long list = office.prepare(month);
                    if (list != 0 && random.nextBoolean()) {
                        cutOff(office.chair, "select payments.approve(%d)".formatted(list));
                    }
                    if (list != 0 && random.nextInt(4) > 0) {
                        office.approve(office.chair, list);
                        approved.add(list);
                    } else if (list != 0) {
                        office.discard(list);
                    }
                }
                case 2 -> some(approved, random).forEach(it -> report(office, it, "paid", "Sổ"));
                case 3 ->
                    some(approved, random)
                            .forEach(it -> cutOff(
                                    office.preparer,
                                    "select payments.report_lines(%d, 'paid', '2026-10-20', 'Sổ')".formatted(it)));
                default ->
                    some(approved, random)
                            .forEach(it -> reportOf(
                                    office,
                                    it,
                                    random.nextBoolean() ? "not_collected" : "returned",
                                    elders.get(random.nextInt(3)),
                                    (random.nextBoolean() ? "2026-10-01/" : "2026-11-01/") + random.nextInt(3)));
            }
            sumsHold(office, "seed %d, step %d".formatted(seed, step));
        }
        finish(office, elders);
    }

    private static List<Long> some(List<Long> lists, Random random) {
        return lists.isEmpty() ? List.of() : List.of(lists.get(random.nextInt(lists.size())));
    }

    /** The process dies after the act and before its commit. */
    private static void cutOff(OfficerId officer, String sql) {
        assertThatThrownBy(() -> database.run(Actor.officer(officer), () -> {
                    database.jdbc().sql(sql).query(row -> {});
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");
    }

    /** What is owed in the book is what approved lists say less what was paid; nothing is in the book twice; its sums are those of its movements. */
    private static void sumsHold(PayingOffice office, String when) {
        assertThat(office.owner("""
                with line as (
                    select l.*, o.last from payments.line l join payments.payroll p using (payroll_id)
                      left join lateral (select o.outcome as last from payments.outcome o where o.programme = l.programme and o.subject_kind = l.subject_kind
                          and o.subject_id = l.subject_id and o.for_month = l.for_month and o.sequence = l.sequence order by o.nth desc limit 1) o on true
                     where p.state = 'approved' and p.commune_code = '%1$s'
                ), book as (
                    select a.class, sum(t.credit - t.debit) as sum from ledger.turnover t join ledger.account a using (account_id) where a.commune_code = '%1$s' group by 1
                )
                select count(*) from (
                    (select coalesce(sum(amount) filter (where last is null), 0) from line
                     except select coalesce(max(sum), 0) from book where class = 'payable')
                    union all
                    (select coalesce(sum(amount) filter (where last = 'paid'), 0) from line
                     except select coalesce(max(sum), 0) from book where class = 'provider')) q""".formatted(office.commune)))
                .as("%s: payable = approved, neither paid nor back; provider = paid", when)
                .isZero();
        assertThat(office.owner("""
                select count(*) from (
                    select coalesce(sum(sum) filter (where class in ('payable', 'carried', 'provider')), 0) + coalesce(sum(sum) filter (where class = 'cost'), 0) as money,
                           coalesce(sum(sum) filter (where class in ('free', 'committed', 'used', 'allotted')), 0) as budget,
                           coalesce(sum(sum) filter (where class = 'used'), 0) + coalesce(sum(sum) filter (where class = 'cost'), 0) as used_is_cost,
                           coalesce(sum(sum) filter (where class = 'committed'), 0) as committed
                      from (select a.class, sum(t.credit - t.debit) as sum from ledger.turnover t join ledger.account a using (account_id) where a.commune_code = '%s' group by 1) b) s
                 where money <> 0 or budget <> 0 or used_is_cost <> 0 or committed < 0""".formatted(office.commune)))
                .as("%s: both sides balance, and what the budget used is what lists cost", when)
                .isZero();
        assertThat(office.owner("""
                select count(*) from (
                    select account_id, period, debit, credit from ledger.turnover
                    except
                    select s.account_id, e.period, sum(s.debit), sum(s.credit)
                      from (select entry_id, debit as account_id, amount as debit, 0 as credit from ledger.movement
                            union all select entry_id, credit, 0, amount from ledger.movement) s join ledger.entry e using (entry_id) group by 1, 2) q""")).as(when).isZero();
        assertThat(office.owner("""
                select count(*) from (
                    select m.subject_id, m.for_month from ledger.movement m join ledger.account c on c.account_id = m.debit and c.class = 'cost' and c.commune_code = '%s'
                     group by 1, 2 having sum(m.amount) > 540000) twice""".formatted(office.commune)))
                .as("%s: nobody's month costs twice", when)
                .isZero();
    }

    /** Whatever was cut off: drawing what is open, approving and paying it leaves everybody paid once. */
    private static void finish(PayingOffice office, List<Integer> elders) {
        for (var month : List.of(OCTOBER, NOVEMBER)) {
            office.workedOut(month, elders.stream().map(it -> due(it, month)).toList());
            long list = office.prepare(month);
            if (list != 0) {
                office.approve(office.chair, list);
            }
        }
        int lists = office.owner(
                "select count(*) from payments.payroll where commune_code = '%s'".formatted(office.commune));
        assertThat(lists).isPositive();
        database.as(
                        Actor.officer(office.preparer),
                        () -> database.jdbc()
                                .sql("select payroll_id from payments.payroll")
                                .query(Long.class)
                                .list())
                .forEach(it -> report(office, it, "paid", "Sổ"));
        sumsHold(office, "at the end");
        assertThat(book(office))
                .as("three elders, two months, each 540,000 once")
                .containsExactly("cost 3240000", "free -3240000", "provider -3240000", "used 3240000");
    }
}
