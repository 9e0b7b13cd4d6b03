package org.ansinh.app.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/**
 * The officer of a session; communes are codes, or {@code "*"} for the province. Roles decide which entrances a page shows; what an officer sees and may change is decided by the database anew in every transaction.
 */
public record SignedIn(
        int officer,
        String login,
        String fullName,
        Set<String> roles,
        Set<String> communes,
        boolean mustChangePassword,
        boolean mustSetCode)
        implements Principal, Serializable {
    public SignedIn {
        roles = Set.copyOf(roles);
        communes = Set.copyOf(communes);
    }

    /** Who has nothing left to set up. */
    public SignedIn(
            int officer,
            String login,
            String fullName,
            Set<String> roles,
            Set<String> communes,
            boolean mustChangePassword) {
        this(officer, login, fullName, roles, communes, mustChangePassword, false);
    }

    public OfficerId id() {
        return new OfficerId(officer);
    }

    @Override
    public String getName() {
        return login;
    }
}
