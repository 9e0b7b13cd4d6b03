package org.ansinh.app.casework;

import java.time.LocalDate;
import org.ansinh.app.access.Actor;
import org.ansinh.app.testing.TestDatabase;

/** A finished run of October 2026, written as the determination room writes it. */
final class DeterminedMonth {
    static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final String PACK = "a".repeat(64);

    private final TestDatabase database;
    private final long run;

    private DeterminedMonth(TestDatabase database, long run) {
        this.database = database;
        this.run = run;
    }

    static DeterminedMonth open(TestDatabase database) {
        return new DeterminedMonth(
                database,
                database.as(
                        Actor.WORKER,
                        () -> database.jdbc()
                                .sql("select determination.open_run(?, 0, ?)")
                                .params(OCTOBER, PACK)
                                .query(Long.class)
                                .single()));
    }

    /** Somebody who is 75 or older, has no pension and asked for nothing yet. */
    DeterminedMonth entitled(int person, String commune) {
        return line(person, commune, "m", "aged_75", "", false);
    }

    DeterminedMonth entitledBy(String provision, int person, String commune) {
        return line(person, commune, "m", provision, "", false);
    }

    DeterminedMonth onUnverifiedLaw(int person, String commune) {
        return line(person, commune, "m", "aged_75", "", true);
    }

    DeterminedMonth undetermined(int person, String commune, String missing) {
        return line(person, commune, "u", "", missing, false);
    }

    private DeterminedMonth line(
            int person, String commune, String answer, String provisions, String missing, boolean unverified) {
        long amount = answer.equals("m") ? 500_000 : 0;
        database.run(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql(
                                ("insert into determination.outcome_%d values (?, 'social_pension', 'p', ?, ?::\"char\", ?, ?, 0, ?, ?, ?, ?, false,"
                                                + " 'beneficiary', ?, 1, null, ?)")
                                        .formatted(run))
                        .params(
                                run,
                                person,
                                answer,
                                amount,
                                amount,
                                amount,
                                provisions,
                                missing,
                                unverified,
                                person,
                                commune)
                        .update());
        return this;
    }

    void close() {
        database.run(
                Actor.WORKER,
                () -> database.jdbc()
                        .sql("select determination.close_run(?, 10, 5)")
                        .param(run)
                        .query(rs -> {}));
    }
}
