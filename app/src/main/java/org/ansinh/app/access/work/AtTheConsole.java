package org.ansinh.app.access.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.ansinh.app.access.ConsoleDesk;
import org.ansinh.app.access.InspectionDesk.Proof;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.store.AuditProof;
import org.ansinh.app.access.store.ConsoleRows;
import org.ansinh.postgres.DatabaseLogin;
import org.ansinh.postgres.HouseTrouble;

/** Found by Java's own service loader: there is no server to ask for it. */
public final class AtTheConsole implements ConsoleDesk {
    @Override
    public void letIn(DatabaseLogin owner, Clock clock, String login, String password) {
        var rows = ConsoleRows.over(owner);
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

    @Override
    public Proof prove(DatabaseLogin owner) {
        var proof = AuditProof.over(owner);
        proof.seal();
        return proof.prove();
    }

    @Override
    public Optional<Long> batchOf(DatabaseLogin owner, String seal) {
        return AuditProof.over(owner).batchOf(seal);
    }
}
