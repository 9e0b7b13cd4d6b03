package org.ansinh.app.casework.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.PopulationCheckDesk.Standing;
import org.ansinh.app.registry.PopulationCheckDesk.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the population database said of whom a file or a decision is about: of a household, of whoever heads it. */
@Component
class CheckShown {

    private final PopulationCheckDesk desk;

    CheckShown(PopulationCheckDesk desk) {
        this.desk = desk;
    }

    /** @param standing null where nothing was ever asked */
    public record Shown(@Nullable Standing standing) {

        /** Whoever signs should know: it differs, it is out of date, or nobody has answered. */
        public boolean warns() {
            return standing != null
                    && standing.last()
                            .map(it -> it.state().isWork() || it.state() == State.STALE)
                            .orElse(true);
        }
    }

    Shown of(Application file) {
        var person = file.subject().personId();
        return new Shown(desk.standings(List.of(person)).get(person));
    }

    Shown of(Decision decision) {
        var id = decision.subjectId();
        return new Shown(
                decision.household()
                        ? desk.standingsOfHouseholds(List.of(id)).get(id)
                        : desk.standings(List.of(id)).get(id));
    }

    /** How many of these drafts whoever signs should look at first. */
    long doubts(List<Decision> decisions) {
        return ofDrafts(decisions).values().stream().filter(Shown::warns).count();
    }

    /** By decision, of those that wait for a signature. */
    Map<Long, Shown> ofDrafts(List<Decision> decisions) {
        var drafts = decisions.stream().filter(Decision::isDraft).toList();
        var people = desk.standings(drafts.stream()
                .filter(it -> !it.household())
                .map(Decision::subjectId)
                .toList());
        var households = desk.standingsOfHouseholds(drafts.stream()
                .filter(Decision::household)
                .map(Decision::subjectId)
                .toList());
        var found = new HashMap<Long, Shown>();
        drafts.forEach(it ->
                found.put(it.id().number(), new Shown((it.household() ? households : people).get(it.subjectId()))));
        return found;
    }
}
