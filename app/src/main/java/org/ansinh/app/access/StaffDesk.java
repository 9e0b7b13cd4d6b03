package org.ansinh.app.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an administrator does with officers: looks at them, gives and ends what they may, closes them. The database refuses it to everybody else. */
public interface StaffDesk {
    List<String> ROLES = List.of(
            "commune_officer",
            "commune_chair",
            "provincial_approver",
            "paying_officer",
            "inspector",
            "jurist",
            "statistician",
            "administrator");

    /** What can be given for some days. */
    enum Grant {
        ROLE,
        AREA,
        PURPOSE
    }

    /** An officer in the list. */
    record Line(
            OfficerId id,
            String login,
            String fullName,
            boolean program,
            List<String> roles,
            List<String> communes,
            @Nullable LocalDate closedOn,
            @Nullable Instant signedInAt) {}

    /** Something given: a role, a commune ({@code "*"} for the province) or a purpose. */
    record Given(
            Grant grant,
            String value,
            LocalDate from,
            @Nullable LocalDate to,
            boolean over) {}

    /**
     * Everything about one of them; never a hash.
     *
     * @param tiedAt since when the house knows which person of the register they are
     */
    record File(
            Line line,
            boolean mustChangePassword,
            @Nullable Instant lockedUntil,
            boolean hasCode,
            @Nullable Instant tiedAt,
            List<Given> given) {}

    List<Line> all();

    Optional<File> file(OfficerId id);

    /** Opens the officer with a password that was made for them, and says it this once. */
    Opened open(OfficerDesk.NewOfficer officer);

    /** Somebody new, and the first password. */
    record Opened(OfficerId id, String password) {}

    /**
     * @param to the last day; none for as long as they serve
     */
    void give(OfficerId id, Grant grant, String value, LocalDate from, @Nullable LocalDate to);

    void end(OfficerId id, Grant grant, String value, LocalDate lastDay);

    /** From this day on they are no officer any more. */
    void close(OfficerId id, LocalDate from);

    /** @return the new first password, said this once */
    String resetPassword(OfficerId id);

    /** The phone is lost: codes are set up anew at the next sign-in. */
    void resetCode(OfficerId id);
}
