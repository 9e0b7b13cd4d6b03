package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.Programme;
import org.ansinh.timeline.DateRange;

/**
 * What can change what a programme gives. Facts: those its conditions, amounts, first months and events read, those of every programme it asks about or stands beside in a rule, and
 * whether somebody lives. Days: those on which a figure or a provision of any of them begins or ends.
 */
final class WhatIsRead {

    private final LawForms law;
    private final Map<String, LawForms.OfProgramme> programmes = new HashMap<>();
    private final Set<String> facts = new HashSet<>();
    private final Set<LocalDate> days = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private final ArrayDeque<String> open = new ArrayDeque<>();

    private WhatIsRead(LawForms law) {
        this.law = law;
        law.programmes().forEach(it -> programmes.put(it.programme().id(), it));
    }

    static LawForms.Read of(LawForms law, String programme) {
        var read = new WhatIsRead(law);
        read.ask(programme);
        while (!read.open.isEmpty()) {
            read.look(read.open.pop());
        }
        return new LawForms.Read(Set.copyOf(read.facts), Set.copyOf(read.days));
    }

    private void ask(String programme) {
        if (seen.add(programme)) {
            open.push(programme);
        }
    }

    private void look(String programme) {
        var it = programmes.get(programme);
        if (it == null) {
            return;
        }
        it.conditions().forEach(this::look);
        it.ways().forEach(way -> way.amount().ifPresent(this::look));
        months(it.programme());
        law.pack().exclusive().stream()
                .filter(rule -> rule.programmes().contains(programme))
                .forEach(rule -> rule.programmes().forEach(this::ask));
    }

    private void months(Programme programme) {
        law.pack().header().life().ifPresent(it -> facts.addAll(List.of(it.born(), it.died())));
        programme.provisions().forEach(way -> turns(way.days()));
        programme
                .provisions()
                .forEach(way -> way.start().forEach(rule -> rule.fact().ifPresent(facts::add)));
        var owing = programme.owing();
        owing.every().flatMap(Owing.Every::last).ifPresent(it -> facts.add(it.id()));
        owing.event().map(Owing.Event::happens).ifPresent(this::event);
    }

    private void event(Owing.Happens happens) {
        switch (happens) {
            case Owing.OnDayOf it -> facts.add(it.fact().id());
            case Owing.OnEach it -> facts.add(it.fact().id());
            case Owing.OnFigure ignored -> {}
            case Owing.OnYearDay ignored -> {}
        }
    }

    private void look(Form form) {
        switch (form) {
            case Form.Fact it -> facts.add(it.fact().id());
            case Form.Figure it -> it.parameter().values().forEach(value -> turns(value.days()));
            case Form.Outcome it -> ask(it.programme());
            case Form.Level it -> ask(it.programme());
            case Form.Lookup it -> {
                it.table().versions().forEach(version -> turns(version.days()));
                look(it.key());
            }
            default -> Forms.parts(form).forEach(this::look);
        }
    }

    private void turns(DateRange range) {
        days.add(range.from());
        if (range.to().isBefore(DateRange.LAST_DAY)) {
            days.add(range.to().plusDays(1));
        }
    }
}
