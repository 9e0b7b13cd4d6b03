package org.ansinh.app.casework.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.ApplicationDesk;
import org.ansinh.app.casework.CaseDesk;
import org.ansinh.app.casework.Decision;
import org.ansinh.app.registry.FilePart;
import org.springframework.stereotype.Component;

/** On a person's or household's page: their files and decisions, and the way to open a file: whoever complains of a decision seldom brings its number. */
@Component
class ApplicationsPart implements FilePart {

    private final ApplicationDesk desk;
    private final CaseDesk decisions;
    private final CaseWords words;

    ApplicationsPart(ApplicationDesk desk, CaseDesk decisions, CaseWords words) {
        this.desk = desk;
        this.decisions = decisions;
        this.words = words;
    }

    /** @param person for whom a new file can be opened; 0 on a household's page */
    public record Content(
            int person, List<Application> files, List<Decision> decisions, Map<String, String> programmes) {}

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
        return Optional.of(content(personId, false, personId, locale));
    }

    @Override
    public Optional<Object> ofHousehold(int householdId, Locale locale) {
        var content = content(0, true, householdId, locale);
        return content.files().isEmpty() && content.decisions().isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private Content content(int person, boolean household, int subject, Locale locale) {
        return new Content(
                person,
                desk.ofSubject(household, subject),
                decisions.ofSubject(household, subject),
                words.programmes(locale));
    }
}
