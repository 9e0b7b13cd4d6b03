package org.ansinh.app.access;

/** One officer; also the number in the name of the database role that stands for them. */
public record OfficerId(int number) {
    public OfficerId {
        if (number < 1) {
            throw new IllegalArgumentException("An officer's number starts at 1, not " + number + ".");
        }
    }

    @Override
    public String toString() {
        return "officer_" + number;
    }
}
