package org.ansinh.app.payments;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.BrokenRule;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.store.ActingTransactions;
import org.ansinh.app.payments.DispatchDesk.Sent;
import org.ansinh.app.payments.StatementDesk.Taken;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process that does a month's payments from the list to the statement, by the desks of the house, and says before each step what comes next. It is made to be killed: started
 * again it goes on from whatever stands. Its arguments: the gate's address, user and password; the moment; commune, programme; preparer, chair, third officer; the folder.
 */
final class PayingMachine {

    private static final YearMonth MONTH = PayingOffice.OCTOBER;

    private final String commune;
    private final String programme;
    private final OfficerId preparer;
    private final OfficerId chair;
    private final OfficerId third;
    private final Path folder;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PaymentsAlone payments;
    private boolean tells;

    PayingMachine(
            DataSource source, Clock clock, String commune, String programme, List<OfficerId> officers, Path folder) {
        this.commune = commune;
        this.programme = programme;
        this.preparer = officers.get(0);
        this.chair = officers.get(1);
        this.third = officers.get(2);
        this.folder = folder;
        var transactions = new ActingTransactions(source, clock);
        this.jdbc = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(transactions);
        this.payments = new PaymentsAlone(source, transactions, clock, folder.resolve("out"));
    }

    private static OfficerId officer(String number) {
        return new OfficerId(Integer.parseInt(number));
    }

    public static void main(String[] arguments) throws IOException {
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(arguments[0]);
            source.setUsername(arguments[1]);
            source.setPassword(arguments[2]);
            source.setMaximumPoolSize(3);
            source.addDataSourceProperty("ApplicationName", "paying-machine");
            var clock = Clock.fixed(Instant.parse(arguments[3]), ZoneId.of("Asia/Ho_Chi_Minh"));
            var officers = List.of(officer(arguments[6]), officer(arguments[7]), officer(arguments[8]));
            var machine = new PayingMachine(source, clock, arguments[4], arguments[5], officers, Path.of(arguments[9]));
            machine.tells = true;
            machine.work();
        }
    }

    private void step(String name) {
        if (!tells) {
            return;
        }
        System.out.println("step " + name);
        System.out.flush();
    }

    void work() throws IOException {
        step("prepare");
        var list = prepare();
        if (list.isPresent()) {
            step("approve");
            approve(list.get());
        }
        step("dispatch");
        dispatch();
        step("release");
        release();
        step("lay-out");
        Acting.run(Actor.WORKER, payments::layOut);
        step("answers");
        takeAnswers();
        step("done");
    }

    private Optional<Long> number(OfficerId officer, String sql) {
        return Acting.as(
                Actor.officer(officer),
                () -> transaction.execute(status -> jdbc.sql(sql)
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                        .single()));
    }

    private Optional<Long> prepare() {
        return number(
                preparer, "select payments.prepare('%s', '%s', '%s')".formatted(MONTH.atDay(1), programme, commune));
    }

    /** Money that came back since the draft was drawn belongs on it: then it is drawn again, as the refusal says. */
    private void approve(long list) {
        try {
            agree(list);
        } catch (DataAccessException refused) {
            if (!BrokenRule.orThrow(refused).rule().equals("list_causes_changed")) {
                throw refused;
            }
            number(preparer, "select null::bigint from payments.discard(%d)".formatted(list));
            prepare().ifPresent(this::agree);
        }
    }

    /** Another chair may have been quicker: then it stands. */
    private void agree(long list) {
        Acting.run(
                Actor.officer(chair),
                () -> transaction.executeWithoutResult(status -> jdbc.sql(
                                "select payments.approve(p.payroll_id) from payments.payroll p where p.payroll_id = ? and p.state = 'draft'")
                        .param(list)
                        .query(row -> {})));
    }

    private void dispatch() {
        var lists = Acting.as(
                Actor.officer(preparer),
                () -> payments.dispatches().waiting(MONTH).stream()
                        .filter(it -> it.channel().equals("bank_account"))
                        .map(DispatchDesk.Waiting::payrollId)
                        .toList());
        if (!lists.isEmpty()) {
            Acting.run(
                    Actor.officer(preparer), () -> settled(payments.dispatches().prepare("bank_account", lists)));
        }
    }

    private void release() {
        List<Long> waiting = Acting.as(
                Actor.officer(third),
                () -> payments.dispatches().latest(1_000).stream()
                        .filter(it -> !it.released())
                        .map(DispatchDesk.Dispatch::dispatchId)
                        .toList());
        waiting.forEach(id -> Acting.run(
                Actor.officer(third), () -> settled(payments.dispatches().release(id))));
    }

    /** What another operator did a moment before is done; anything else is trouble. */
    private static void settled(Sent sent) {
        if (sent instanceof Sent.Wrong
                || sent instanceof Sent.Refused(var rule)
                        && !List.of("dispatch_released_once", "instructed_once", "list_in_own_area")
                                .contains(rule.rule())) {
            throw new IllegalStateException(sent.toString());
        }
    }

    private void takeAnswers() throws IOException {
        try (var files = Files.list(folder.resolve("in"))) {
            for (var file : files.sorted().toList()) {
                var content = Files.readAllBytes(file);
                var taken = Acting.as(
                        Actor.officer(preparer),
                        () -> payments.answers().take(file.getFileName().toString(), content));
                if (!(taken instanceof Taken.Done)) {
                    throw new IllegalStateException(taken.toString());
                }
            }
        }
    }
}
