package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.store.ActingTransactions;
import org.ansinh.app.payments.CashDayDesk.Act;
import org.ansinh.app.payments.CashDayDesk.CashDay;
import org.ansinh.app.payments.CashDayDesk.Opened;
import org.ansinh.app.payments.CashDayDesk.Plan;
import org.ansinh.app.payments.CashDayDesk.Receipt;
import org.ansinh.app.payments.CashDayDesk.Recorded;
import org.ansinh.app.payments.CashDayDesk.Where;
import org.ansinh.app.payments.PayingOffice.Months;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/**
 * Four elders of two villages are paid in cash: released on 20 October 2026, handed out in Nà Mèo on the 25th, and on the 28th to whoever was absent. Each elder has September and
 * October to come.
 */
class CashVillage {

    @RegisterExtension
    final TestDatabase database = TestDatabase.fresh();

    static final LocalDate RELEASED = LocalDate.of(2026, 10, 20);
    static final LocalDate FIRST = LocalDate.of(2026, 10, 25);
    static final LocalDate SECOND = LocalDate.of(2026, 10, 28);
    static final long TWO_MONTHS = 1_080_000;
    static final Receipt SIGNED = Receipt.SIGNED;
    private static int communes = 5300;

    @TempDir
    Path folder;

    PayingOffice office;
    OfficerId clerk;
    OfficerId third;
    int village;
    int hoa;
    int pao;
    int vy;
    long dispatch;
    final Map<LocalDate, PaymentsAlone> rooms = new ConcurrentHashMap<>();

    @BeforeEach
    void cashIsReleasedForTwoVillages() {
        office = new PayingOffice(database, "0" + ++communes, "social_pension");
        clerk = database.officer("can.bo." + communes, "commune_officer", office.commune);
        third = database.officer("lanh.dao." + communes, "provincial_approver", office.commune);
        village = village("NM-" + communes, "Nà Mèo");
        int other = village("KV-" + communes, "Khuổi Vin");
        hoa = elder("Nông Thị Hoà", village);
        pao = elder("Hoàng A Páo", village);
        vy = elder("Đặng Văn Vỹ", village);
        int far = elder("Lý A Dể", other);
        office.workedOut(
                OCTOBER,
                List.of(hoa, pao, vy, far).stream()
                        .map(it -> Months.of(it, OCTOBER.minusMonths(1), OCTOBER, 540_000))
                        .toList());
        long list = office.prepare(OCTOBER);
        office.approve(office.chair, list);
        office.as(office.preparer, "select payments.prepare_dispatch('cash', array[%d])".formatted(list));
        dispatch = office.owner("select max(dispatch_id)::int from payments.dispatch");
        var sent = as(third, () -> room(RELEASED).dispatches().release(dispatch));
        assertThat(sent).isEqualTo(new DispatchDesk.Sent.Done(dispatch));
    }

    @AfterEach
    void isClosed() {
        rooms.values().forEach(PaymentsAlone::close);
    }

    int village(String code, String name) {
        return office.owner("""
                with v as (insert into territory.village (code, invented) values ('%s', true) returning village_id)
                insert into territory.village_name select v.village_id, '%s', '%s', '[2025-07-01,)' from v returning village_id""".formatted(code, name, office.commune));
    }

    int elder(String name, int home) {
        int id = office.person(name);
        office.owner("update registry.person set village_id = %d, lives_here = true where id = %d returning id"
                .formatted(home, id));
        office.takenOver(id, 540_000, LocalDate.of(2025, 7, 8));
        office.paidThrough(id, OCTOBER.minusMonths(2));
        return id;
    }

    /** The room of payments as it is on a day. */
    private PaymentsAlone room(LocalDate day) {
        return rooms.computeIfAbsent(day, it -> {
            var house = ZoneId.of("Asia/Ho_Chi_Minh");
            var clock = Clock.fixed(it.atTime(LocalTime.NOON).atZone(house).toInstant(), house);
            var transactions = new ActingTransactions(database.source(), clock);
            return new PaymentsAlone(database.source(), transactions, clock, folder);
        });
    }

