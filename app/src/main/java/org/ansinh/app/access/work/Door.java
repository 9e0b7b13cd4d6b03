package org.ansinh.app.access.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.access.store.AuditRows;
import org.ansinh.app.access.store.OfficerRows;
import org.ansinh.app.access.store.OfficerRows.Account;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets officers in by login and password; five wrong ones in a row close the door for a quarter of an hour. */
@Component
class Door implements AuthenticationProvider {
    private static final int LIMIT = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);

    private final OfficerRows officers;
    private final AuditRows audit;
    private final Passwords passwords;
    private final Clock clock;

    Door(OfficerRows officers, AuditRows audit, Passwords passwords, Clock clock) {
        this.officers = officers;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication knock) {
        String login = knock.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(knock.getCredentials());
        return Acting.as(Actor.DOORKEEPER, () -> admit(login, password));
    }

    private Authentication admit(String login, String password) {
        Optional<Account> known = officers.account(login);
        if (known.isEmpty()) {
            passwords.waste(password);
            throw refused(login);
        }
        Account account = known.get();
        Instant now = clock.instant();
        if (account.lockedUntil() != null && now.isBefore(account.lockedUntil())) {
            audit.signedIn(login, false);
            throw new LockedException("The account is locked until " + account.lockedUntil() + ".");
        }
        if (!passwords.matches(password, account.hash())) {
            officers.refused(account.id(), LIMIT, now.plus(LOCKED));
            throw refused(login);
        }
        if (account.roles().isEmpty()) {
            throw refused(login);
        }
        officers.admitted(account.id(), now);
        audit.signedIn(login, true);
        var who = new SignedIn(
                account.id().number(),
                account.login(),
                account.fullName(),
                account.roles(),
                account.communes(),
                account.mustChange());
        var authorities = account.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(who, null, authorities);
    }

    private BadCredentialsException refused(String login) {
        audit.signedIn(login.length() > 100 ? login.substring(0, 100) : login, false);
        return new BadCredentialsException("Login or password is wrong.");
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
