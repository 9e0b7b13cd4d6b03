package org.ansinh.app.access.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.Knock;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.access.store.AuditRows;
import org.ansinh.app.access.store.CodeRows.PhoneCode;
import org.ansinh.app.access.store.OfficerRows;
import org.ansinh.app.access.store.OfficerRows.Account;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Lets officers in by login, password and one-time code; five wrong ones in a row close the door for a quarter of an hour. Programs come by the API's door only, and
 * where codes are required nobody else does: a password alone must not open what password and code protect.
 */
@Component
class Door implements AuthenticationProvider {
    private static final int LIMIT = 5;
    private static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 100;

    private final OfficerRows officers;
    private final AuditRows audit;
    private final Passwords passwords;
    private final Codes codes;
    private final Clock clock;

    Door(OfficerRows officers, AuditRows audit, Passwords passwords, Codes codes, Clock clock) {
        this.officers = officers;
        this.audit = audit;
        this.passwords = passwords;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication knock) {
        String login = knock.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(knock.getCredentials());
        Optional<String> code =
                knock.getDetails() instanceof Knock(String typed) ? Optional.of(typed) : Optional.empty();
        return Acting.as(Actor.DOORKEEPER, () -> admit(login, password, code));
    }

    /**
     * @param code what was typed on the sign-in page, perhaps nothing; absent when a program knocks at the API
     */
    private Authentication admit(String login, String password, Optional<String> code) {
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
        Optional<PhoneCode> phone = codes.phoneOf(account.id());
        if (!passwords.matches(password, account.hash())
                || code.isPresent() && phone.isPresent() && !codes.open(account.id(), phone.get(), code.get())) {
            officers.refused(account.id(), LIMIT, now.plus(LOCKED));
            throw refused(login);
        }
        if (account.roles().isEmpty() || !isTheRightDoor(account, code.isPresent())) {
            throw refused(login);
        }
        officers.admitted(account.id(), now);
        audit.signedIn(login, true);
        return admitted(account, account.isPerson() && codes.areRequired() && phone.isEmpty());
    }

    private boolean isTheRightDoor(Account account, boolean page) {
        return page ? account.isPerson() : !account.isPerson() || !codes.areRequired();
    }

    private static Authentication admitted(Account account, boolean mustSetCode) {
        var who = new SignedIn(
                account.id().number(),
                account.login(),
                account.fullName(),
                account.roles(),
                account.communes(),
                account.mustChange(),
                mustSetCode);
        var authorities = account.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)))
                .toList();
        var admitted = UsernamePasswordAuthenticationToken.authenticated(who, null, authorities);
        // or the session would keep the code that was typed
        admitted.setDetails("");
        return admitted;
    }

    private BadCredentialsException refused(String login) {
        audit.signedIn(login.length() > LONGEST_NAME ? login.substring(0, LONGEST_NAME) : login, false);
        return new BadCredentialsException("Login, password or code is wrong.");
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