    static <T> T as(OfficerId officer, Supplier<T> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    /** What an officer does on a day. */
    CashDayDesk at(LocalDate day, OfficerId officer) {
        var desk = room(day).cashDays();
        InvocationHandler acting = (proxy, method, given) -> as(officer, () -> called(desk, method, given));
        return (CashDayDesk)
                Proxy.newProxyInstance(CashDayDesk.class.getClassLoader(), new Class<?>[] {CashDayDesk.class}, acting);
    }

    static Object called(CashDayDesk desk, Method method, Object[] given) {
        try {
            return method.invoke(desk, given);
        } catch (ReflectiveOperationException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    List<String> waiting(LocalDate day, OfficerId officer) {
        return as(officer, () -> room(day).cashWork()).stream()
                .map(it -> "%s %d %d %s"
                        .formatted(
                                it.what(),
                                it.number(),
                                it.amount(),
                                it.since().map(LocalDate::toString).orElse("")))
                .toList();
    }

    Plan plan(OfficerId payer, Optional<LocalDate> second) {
        return new Plan("Nhà văn hoá thôn", FIRST, second, "officer_" + payer.number(), "Hoàng Văn Sơn, Mặt trận thôn");
    }

    long opened() {
        var made = at(RELEASED, office.preparer)
                .open(
                        dispatch,
                        new Where(office.commune, Optional.of(village)),
                        plan(office.preparer, Optional.of(SECOND)));
        assertThat(made).isInstanceOf(Opened.Done.class);
        return ((Opened.Done) made).cashDayId();
    }

    CashDay day(long id) {
        return at(SECOND, clerk).find(id).orElseThrow();
    }

    String key(int elder) {
        return office.text("select key from payments.instruction where dispatch_id = %d and subject_id = %d"
                .formatted(dispatch, elder));
    }

    Recorded recorded(LocalDate when, long id, Act act, Receipt receipt, int... elders) {
        var keys = new ArrayList<String>();
        for (int elder : elders) {
            keys.add(key(elder));
        }
        return at(when, clerk).record(id, act, keys, receipt);
    }

    static String rule(Recorded it) {
        return it instanceof Recorded.Refused(var rule) ? rule.name() : "";
    }

    static String rule(Opened it) {
        return it instanceof Opened.Refused(var rule) ? rule.name() : "";
    }

    static String rule(Optional<BrokenRule> it) {
        return it.map(BrokenRule::name).orElse("");
    }

    static String rule(Runnable act) {
        try {
            act.run();
            return "";
        } catch (DataAccessException refused) {
            return BrokenRule.orThrow(refused).name();
        }
    }

    /** What the database itself answers the owner of its tables, whom no server ever is. */
    String raw(String sql) {
        try (var connection = database.owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException refused) {
            return Optional.ofNullable(((PSQLException) refused).getServerErrorMessage())
                    .map(ServerErrorMessage::getConstraint)
                    .orElse(String.valueOf(refused.getMessage()));
        }
    }

    String states(long id) {
        return at(SECOND, clerk).lines(id).stream()
                .map(it -> it.payee() + " " + it.state())
                .collect(Collectors.joining(", "));
    }

    String booked(int elder) {
        return office.text("""
                select coalesce(string_agg(o.outcome || to_char(o.for_month, ' YYYY-MM ') || l.amount, ', ' order by o.for_month, o.nth), '')
                  from payments.outcome o join payments.line l using (programme, subject_kind, subject_id, for_month, sequence) where o.subject_id = """ + elder);
    }

    long cash() {
        return office.owner(
                "select coalesce(ledger.face_balance(ledger.face_found('provider', null, '%s', null, null, 'cash')), 0)::int"
                        .formatted(office.commune));
    }

    void scanned(long id) {
        database.run(Actor.officer(clerk), () -> {
            long paper = database.jdbc().sql("""
                            insert into payments.cash_paper (cash_day_id, given_name, content_type, size_bytes, digest)
                            values (?, 'to-1.jpg', 'image/jpeg', 4, encode(sha256('tờ'::bytea), 'hex')) returning cash_paper_id""").param(id).query(Long.class).single();
            database.jdbc()
                    .sql("insert into payments.cash_paper_part values (?, 0, 'tờ'::bytea)")
                    .param(paper)
                    .update();
        });
    }

    /** Everybody of the village spoken of: Hoà and Vỹ paid, Páo never came. */
    long accounted() {
        long id = opened();
        recorded(FIRST, id, Act.PAID, SIGNED, hoa, vy);
        recorded(FIRST, id, Act.ABSENT, SIGNED, pao);
        recorded(SECOND, id, Act.NOT_COLLECTED, SIGNED, pao);
        return id;
    }
}
