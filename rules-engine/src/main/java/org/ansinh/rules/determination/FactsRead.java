package org.ansinh.rules.determination;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansinh.rules.language.Form;

/** Which facts can change what a programme gives: those its conditions and amounts read, and those of every programme it asks about or stands beside in a rule. */
final class FactsRead {

    private final LawForms law;
    private final Map<String, LawForms.OfProgramme> programmes = new HashMap<>();
    private final Set<String> facts = new TreeSet<>();
    private final Set<String> seen = new HashSet<>();
    private final ArrayDeque<String> open = new ArrayDeque<>();

    private FactsRead(LawForms law) {
        this.law = law;
        law.programmes().forEach(it -> programmes.put(it.programme().id(), it));
    }

    static Set<String> of(LawForms law, String programme) {
        var read = new FactsRead(law);
        read.ask(programme);
        while (!read.open.isEmpty()) {
            read.look(read.open.pop());
        }
        return Set.copyOf(read.facts);
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
        law.pack().exclusive().stream()
                .filter(rule -> rule.programmes().contains(programme))
                .forEach(rule -> rule.programmes().forEach(this::ask));
    }

    private void look(Form form) {
        switch (form) {
            case Form.Fact it -> facts.add(it.fact().id());
            case Form.Outcome it -> ask(it.programme());
            case Form.Level it -> ask(it.programme());
            default -> Forms.parts(form).forEach(this::look);
        }
    }
}
