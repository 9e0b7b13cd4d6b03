package org.ansinh.app.access.work;

import java.time.Clock;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerId;
import org.ansinh.app.access.store.OfficerRows;
import org.springframework.stereotype.Service;

@Service
class OfficerOffice implements OfficerDesk {
    private final OfficerRows officers;
    private final Passwords passwords;
    private final Clock clock;

    OfficerOffice(OfficerRows officers, Passwords passwords, Clock clock) {
        this.officers = officers;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public OfficerId open(NewOfficer officer, String password, boolean mustChange) {
        return officers.open(officer, passwords.hash(password), mustChange, clock.instant());
    }

    @Override
    public Optional<OfficerId> find(String login) {
        return Acting.as(Actor.DOORKEEPER, () -> officers.account(login).map(OfficerRows.Account::id));
    }

    @Override
    public boolean anyAdministrator() {
        return Acting.as(Actor.DOORKEEPER, officers::anyAdministrator);
    }

    @Override
    public void resetPassword(OfficerId officer, String password, boolean mustChange) {
        officers.resetPassword(officer, passwords.hash(password), mustChange, clock.instant());
    }

    @Override
    public Optional<String> changePassword(OfficerId officer, String old, String fresh) {
        return Acting.as(Actor.WORKER, () -> {
            var account = officers.accountOf(officer).orElseThrow();
            if (!passwords.matches(old, account.hash())) {
                return Optional.of("access.password.old_wrong");
            }
            if (fresh.length() < SHORTEST_PASSWORD || fresh.equals(old)) {
                return Optional.of("access.password.too_weak");
            }
            officers.password(officer, passwords.hash(fresh), clock.instant());
            return Optional.empty();
        });
    }
}
