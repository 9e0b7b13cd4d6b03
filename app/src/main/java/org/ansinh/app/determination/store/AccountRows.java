package org.ansinh.app.determination.store;

import java.sql.Types;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.SubjectKind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts of what decisions owe, written by the worker and never changed. */
@Repository
public class AccountRows {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    AccountRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Which account: one commune, one programme, through one month. */
    public record Key(String commune, String programme, YearMonth through) {}

    /** What an account rests on. */
    public record Basis(
            int periodMonths, List<Integer> dueAfter, long knownAt, String packHash, String digest, int subjects) {}

    /** Some months of one subject with the same answer. */
    public record Owed(
            SubjectId subject,
            YearMonth first,
            YearMonth last,
            boolean inForce,
            long amount,
            boolean unverified,
            String provisions,
            String missing,
            int household,
            int village) {

        @Override
        public String toString() {
            return "%s %s %s %s %d %s %s %s %d %d"
                    .formatted(
                            subject, first, last, inForce, amount, unverified, provisions, missing, household, village);
        }
    }

    /** The newest account's digest and what it knew. */
    public record Newest(String digest, long knownAt) {}

    /** Whoever works a commune out waits here for whoever does already. */
    public void lock(String commune) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('owed ' || ?, 0))")
                .param(commune)
                .query((row, n) -> commune)
                .single();
    }

    public Optional<Newest> newest(Key key) {
        return jdbc.sql("""
                        select digest, known_at from determination.account where commune_code = ? and programme = ? and through = ?
                         order by account_id desc limit 1""")
                .params(key.commune(), key.programme(), key.through().atDay(1))
                .query((row, n) -> new Newest(row.getString(1), row.getLong(2)))
                .optional();
    }

    public long add(Key key, Basis basis, List<Owed> lines) {
        long account = jdbc.sql("""
                        insert into determination.account (commune_code, programme, through, period_months, due_after, known_at, pack_hash, digest, subjects)
                        values (?, ?, ?, ?, ?::smallint[], ?, ?, ?, ?) returning account_id""")
                .params(
                        key.commune(),
                        key.programme(),
                        key.through().atDay(1),
                        basis.periodMonths(),
                        "{" + basis.dueAfter().stream().map(String::valueOf).collect(Collectors.joining(",")) + "}",
                        basis.knownAt(),
                        basis.packHash(),
                        basis.digest(),
                        basis.subjects())
                .query(Long.class)
                .single();
        batches.batchUpdate("""
                insert into determination.owed (account_id, subject_kind, subject_id, first_month, last_month, in_force, amount, unverified, provisions,
                    missing, household_id, village_id) values (?, ?::"char", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", lines, BATCH, (row, it) -> {
            row.setLong(1, account);
            row.setString(2, it.subject().kind() == SubjectKind.HOUSEHOLD ? "h" : "p");
            row.setInt(3, it.subject().number());
            row.setObject(4, it.first().atDay(1));
            row.setObject(5, it.last().atDay(1));
            row.setBoolean(6, it.inForce());
            row.setLong(7, it.amount());
            row.setBoolean(8, it.unverified());
            row.setString(9, it.provisions());
            row.setString(10, it.missing());
            row.setObject(11, it.household() == 0 ? null : it.household(), Types.INTEGER);
            row.setObject(12, it.village() == 0 ? null : it.village(), Types.INTEGER);
        });
        jdbc.sql("select determination.forget_older_lines(?)")
                .param(account)
                .query(Long.class)
                .single();
        return account;
    }
}
