package org.ansinh.app.casework.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.registry.FilePart;
import org.springframework.stereotype.Component;

/** On a person's or household's page: their files, and the way to open one. */
@Component
class ApplicationsPart implements FilePart {

    private final ApplicationDesk desk;
    private final CaseWords words;

    ApplicationsPart(ApplicationDesk desk, CaseWords words) {
        this.desk = desk;
        this.words = words;
    }

    /** @param person for whom a new file can be opened; 0 on a household's page */
    public record Content(int person, List<Application> files, Map<String, String> programmes) {}

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String template() {
        return "casework/applications-part";
    }

    @Override
    public Optional<Object> ofPerson(int personId, Locale locale) {
        return Optional.of(new Content(personId, desk.ofSubject(false, personId), words.programmes(locale)));
    }

    @Override
    public Optional<Object> ofHousehold(int householdId, Locale locale) {
        var files = desk.ofSubject(true, householdId);
        return files.isEmpty() ? Optional.empty() : Optional.of(new Content(0, files, words.programmes(locale)));
    }
}
