package org.ansinh.app.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The frame around a page: province, reader, day and entrances.
 *
 * @param houseDay the day that the house takes for today
 * @param pathAndQuery the page itself with its query up to where a language may be added
 */
public record Frame(
        String province,
        boolean demo,
        LocalDate houseDay,
        WhoIsHere.@Nullable Reader reader,
        List<NavEntry> entrances,
        String pathAndQuery) {

    /** The entrance that the page belongs to is marked, so that the officer sees where they are. */
    public boolean isUnder(NavEntry entrance) {
        return entrance.leadsTo(pathAndQuery.split("[?]", 2)[0]);
    }

    /** What somebody else may do is not offered; the database refuses it anyway. */
    public boolean may(String... roles) {
        return reader != null && Stream.of(roles).anyMatch(reader.roles()::contains);
    }

    public String hrefIn(String language) {
        return pathAndQuery + (pathAndQuery.contains("?") ? "&" : "?") + "lang=" + language;
    }
}
