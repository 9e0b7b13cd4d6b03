package org.ansinh.app.registry.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.registry.FilePart;
import org.ansinh.app.registry.VillageReportDesk;
import org.springframework.stereotype.Component;

/** On a person's page: their death was told and is not recorded, so their money is held. */
@Component
class ToldDeadPart implements FilePart {

    private final VillageReportDesk desk;
    private final NoticeWords notices;

    ToldDeadPart(VillageReportDesk desk, NoticeWords notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String template() {
        return "registry/told-dead";
    }

    @Override
    public Optional<Object> ofPerson(int personId, Locale locale) {
        var open = desk.toldDead(personId);
        return open.isEmpty() ? Optional.empty() : Optional.of(notices.lines(open, List.of(), "", locale));
    }

    @Override
    public Optional<Object> ofHousehold(int householdId, Locale locale) {
        return Optional.empty();
    }
}
