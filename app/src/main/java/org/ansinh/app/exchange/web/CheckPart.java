package org.ansinh.app.exchange.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.registry.FilePart;
import org.ansinh.app.registry.PopulationCheckDesk;
import org.ansinh.app.registry.PopulationCheckDesk.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the page of a person or household: what the population database said last, and the way to ask it. */
@Component
class CheckPart implements FilePart {

    private final PopulationCheckDesk desk;

    CheckPart(PopulationCheckDesk desk) {
        this.desk = desk;
    }

    /** @param standing null where nothing was ever asked */
    public record Shown(@Nullable Standing standing, String ask) {}

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String template() {
        return "exchange/check-part";
    }

    @Override
    public Optional<Object> ofPerson(int personId, Locale locale) {
        return Optional.of(new Shown(
                desk.standings(List.of(personId)).get(personId), "/population-checks/new?person=" + personId));
    }

    @Override
    public Optional<Object> ofHousehold(int householdId, Locale locale) {
        return Optional.of(new Shown(null, "/population-checks/new?household=" + householdId));
    }
}
