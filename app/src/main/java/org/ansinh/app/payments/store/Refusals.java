package org.ansinh.app.payments.store;

import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/** What the database says when it refuses an act: told to the officer, not logged as a fault. */
public final class Refusals {

    /** insufficient_privilege, check_violation, our own "stays as it was signed". */
    private static final Set<String> REFUSING = Set.of("42501", "23514", "AS010");

    private Refusals() {}

    /** Why, and what to do. */
    public record Refusal(String why, String whatToDo) {}

    public static Optional<Refusal> in(DataAccessException trouble) {
        if (trouble.getMostSpecificCause() instanceof PSQLException said
                && REFUSING.contains(String.valueOf(said.getSQLState()))) {
            var message = Optional.ofNullable(said.getServerErrorMessage());
            return Optional.of(new Refusal(
                    message.map(ServerErrorMessage::getMessage).orElse(said.toString()),
                    message.map(ServerErrorMessage::getHint).orElse("")));
        }
        return Optional.empty();
    }
}
