package org.ansinh.app.access;

import java.time.Clock;
import java.util.Optional;
import java.util.ServiceLoader;
import org.ansinh.app.access.InspectionDesk.Proof;
import org.ansinh.postgres.DatabaseLogin;

/** What only whoever holds the data folder may do, at the console and without a server: let an administrator in again, prove the audit. */
public interface ConsoleDesk {
    static ConsoleDesk here() {
        return ServiceLoader.load(ConsoleDesk.class).findFirst().orElseThrow();
    }

    /** The named administrator's password is this one now, to be changed at sign-in, and codes are set up anew; opens the first administrator where there is none. */
    void letIn(DatabaseLogin owner, Clock clock, String login, String password);

    /** Seals what waits, then proves everything. */
    Proof prove(DatabaseLogin owner);

    /** The batch that was closed with a seal somebody has noted. */
    Optional<Long> batchOf(DatabaseLogin owner, String seal);
}
