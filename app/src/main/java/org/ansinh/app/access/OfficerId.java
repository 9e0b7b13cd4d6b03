package org.ansinh.app.access;

import java.util.Optional;

/** One officer; also the number in the name of the database role that stands for them. */
public record OfficerId(int number) {
    public OfficerId {
        if (number < 1) {
            throw new IllegalArgumentException("An officer's number starts at 1, not " + number + ".");
        }
    }

    /** The officer whom a database role stands for; none for a role of the house. */
    public static Optional<OfficerId> ofRole(String role) {
        return role.matches("officer_[0-9]{1,9}")
                ? Optional.of(new OfficerId(Integer.parseInt(role.substring("officer_".length()))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "officer_" + number;
    }
}
