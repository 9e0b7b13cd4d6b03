package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Text;

/** Writes down what a run of one programme for one subject has just seen; what it says again is said by the same objects. */
final class ReasonTree {

    private final Session session;
    private final Map<Integer, Said<Reason.OfProvision>> provisions = new HashMap<>();
    private final Map<Integer, Said<Reason.OfCondition>> conditions = new HashMap<>();
    private final Map<Integer, Said<List<Reason.Used>>> used = new HashMap<>();

    /** Something that was written down, and the days on which it would be written down the same. */
    private record Said<T>(T what, int from, int until) {
        boolean holdsOn(int day) {
            return from <= day && day <= until;
        }
    }

    ReasonTree(Session session) {
        this.session = session;
    }

    Reason.OfProgramme reason(ProgrammeRun run, Finding finding, Standing standing, int place) {
        var programme = run.law().programme();
        var provisions = new ArrayList<Reason.OfProvision>();
        for (int i = 0; i < run.law().ways().size(); i++) {
            if (run.isAlive() && (run.inForce() >> i & 1) == 1) {
                int way = i;
                provisions.add(said(this.provisions, way, run.scene(), () -> provision(run, way)));
            }
        }
        return new Reason.OfProgramme(
                programme.id(),
                programme.label(),
                run.event() == EventDays.NONE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(run.event())),
                standing,
                programme.combination().basis(),
                List.copyOf(provisions),
                lostTo(run, finding, place));
    }

    private Optional<Reason.LostTo> lostTo(ProgrammeRun run, Finding finding, int place) {
        var shutOut = finding.shutOut();
        if (shutOut == null) {
            return Optional.empty();
        }
        var own = session.book().subjectAt(run.law().programme().subject(), place);
        return Optional.of(new Reason.LostTo(
                shutOut.rule().id(),
                shutOut.by().programme().id(),
                shutOut.of().equals(own) ? Optional.empty() : Optional.of(shutOut.of()),
                Words.shutOut(shutOut, own),
                run.floor(),
                shutOut.rule().basis(),
                shutOut.rule().certainty()));
    }

    private static <T> T said(Map<Integer, Said<T>> before, int key, Scene scene, Supplier<T> say) {
        var known = before.get(key);
        if (known != null && known.holdsOn(scene.day())) {
            scene.holdsUntil(known.until());
            return known.what();
        }
        int outside = scene.begin();
        var what = say.get();
        before.put(key, new Said<>(what, scene.day(), scene.end(outside)));
        return what;
    }

    private Reason.OfProvision provision(ProgrammeRun run, int i) {
        var way = run.law().ways().get(i);
        var provision = way.provision();
        // What makes it met or open ends this piece of days as well.
        for (int condition : way.conditions()) {
            var _ = run.value(condition);
        }
        boolean met = (run.met() >> i & 1) == 1;
        boolean open = (run.open() >> i & 1) == 1;
        var amountFrom = new ArrayList<Reason.Used>();
        var amount = OptionalLong.empty();
        if ((met || open) && way.amount().isPresent()) {
            long value = run.amount(i);
            run.amountUsed(way, amountFrom);
            amount = value == Form.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(value);
        }
        if (met || open) {
            way.shown().forEach(it -> it.used(run.scene(), amountFrom));
        }
        return new Reason.OfProvision(
                provision.id(),
                provision
                        .hole()
                        .filter(it -> open)
                        .map(it -> Words.inHole(provision.says(), it))
                        .orElse(provision.says()),
                provision.days(),
                provision.hidden(),
                met ? Answer.MET : open ? Answer.UNDETERMINED : Answer.NOT_MET,
                amount,
                provision.basis(),
                provision.certainty(),
                conditions(run, i),
                List.copyOf(amountFrom));
    }

    private List<Reason.OfCondition> conditions(ProgrammeRun run, int way) {
        var said = new ArrayList<Reason.OfCondition>();
        for (int place : run.law().ways().get(way).conditions()) {
            int key = way * run.law().rules().size() + place;
            said.add(said(conditions, key, run.scene(), () -> condition(run, way, place)));
        }
        return List.copyOf(said);
    }

    private Reason.OfCondition condition(ProgrammeRun run, int way, int place) {
        var rule = run.law().rules().get(place);
        var provision = run.law().ways().get(way).provision();
        long value = run.value(place);
        return new Reason.OfCondition(
                rule.id(),
                rule.says(),
                value == Form.UNKNOWN ? Answer.UNDETERMINED : value == 1 ? Answer.MET : Answer.NOT_MET,
                value == 0 ? rule.reasonCode() : Optional.empty(),
                value == 0 ? whyNot(run, rule) : Optional.empty(),
                rule.basis().orElse(provision.basis()),
                rule.certainty().orElse(provision.certainty()),
                said(used, place, run.scene(), () -> used(run, place)));
    }

    private static List<Reason.Used> used(ProgrammeRun run, int condition) {
        var used = new ArrayList<Reason.Used>();
        run.law().conditions().get(condition).used(run.scene(), used);
        return List.copyOf(used);
    }

    private static Optional<Text> whyNot(ProgrammeRun run, ConditionRule rule) {
        return rule.reasonCode()
                .map(it -> run.law().programme().reasons().get(it))
                .map(it -> it.text());
    }
}
