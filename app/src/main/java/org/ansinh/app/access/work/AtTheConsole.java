package org.ansinh.app.access.work;

import java.time.Clock;
import java.time.LocalDate;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.store.ConsoleRows;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.HouseTrouble;

/** What only whoever holds the data folder may do: let an administrator in again who has lost password or telephone, when nobody else is left to do it. */
public final class AtTheConsole {
    private final ConsoleRows rows;
    private final Clock clock;

    public AtTheConsole(DatabaseLogin owner, Clock clock) {
        this.rows = ConsoleRows.over(owner);
        this.clock = clock;
    }

    /** The named administrator's password is this one now, to be changed at sign-in, and codes are set up anew; opens the first administrator where there is none. */
    public void letIn(String login, String password) {
        String hash = new Passwords().hash(password);
        var officer = rows.administrator(login);
        if (officer.isPresent()) {
            rows.reset(officer.get(), hash, clock.instant());
        } else if (rows.anyAdministrator()) {
            throw new HouseTrouble("admin.unknown", login, String.join(", ", rows.administrators()));
        } else {
            rows.open(NewOfficer.firstAdministrator(login, LocalDate.now(clock)), hash, clock.instant());
        }
    }
}
