package org.ansinh.app.payments.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ansinh.app.determination.Names;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.payments.DifferenceDesk;
import org.ansinh.app.payments.DifferenceDesk.CauseTotal;
import org.ansinh.app.payments.DifferenceDesk.Change;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The difference of a list in words: its totals by cause, and the ground of each line. */
@Component
class DifferencePages {

    private final DifferenceDesk desk;
    private final Names names;
    private final MessageSource texts;

    DifferencePages(DifferenceDesk desk, Names names, MessageSource texts) {
        this.desk = desk;
        this.names = names;
        this.texts = texts;
    }

    /** A line and what its cause rests on. */
    record Row(Change change, String ground) {}

    void totals(long payrollId, Model model) {
        var causes = desk.causes(payrollId);
        model.addAttribute("compared", desk.compared(payrollId).orElse(null));
        model.addAttribute("causes", causes);
        model.addAttribute("totals", sum(causes));
    }

    long lines(long payrollId, Optional<String> cause) {
        return sum(desk.causes(payrollId).stream()
                        .filter(it -> cause.map(it.cause()::equals).orElse(true))
                        .toList())
                .lines();
    }

    List<Row> rows(long payrollId, Optional<String> cause, int offset, int limit, Locale locale) {
        var communes = names.communes();
        return desk.changes(payrollId, cause, offset, limit).stream()
                .map(it -> {
                    var place = it.place().map(code -> communes.getOrDefault(code, code));
                    return new Row(it, ground(it, place, locale));
                })
                .toList();
    }

    private static CauseTotal sum(List<CauseTotal> causes) {
        return new CauseTotal(
                "",
                causes.stream().mapToLong(CauseTotal::lines).sum(),
                causes.stream().mapToLong(CauseTotal::up).sum(),
                causes.stream().mapToLong(CauseTotal::down).sum());
    }

    private String ground(Change it, Optional<String> place, Locale locale) {
        var said = new ArrayList<String>();
        it.decision().ifPresent(number -> said.add(say("payments.difference.decision", number, locale)));
        it.day().ifPresent(day -> said.add(new Writing(locale).day(day)));
        place.ifPresent(said::add);
        if (!it.facts().isEmpty()) {
            said.add(say("payments.difference.facts", names.facts(it.facts(), locale), locale));
        }
        if (!it.months().isEmpty()) {
            said.add(say("payments.difference.months", PayrollFile.months(it.months(), locale), locale));
        }
        return String.join(" · ", said);
    }

    private String say(String key, String value, Locale locale) {
        return texts.getMessage(key, new Object[] {value}, locale);
    }
}
