package org.ansinh.rules.determination;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.FactDefinition.Sensitivity;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Place;
import org.ansinh.rules.pack.Problems;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.timeline.DateRange;

/** What must hold of a pack as a whole: figures on every day they are needed, no circles, amounts that are amounts. */
final class LawProof {

    private final LawPack pack;
    private final Problems problems;
    private final Map<ConditionRule, Form> conditions;
    private final Map<Provision, Form> amounts;

    LawProof(LawPack pack, Problems problems, Map<ConditionRule, Form> conditions, Map<Provision, Form> amounts) {
        this.pack = pack;
        this.problems = problems;
        this.conditions = conditions;
        this.amounts = amounts;
    }

    void check() {
        for (var programme : pack.programmes().values()) {
            for (var provision : programme.provisions()) {
                for (var condition : provision.conditions()) {
                    var form = conditions.get(condition);
                    if (form != null) {
                        figuresHold(provision, form, condition.when().place());
                        subjectsFit(form, condition.when().place());
                    }
                }
                amount(provision);
                hidden(programme, provision);
                supplement(programme, provision);
                shows(provision);
            }
            circle(programme, new ArrayList<>(List.of(programme.id())), new HashSet<>());
        }
        new ExclusionProof(pack, problems).check();
    }

    private void amount(Provision provision) {
        var form = amounts.get(provision);
        if (form == null) {
            return;
        }
        var place = provision.amount().orElseThrow().place();
        figuresHold(provision, form, place);
        subjectsFit(form, place);
        if (form.type().min() < 0) {
            problems.add(place, "the amount could be below 0; use max(dong(0), …)");
        }
    }

    /** A name that could only be met by a hidden fact gives the fact away, so the file has to say that it is hidden. */
    private void hidden(Programme programme, Provision provision) {
        var reads = provision.conditions().stream()
                .map(conditions::get)
                .filter(java.util.Objects::nonNull)
                .flatMap(it -> Forms.all(it).stream())
                .filter(it -> it instanceof Form.Fact fact && fact.fact().sensitivity() == Sensitivity.HIDDEN)
                .map(it -> ((Form.Fact) it).fact().id())
                .findFirst();
        if (reads.isPresent() && !provision.hidden() && !programme.hidden()) {
            problems.add(
                    provision.place(),
                    "provision '%s' reads %s, which is hidden; write 'hidden: true' so that its name is never shown"
                            .formatted(provision.id(), reads.get()));
        }
    }

    /** A province gives more to those who have the national right, or the like to those who have not: it has to ask. */
    private void supplement(Programme programme, Provision provision) {
        programme.localities().supplements().ifPresent(it -> {
            boolean asks = provision.conditions().stream()
                    .map(conditions::get)
                    .filter(java.util.Objects::nonNull)
                    .flatMap(form -> AskedProgramme.in(form).stream())
                    .anyMatch(asked -> asked.programme().equals(it.programme()));
            if (!asks) {
                problems.add(
                        provision.place(),
                        "provision '%s' supplements %s but no condition asks whether that is due"
                                .formatted(provision.id(), it.programme()));
            }
        });
    }

    private void shows(Provision provision) {
        for (var shown : provision.shows()) {
            var figure = pack.parameters().get(shown.text());
            if (figure == null) {
                problems.add(
                        shown.place(), "no figure is called '%s'; 'shows' names parameters".formatted(shown.text()));
            } else {
                holds(provision, NamedFigure.of(figure), shown.place());
            }
        }
    }

    private void figuresHold(Provision provision, Form form, Place place) {
        NamedFigure.in(form).stream().filter(it -> !it.ofAnotherDay()).forEach(it -> holds(provision, it, place));
    }

    private void holds(Provision provision, NamedFigure figure, Place place) {
        provision
                .days()
                .overlapWith(DateRange.startingOn(pack.header().coversFrom()))
                .flatMap(figure::firstGap)
                .ifPresent(day -> problems.add(
                        place,
                        "%s has no value on %s, when provision '%s' needs it; give it one or end the provision"
                                .formatted(figure.id(), day, provision.id())));
    }

    private void subjectsFit(Form form, Place place) {
        for (var asked : AskedProgramme.in(form)) {
            var programme = pack.programmes().get(asked.programme());
            if (programme != null && programme.subject() != asked.of().kind()) {
                problems.add(
                        place,
                        "%s is a programme for a %s, not for a %s"
                                .formatted(
                                        programme.id(),
                                        programme.subject().word(),
                                        asked.of().kind().word()));
            }
            if (programme != null && asked.asksLevel()) {
                levelFits(programme, place);
            }
        }
    }

    private void levelFits(Programme programme, Place place) {
        if (programme.period() == Programme.Period.STANDING) {
            problems.add(place, "%s is a standing and has no level of money".formatted(programme.id()));
        }
        long most = programme.provisions().stream()
                .map(amounts::get)
                .filter(java.util.Objects::nonNull)
                .mapToLong(it -> it.type().max())
                .sum();
        if (most > Form.MOST_LEVEL) {
            problems.add(
                    place,
                    "%s could give more than 'level' can carry (%d đồng); narrow its ranges"
                            .formatted(programme.id(), Form.MOST_LEVEL));
        }
    }

    private void circle(Programme programme, List<String> path, Set<String> done) {
        for (var next : uses(programme)) {
            if (next.equals(path.getFirst())) {
                problems.add(
                        programme.place(),
                        "programmes lead back to themselves: %s → %s".formatted(String.join(" → ", path), next));
            } else if (done.add(next)) {
                var longer = new ArrayList<>(path);
                longer.add(next);
                var target = pack.programmes().get(next);
                if (target != null) {
                    circle(target, longer, done);
                }
            }
        }
    }

    private Set<String> uses(Programme programme) {
        var used = new LinkedHashSet<String>();
        for (var provision : programme.provisions()) {
            var forms = new ArrayList<Form>();
            provision.conditions().forEach(it -> {
                var form = conditions.get(it);
                if (form != null) {
                    forms.add(form);
                }
            });
            var amount = amounts.get(provision);
            if (amount != null) {
                forms.add(amount);
            }
            forms.forEach(form -> AskedProgramme.in(form).stream()
                    .filter(AskedProgramme::asksLaw)
                    .forEach(it -> used.add(it.programme())));
        }
        return used;
    }
}
