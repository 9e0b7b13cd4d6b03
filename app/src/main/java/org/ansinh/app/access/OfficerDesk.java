package org.ansinh.app.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens officers and their accounts. */
public interface OfficerDesk {
    int SHORTEST_PASSWORD = 12;

    /**
     * An officer to be opened.
     *
     * @param communes codes, or {@code "*"} alone for the whole province
     * @param to the last day; none for as long as they serve (an inspector always has one)
     */
    record NewOfficer(
            String login,
            String fullName,
            Set<String> roles,
            List<String> communes,
            Set<String> purposes,
            LocalDate from,
            @Nullable LocalDate to,
            String kind) {

        /** A person, not a program. */
        public NewOfficer(
                String login,
                String fullName,
                Set<String> roles,
                List<String> communes,
                Set<String> purposes,
                LocalDate from,
                @Nullable LocalDate to) {
            this(login, fullName, roles, communes, purposes, from, to, "person");
        }

        public static NewOfficer firstAdministrator(String login, LocalDate today) {
            return new NewOfficer(login, "Quản trị viên", Set.of("administrator"), List.of(), Set.of(), today, null);
        }
    }

    /** Opens the officer with a first password, as the worker or an administrator. */
    OfficerId open(NewOfficer officer, String password, boolean mustChange);

    Optional<OfficerId> find(String login);

    boolean anyAdministrator();

    /** A new first password from whoever administers, or from a start that lost the old one; unlocks the account too. */
    void resetPassword(OfficerId officer, String password, boolean mustChange);

    /** @return why not, in a text key; nothing when it is changed */
    Optional<String> changePassword(OfficerId officer, String old, String fresh);
}
