package org.ansinh.app.casework.web;

import java.util.Locale;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;

/** What the database refused, in a sentence for the officer: what, and what to do next. */
final class Refusals {

    private Refusals() {}

    static String inWords(DataAccessException refused, Names names, Locale locale) {
        return names.say("decisions.refused." + key(refused), locale);
    }

    static String key(DataAccessException refused) {
        if (!(refused.getMostSpecificCause() instanceof PSQLException cause) || cause.getSQLState() == null) {
            return "other";
        }
        var says = String.valueOf(cause.getMessage());
        return switch (cause.getSQLState()) {
            case "42501" -> says.contains("somebody else signs") ? "own" : "authority";
            case "23505" -> "drafted";
            case "23514" -> says.contains("no jurist") ? "unverified" : "fixed";
            case "AS003" -> "area";
            default -> "other";
        };
    }
}
