package org.ansinh.app.payments;

import static org.ansinh.app.payments.PayingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.DispatchDesk.Sent;
import org.ansinh.app.payments.InventedBank.Manners;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One list of a hundred thousand people through the whole month, for {@code ./ansinh bench payroll}, which reads what each step took. */
@EnabledIfSystemProperty(named = "payroll.people", matches = "\\d+")
class LongListTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    @TempDir
    Path folder;

    private final int people = Integer.getInteger("payroll.people", 0);
    private final Path results = Path.of(System.getProperty("payroll.results", "target/payroll.txt"));

    @Test
    void fromTheListToTheStatement() throws Exception {
        var office = new PayingOffice(database, "01273", "social_pension");
        var third = database.officer("lanh.dao", "provincial_approver", office.commune);
        var payments = new PaymentsAlone(database.source(), database.transactions(), database.clock(), folder);
        office.eldersWithAccounts(people);
        office.looksAtItsTables();
        long list = took("list_with_causes", () -> office.prepare(OCTOBER));
        took("approved", () -> {
            office.approve(office.chair, list);
            return true;
        });
        long dispatch = took(
                "instructions",
                () -> ((Sent.Done)
                                as(office.preparer, () -> payments.dispatches().prepare("bank_account", List.of(list))))
                        .dispatchId());
        took("released_with_files", () -> as(third, () -> payments.dispatches().release(dispatch)));
        var bank = new InventedBank(1, new Manners(3, 2, 1, 0, false));
        var files = as(office.preparer, () -> payments.dispatches().files(dispatch));
        took("files_read_by_a_bank", () -> {
            files.forEach(it -> bank.receive(
                    as(
                            office.preparer,
                            () -> payments.dispatches()
                                    .handOver(dispatch, it.number())
                                    .orElseThrow()),
                    TODAY));
            return true;
        });
        var answers = bank.fetch();
        took("statements", () -> {
            answers.forEach(it -> as(office.preparer, () -> payments.answers().take(it.name(), it.content())));
            return true;
        });
        assertThat(office.owner("select count(*) from payments.instruction where state in ('paid', 'returned')"))
                .isEqualTo(people);
        said("lines", office.owner("select count(*) from payments.line"));
        said("statement_lines", office.owner("select count(*) from payments.statement_line"));
    }

    private static <R> R as(OfficerId officer, Supplier<R> work) {
        return Acting.as(Actor.officer(officer), work::get);
    }

    private <R> R took(String what, Supplier<R> work) throws IOException {
        long began = System.nanoTime();
        R result = work.get();
        said(what, (System.nanoTime() - began) / 1_000_000);
        return result;
    }

    private void said(String what, long value) throws IOException {
        Files.writeString(
                results,
                what + " " + value + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
