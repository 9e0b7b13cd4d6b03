package org.ansinh.app.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.payments.InventedBank.Manners;
import org.ansinh.app.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A month is paid while everything goes wrong: the process is killed where it stands, its connections are cut, the disk takes no more, two operators press the same buttons, the
 * file reaches the bank twice, and the bank answers as banks do. Afterwards nobody is paid twice, nobody is missed, and the book is even. More runs, and longer lists:
 * {@code ./ansinh bench faults}.
 */
class FaultsTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final int PEOPLE = Integer.getInteger("faults.people", 120);
    private static final int RUNS = Integer.getInteger("faults.runs", 20);
    private static final int FIRST = Integer.getInteger("faults.first", 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final int AT_MOST = 40;

    @TempDir
    Path folder;

    enum Fault {
        KILLED,
        CUT_OFF,
        DISK_FULL,
        TWO_OPERATORS
    }

    static LongStream seeds() {
        return LongStream.range(FIRST, FIRST + RUNS);
    }

    @ParameterizedTest(name = "run {0}")
    @MethodSource("seeds")
    void everybodyIsPaidOnceWhateverHappens(long seed) throws Exception {
        var random = new Random(seed);
        var office = new PayingOffice(database, "%05d".formatted(10_000 + seed), "social_pension");
        var first = List.of(office.preparer, office.chair, third(office, "a"));
        var second = List.of(
                database.officer("ke.toan.b" + office.commune, "paying_officer", office.commune),
                database.officer("chu.tich.b" + office.commune, "commune_chair", office.commune),
                third(office, "b"));
        office.eldersWithAccounts(PEOPLE);
        Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(folder.resolve("out"));
        var bank = new Bank(new InventedBank(seed, Manners.AS_BANKS_ARE), random);

        int troubles = 1 + random.nextInt(2);
        for (int i = 0; i < troubles; i++) {
            var fault = Fault.values()[random.nextInt(Fault.values().length)];
            disturbed(office, fault, List.of(first, second), random);
            bank.works(false);
        }
        String before;
        boolean quiet;
        int rounds = 0;
        do {
            assertThat(rounds++).as("seed %d comes to an end", seed).isLessThan(AT_MOST);
            quiet = bank.isQuiet();
            before = state(office);
            undisturbed(office, first);
            bank.works(true);
        } while (!(quiet && state(office).equals(before)));
        holds(office, bank.itself, "seed " + seed);
        undisturbed(office, second);
        assertThat(state(office))
                .as("seed %d: once more, nothing is left to do", seed)
                .isEqualTo(before);
    }

    private static OfficerId third(PayingOffice office, String which) {
        return database.officer("lanh.dao." + which + office.commune, "provincial_approver", office.commune);
    }

    private void undisturbed(PayingOffice office, List<OfficerId> officers) throws IOException {
        new PayingMachine(database.source(), database.clock(), office.commune, office.programme, officers, folder)
                .work();
    }

    /** One try in a process of its own. */
    private void disturbed(PayingOffice office, Fault fault, List<List<OfficerId>> operators, Random random)
            throws Exception {
        var machines = new ArrayList<Process>();
        machines.add(machine(office, operators.getFirst(), fault));
        if (fault == Fault.TWO_OPERATORS) {
            machines.add(machine(office, operators.getLast(), fault));
        }
        int stopAt = random.nextInt(6);
        int later = random.nextInt(60);
        int seen = 0;
        try (BufferedReader lines = machines.getFirst().inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("step") && seen++ == stopAt) {
                    disturb(fault, machines.getFirst(), later);
                }
            }
        }
        for (var machine : machines) {
            assertThat(machine.waitFor(300, TimeUnit.SECONDS))
                    .as("a machine that ends")
                    .isTrue();
        }
    }

    private static void disturb(Fault fault, Process machine, int later) throws InterruptedException, SQLException {
        TimeUnit.MILLISECONDS.sleep(later);
        if (fault == Fault.KILLED) {
            ProcessHandle.of(machine.pid()).ifPresent(ProcessHandle::destroyForcibly); // what it said stays readable
        }
        if (fault == Fault.CUT_OFF) {
            try (var connection = database.gate().connect();
                    var statement = connection.createStatement()) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'paying-machine'");
            }
        }
    }

    private Process machine(PayingOffice office, List<OfficerId> officers, Fault fault) throws IOException {
        var gate = database.gate();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<String>();
        if (fault == Fault.DISK_FULL) {
            // no file may grow beyond 16 kB: what the system answers when a disk is full, halfway through a file
            command.addAll(List.of("sh", "-c", "ulimit -f 32; exec \"$0\" \"$@\""));
        }
        command.addAll(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx300m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(
                PayingMachine.class.getName(),
                gate.url(),
                gate.user(),
                gate.password(),
                database.clock().instant().toString(),
                office.commune,
                office.programme,
                Integer.toString(officers.get(0).number()),
                Integer.toString(officers.get(1).number()),
                Integer.toString(officers.get(2).number()),
                folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The bank looks into the folder when it likes, perhaps takes a file twice, and sends what it has to say now or later. */
    private final class Bank {
        private final InventedBank itself;
        private final Random random;
        private final List<InventedBank.Answer> held = new ArrayList<>();
        private final Set<Path> taken = new HashSet<>();

        Bank(InventedBank itself, Random random) {
            this.itself = itself;
            this.random = random;
        }

        void works(boolean sendsAll) throws IOException {
            try (var files = Files.list(folder.resolve("out"))) {
                for (var file : files.filter(it -> it.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    itself.receive(Files.readAllBytes(file), TODAY);
                    if (random.nextInt(3) == 0) {
                        itself.receive(Files.readAllBytes(file), TODAY);
                    }
                    taken.add(file);
                }
            }
            held.addAll(itself.fetch());
            while (!held.isEmpty() && (sendsAll || random.nextBoolean())) {
                var answer = held.removeFirst();
                var part = folder.resolve(answer.name() + ".part");
                Files.write(part, answer.content());
                Files.move(
                        part,
                        folder.resolve("in").resolve(System.nanoTime() + answer.name()),
                        StandardCopyOption.ATOMIC_MOVE);
            }
        }

        boolean isQuiet() throws IOException {
            try (var files = Files.list(folder.resolve("out"))) {
                return held.isEmpty()
                        && taken.size()
                                == files.filter(it -> it.toString().endsWith(".xml"))
                                        .count()
                        && !taken.isEmpty();
            }
        }
    }

    private static String state(PayingOffice office) {
        return office.text("""
                select (select count(*) || ' ' || sum(amount) from payments.line where commune_code = '%1$s') || (select string_agg(state || n, ' ' order by state) from
                    (select state, count(*) as n from payments.instruction where commune_code = '%1$s' group by 1) s)
                    || (select count(*) from ledger.entry where commune_code = '%1$s') || ' ' || (select count(*) from payments.statement)""".formatted(office.commune));
    }

    private static void holds(PayingOffice office, InventedBank bank, String when) {
        var accounts = bank.accounts();
        assertThat(office.owner("select count(*) from payments.payroll where commune_code = '%s' and state = 'approved'"
                        .formatted(office.commune)))
                .as("%s: lists", when)
                .isPositive();
        assertThat(office.owner("""
                select count(distinct (subject_id, for_month)) from payments.line l join payments.payroll p using (payroll_id) where p.state = 'approved' and l.commune_code = '%s'""".formatted(office.commune)))
                .as("%s: nobody is missed", when)
                .isEqualTo(2 * PEOPLE);
        assertThat(office.table("select key, state from payments.instruction where commune_code = '%s'"
                        .formatted(office.commune)))
                .as("%s: what the book says became of each instruction is what the bank did", when)
                .isEqualTo(whatTheBankDid(accounts));
        assertThat((long) office.owner("""
                select count(distinct l.key) from payments.statement_line l join payments.instruction i using (key) where l.finding = 'paid_twice' and i.commune_code = '%s'""".formatted(office.commune)))
                .as("%s: what the bank took twice is known", when)
                .isEqualTo(
                        accounts.values().stream().filter(it -> it.taken() > 1).count());
        moneyHolds(office, bank, when);
    }

    private static Map<String, String> whatTheBankDid(Map<String, InventedBank.Account> accounts) {
        return accounts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().isBack() ? "returned" : "paid"));
    }

    /** Everybody is paid in the end, each month once; with the bank lies what it gave back; every entry is whole. */
    private static void moneyHolds(PayingOffice office, InventedBank bank, String when) {
        long paid = bank.accounts().values().stream()
                .filter(it -> !it.isBack())
                .mapToLong(InventedBank.Account::amount)
                .sum();
        long back = bank.accounts().values().stream()
                .filter(InventedBank.Account::isBack)
                .mapToLong(InventedBank.Account::amount)
                .sum();
        assertThat(balance(office, "cost"))
                .as("%s: what lists cost = what is paid", when)
                .isEqualTo(paid)
                .isEqualTo(2L * PEOPLE * 540_000);
        assertThat(balance(office, "payable") + balance(office, "carried"))
                .as("%s: still owed", when)
                .isZero();
        assertThat(balance(office, "provider")).as("%s: with the bank", when).isEqualTo(back);
        assertThat(office.text("""
                select count(*) || ' ' || max(paid) from (select count(*) as paid from payments.line l join payments.outcome o using (programme, subject_kind, subject_id, for_month, sequence)
                  where l.commune_code = '%s' and o.outcome = 'paid' and not exists (select from payments.outcome b where (b.programme, b.subject_kind, b.subject_id, b.for_month, b.sequence)
                    = (l.programme, l.subject_kind, l.subject_id, l.for_month, l.sequence) and b.outcome = 'returned') group by l.subject_id, l.for_month) q""".formatted(office.commune)))
                .as("%s: everybody, for each month, once", when)
                .isEqualTo(2 * PEOPLE + " 1");
        assertThat(office.owner("""
                select count(*) from ledger.entry e where (e.lines, e.total) is distinct from
                    (select (count(*)::int, coalesce(sum(m.amount), 0)::bigint) from ledger.movement m where m.entry_id = e.entry_id)""")).as("%s: entries that are not whole", when).isZero();
    }

    private static long balance(PayingOffice office, String type) {
        return Long.parseLong(office.text("""
                select coalesce(sum(case k.normal when 'debit' then t.debit - t.credit else t.credit - t.debit end), 0) from ledger.turnover t join ledger.account a using (account_id)
                  join ledger.account_class k using (class) where a.commune_code = '%s' and a.class = '%s'""".formatted(office.commune, type)));
    }
}
