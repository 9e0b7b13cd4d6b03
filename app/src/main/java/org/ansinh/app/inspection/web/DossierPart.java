package org.ansinh.app.inspection.web;

import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.inspection.DossierDesk;
import org.ansinh.app.registry.FilePart;
import org.springframework.stereotype.Component;

/** On a person's or household's page: the way to the dossier, where there is a decision to put into it. */
@Component
class DossierPart implements FilePart {

    private final DossierDesk desk;

    DossierPart(DossierDesk desk) {
        this.desk = desk;
    }

    /** @param href where the dossier is */
    public record Content(String href) {}

    @Override
    public int order() {
        return 90;
    }

    @Override
    public String template() {
        return "inspection/dossier-part";
    }

    @Override
    public Optional<Object> ofPerson(int personId, Locale locale) {
        return content(false, personId, "/dossiers/people/%d.pdf");
    }

    @Override
    public Optional<Object> ofHousehold(int householdId, Locale locale) {
        return content(true, householdId, "/dossiers/households/%d.pdf");
    }

    private Optional<Object> content(boolean household, int id, String address) {
        return desk.hasCases(household, id) ? Optional.of(new Content(address.formatted(id))) : Optional.empty();
    }
}
