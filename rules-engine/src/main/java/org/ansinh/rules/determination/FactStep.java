package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Who;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.timeline.DateRange;

/** Reads one fact of one subject. */
record FactStep(FactDefinition fact, Who of, int askedPlace) implements Step {

    @Override
    public long on(Scene scene) {
        int place = scene.place(of);
        var supposed = scene.session().supposed();
        if (supposed != null && supposed.isOf(fact, place)) {
            return supposed.value();
        }
        int entry = scene.entry(fact, place);
        return entry >= 0
                ? scene.book().valueAt(fact, entry)
                : fact.whenAbsent().value().orElse(Form.UNKNOWN);
    }

    @Override
    public void missing(Scene scene, long[] facts) {
        facts[0] |= 1L << askedPlace;
    }

    @Override
    public void used(Scene scene, List<Reason.Used> values) {
        int place = scene.place(of);
        int entry = scene.entry(fact, place);
        var subject = place == Scene.NOBODY
                ? Optional.<org.ansinh.rules.facts.SubjectId>empty()
                : Optional.of(scene.book().subjectAt(fact.subject(), place));
        long value = on(scene);
        var shown = value == Form.UNKNOWN
                ? Optional.<org.ansinh.rules.pack.Text>empty()
                : Optional.of(scene.session().words().shown(fact.type(), value));
        var from = entry >= 0 ? scene.book().provenanceAt(fact, entry) : Provenance.UNSTATED;
        var during = entry < 0
                ? Optional.<DateRange>empty()
                : Optional.of(new DateRange(
                        LocalDate.ofEpochDay(scene.book().factFrom(fact, entry)),
                        LocalDate.ofEpochDay(scene.book().factTo(fact, entry))));
        var used = new Reason.OfFact(fact.id(), subject, fact.label(), shown, during, from, entry < 0);
        if (!values.contains(used)) {
            values.add(used);
        }
    }
}
