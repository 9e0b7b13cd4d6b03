package org.ansinh.app.access.work;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id, 19 MiB and two passes. At most two at once: a crowd at the door must not take the whole heap. */
@Component
class Passwords {
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore places = new Semaphore(2);

    /** Checked for logins that do not exist, so that their answer takes as long. */
    private final String nobodys;

    Passwords() {
        nobodys = hash("nobody has this password");
    }

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(argon.encode(password));
        } finally {
            places.release();
        }
    }

    boolean matches(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return argon.matches(password, hash);
        } finally {
            places.release();
        }
    }

    void waste(String password) {
        boolean never = matches(password, nobodys);
        if (never) {
            throw new IllegalStateException("Nobody's password was guessed, and it opens nothing.");
        }
    }
}
