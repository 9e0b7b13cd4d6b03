package org.ansinh.app.payments.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ansinh.app.determination.Names;
import org.ansinh.app.payments.MoneyDesk;
import org.ansinh.app.registry.FilePart;
import org.springframework.stereotype.Component;

/** On a person's or household's page: what lists hold for them, month by month, and whether it arrived. */
@Component
class MoneyPart implements FilePart {

    /** Two years of three programmes; lists hold the rest. */
    private static final int MOST = 72;

    private final MoneyDesk desk;
    private final Names names;

    MoneyPart(MoneyDesk desk, Names names) {
        this.desk = desk;
        this.names = names;
    }

    /** @param more older lines are not shown */
    public record Content(List<MoneyDesk.Line> lines, boolean more, Map<String, String> programmes) {}

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String template() {
        return "payments/money-part";
    }

    @Override
    public Optional<Object> ofPerson(int personId, Locale locale) {
        return of(false, personId, locale);
    }

    @Override
    public Optional<Object> ofHousehold(int householdId, Locale locale) {
        return of(true, householdId, locale);
    }

    private Optional<Object> of(boolean household, int subjectId, Locale locale) {
        var lines = desk.of(household, subjectId, MOST + 1);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content(
                        lines.subList(0, Math.min(MOST, lines.size())), lines.size() > MOST, names.programmes(locale)));
    }
}
