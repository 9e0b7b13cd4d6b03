package org.ansinh.app.registry.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.HouseholdLine;
import org.ansinh.app.registry.IdentityLine;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.timeline.DateRange;

/** What a change means in rows: a form takes the same way in as a file. */
final class ChangeRows {

    private static final String OURS = "registry";
    private static final String RESIDENCE = "residence";
    private static final String RAISES = "person.raises";

    private final RegisterLoad load;
    private final int paper;
    private final String source;

    private ChangeRows(RegisterLoad load, Paper paper) {
        this.load = load;
        this.paper = load.paper(paper);
        this.source = paper.source().orElse("commune_officer");
    }

    static Consumer<RegisterLoad> of(Paper paper, List<Change> changes) {
        return load -> {
            var rows = new ChangeRows(load, paper);
            for (int i = 0; i < changes.size(); i++) {
                rows.write(i + 1, changes.get(i));
            }
        };
    }

    private void write(int line, Change change) {
        switch (change) {
            case Change.Birth birth -> birth(line, birth);
            case Change.Death death -> death(line, death);
            case Change.NotDead(int person) -> {
                var unused = load.identity(
                        paper, line, person, DateRange.FIRST_DAY, IdentityLine.death(IdentityLine.NOT_DEAD), source);
            }
            case Change.Stated it ->
                load.fact(
                        paper,
                        line,
                        subject(it.of(), it.subjectId()),
                        it.fact(),
                        it.instance(),
                        it.days(),
                        it.value(),
                        source);
            case Change.Retracted it ->
                load.retract(
                        paper, line, subject(it.of(), it.subjectId()), it.fact(), it.instance(), it.days(), source);
            case Change.Tied(int from, int to, String kind, DateRange days) ->
                load.relation(paper, line, load.knownPerson(from), load.knownPerson(to), kind, days);
            case Change.Untied(int from, int to, String kind, DateRange days) ->
                load.noRelation(paper, line, load.knownPerson(from), load.knownPerson(to), kind, days);
            case Change.MovedHouse(int person, int household, String role, DateRange days) ->
                load.membership(
                        paper, line, load.knownPerson(person), load.knownHousehold(household), RESIDENCE, role, days);
            case Change.Founded founded -> founded(line, founded);
            case Change.Identified(int person, LocalDate since, var identity) -> {
                var unused = load.identity(paper, line, person, since, identity, source);
            }
            case Change.Released _, Change.Accepted _, Change.SentBack _, Change.Merged _ ->
                throw new IllegalArgumentException(
                        "%s stands alone on its paper; send it as the only change.".formatted(change));
        }
    }

    private void birth(int line, Change.Birth it) {
        var born = it.child().born().orElse(LocalDate.EPOCH);
        var parent = it.motherId().or(it::fatherId).map(String::valueOf).orElse("household " + it.householdId());
        var key = "birth:%s:%s:%s".formatted(parent, born, it.child().name().orElse(""));
        var child = load.person(paper, line, OURS, key, it.child(), false);
        resides(line, child, load.knownHousehold(it.householdId()), it.role(), born);
        raised(line, it.motherId(), child, born);
        raised(line, it.fatherId(), child, born);
    }

    private void raised(int line, Optional<Integer> parent, SubjectRef child, LocalDate born) {
        parent.ifPresent(
                id -> load.relation(paper, line, load.knownPerson(id), child, RAISES, DateRange.startingOn(born)));
    }

    private void death(int line, Change.Death it) {
        var dead = load.identity(paper, line, it.personId(), it.on(), IdentityLine.death(it.on()), source);
        load.noMembership(
                paper, line, dead, RESIDENCE, DateRange.startingOn(it.on().plusDays(1)));
    }

    private void founded(int line, Change.Founded it) {
        var home = load.household(
                paper,
                new HouseholdLine(
                        line,
                        OURS,
                        it.communeCode() + ":" + it.code(),
                        it.code(),
                        Optional.of(it.villageId()),
                        it.communeCode(),
                        DateRange.startingOn(it.on()),
                        false));
        it.residents().forEach(who -> resides(line, load.knownPerson(who.personId()), home, who.role(), it.on()));
    }

    private void resides(int line, SubjectRef person, SubjectRef household, String role, LocalDate on) {
        load.membership(paper, line, person, household, RESIDENCE, role, DateRange.startingOn(on));
    }

    private SubjectRef subject(SubjectRef.Kind kind, int id) {
        return switch (kind) {
            case PERSON -> load.knownPerson(id);
            case HOUSEHOLD -> load.knownHousehold(id);
            case VILLAGE -> load.village(id);
        };
    }
}
