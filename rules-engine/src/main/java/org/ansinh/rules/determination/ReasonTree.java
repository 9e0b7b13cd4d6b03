package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.rules.language.Form;

/** Writes down what a run of one programme for one subject has just seen; what it says again is said by the same objects. */
final class ReasonTree {

    private final ProgrammeRun run;
    private final Wording wording;
    private final Memory.Told<Reason.OfProvision> provisions;
    private final Memory.Told<Reason.OfCondition> conditions;
    private final Memory.Told<List<Reason.Used>> used;
    private final List<Reason.Used> reading = new ArrayList<>();
    private List<Reason.OfProvision> before = List.of();

    ReasonTree(ProgrammeRun run) {
        this.run = run;
        this.wording = run.law().wording();
        this.provisions = new Memory.Told<>(run.law().ways().size());
        this.conditions = new Memory.Told<>(wording.conditions());
        this.used = new Memory.Told<>(run.law().rules().size());
    }

    Reason.OfProgramme reason(Finding finding, Standing standing, int place) {
        var programme = run.law().programme();
        return new Reason.OfProgramme(
                programme.id(),
                programme.label(),
                run.event() == EventDays.NONE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(run.event())),
                standing,
                programme.combination().basis(),
                provisions(),
                lostTo(finding, place));
    }

    private Optional<Reason.LostTo> lostTo(Finding finding, int place) {
        var shutOut = finding.shutOut();
        if (shutOut == null) {
            return Optional.empty();
        }
        var own = run.scene().book().subjectAt(run.law().programme().subject(), place);
        return Optional.of(new Reason.LostTo(
                shutOut.rule().id(),
                shutOut.by().programme().id(),
                shutOut.of().equals(own) ? Optional.empty() : Optional.of(shutOut.of()),
                Words.shutOut(shutOut, own),
                run.floor(),
                shutOut.rule().basis(),
                shutOut.rule().certainty()));
    }

    /** Those in force, as long as they are told the same in the same list. */
    private List<Reason.OfProvision> provisions() {
        if (!run.isAlive()) {
            return List.of();
        }
        var told = new Reason.OfProvision[Long.bitCount(run.inForce())];
        boolean isSame = told.length == before.size();
        int n = 0;
        for (long rest = run.inForce(); rest != 0; rest &= rest - 1) {
            var provision = told(Long.numberOfTrailingZeros(rest));
            isSame = isSame && before.get(n) == provision;
            told[n++] = provision;
        }
        if (!isSame) {
            before = List.of(told);
        }
        return before;
    }

    private Reason.OfProvision told(int way) {
        var scene = run.scene();
        if (provisions.knows(way, scene)) {
            return provisions.value(way);
        }
        int outside = scene.begin();
        return provisions.learn(way, scene, outside, provision(way));
    }

    private Reason.OfProvision provision(int i) {
        boolean met = (run.met() >> i & 1) == 1;
        boolean open = (run.open() >> i & 1) == 1;
        var said = conditions(i);
        return new Reason.OfProvision(
                wording.provision(i, open),
                met ? Answer.MET : open ? Answer.UNDETERMINED : Answer.NOT_MET,
                met || open ? amount(i) : OptionalLong.empty(),
                said,
                met || open ? amountFrom(i) : List.of());
    }

    private OptionalLong amount(int i) {
        if (run.law().ways().get(i).amount().isEmpty()) {
            return OptionalLong.empty();
        }
        long amount = run.amount(i);
        return amount == Form.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(amount);
    }

    private List<Reason.Used> amountFrom(int i) {
        var way = run.law().ways().get(i);
        reading.clear();
        run.amountUsed(way, reading);
        way.shown().forEach(it -> it.used(run.scene(), reading));
        return List.copyOf(reading);
    }

    private List<Reason.OfCondition> conditions(int way) {
        var places = wording.conditionsOf(way);
        var said = new Reason.OfCondition[places.length];
        Arrays.setAll(said, it -> condition(places[it]));
        return List.of(said);
    }

    private Reason.OfCondition condition(int place) {
        var scene = run.scene();
        if (conditions.knows(place, scene)) {
            return conditions.value(place);
        }
        int outside = scene.begin();
        return conditions.learn(place, scene, outside, condition(wording.condition(place)));
    }

    private Reason.OfCondition condition(Wording.Told words) {
        long value = run.value(words.condition());
        return new Reason.OfCondition(
                words.law(),
                value == Form.UNKNOWN ? Answer.UNDETERMINED : value == 1 ? Answer.MET : Answer.NOT_MET,
                value == 0 ? words.code() : Optional.empty(),
                value == 0 ? words.whyNot() : Optional.empty(),
                used(words.condition()));
    }

    private List<Reason.Used> used(int condition) {
        var scene = run.scene();
        if (used.knows(condition, scene)) {
            return used.value(condition);
        }
        int outside = scene.begin();
        reading.clear();
        run.law().checks().step(condition).used(scene, reading);
        return used.learn(condition, scene, outside, List.copyOf(reading));
    }
}
