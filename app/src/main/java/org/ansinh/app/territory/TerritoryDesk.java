package org.ansinh.app.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** The face of this room. */
public interface TerritoryDesk {

    List<Commune> communesOn(LocalDate day);

    Optional<Commune> commune(String code, LocalDate day);

    Resolution resolve(String codeOrName, @Nullable String district, LocalDate day);

    /** Villages of a commune on a day, by name. */
    List<Village> villagesOf(String communeCode, LocalDate day);

    Optional<Village> village(int villageId, LocalDate day);

    /** At every start: the database's communes are those of the build, so that other rooms' SQL can join them. */
    void mirror();

    /** Adds villages that are not there yet, by code; returns the number of every one of them. */
    Map<String, Integer> addVillages(List<NewVillage> villages);

    /** A village on a day. */
    record Village(int villageId, String code, String name, boolean invented, String communeCode) {}

    /** A village to add: where it belongs by day and what it is by day. */
    record NewVillage(
            String code,
            String name,
            boolean invented,
            Timeline<String> commune,
            List<Status> region,
            List<Status> extremelyDifficult) {}

    /** A status by day: a region ({@code i}, {@code ii}, {@code iii}) or {@code true}/{@code false}, and how sure we are. */
    record Status(DateRange days, String value, String certainty) {}
}
