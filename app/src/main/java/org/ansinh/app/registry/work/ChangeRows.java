package org.ansinh.app.registry.work;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.ansinh.app.registry.Change;
import org.ansinh.app.registry.Paper;
import org.ansinh.app.registry.RegisterLoad;
import org.ansinh.app.registry.SubjectRef;
import org.ansinh.timeline.DateRange;

/** What a change means in rows: a form takes the same way in as a file. */
final class ChangeRows {

    private static final String SOURCE = "commune_officer";

    private ChangeRows() {}

    static Consumer<RegisterLoad> of(Paper paper, List<Change> changes) {
        return load -> {
            int key = load.paper(paper);
            for (int i = 0; i < changes.size(); i++) {
                write(load, key, i + 1, changes.get(i));
            }
        };
    }

    private static void write(RegisterLoad load, int paper, int line, Change change) {
        switch (change) {
            case Change.Birth birth -> birth(load, paper, line, birth);
            case Change.Death death -> death(load, paper, line, death);
            case Change.Stated it ->
                load.fact(
                        paper,
                        line,
                        subject(load, it.of(), it.subjectId()),
                        it.fact(),
                        it.instance(),
                        it.days(),
                        it.value(),
                        SOURCE);
            case Change.Retracted it ->
                load.retract(
                        paper,
                        line,
                        subject(load, it.of(), it.subjectId()),
                        it.fact(),
                        it.instance(),
                        it.days(),
                        SOURCE);
            case Change.MovedHouse(int person, int household, String role, LocalDate on) ->
                load.membership(
                        paper,
                        line,
                        load.knownPerson(person),
                        load.knownHousehold(household),
                        "residence",
                        role,
                        DateRange.startingOn(on));
            case Change.Identified(int person, LocalDate since, var identity) -> {
                var unused = load.identity(paper, line, person, since, identity);
            }
        }
    }

    private static void birth(RegisterLoad load, int paper, int line, Change.Birth it) {
        var child = load.person(
                paper,
                line,
                "registry",
                "birth:" + it.motherId() + ":"
                        + it.child().born().map(Object::toString).orElse("") + ":"
                        + it.child().name().orElse(""),
                it.child(),
                false);
        var days = DateRange.startingOn(it.child().born().orElse(LocalDate.EPOCH));
        load.membership(paper, line, child, load.knownHousehold(it.householdId()), "residence", it.role(), days);
        load.relation(paper, line, load.knownPerson(it.motherId()), child, "person.raises", days);
        it.fatherId()
                .ifPresent(
                        father -> load.relation(paper, line, load.knownPerson(father), child, "person.raises", days));
    }

    private static void death(RegisterLoad load, int paper, int line, Change.Death it) {
        var dead =
                load.identity(paper, line, it.personId(), it.on(), org.ansinh.app.registry.IdentityLine.death(it.on()));
        load.noMembership(
                paper, line, dead, "residence", DateRange.startingOn(it.on().plusDays(1)));
    }

    private static SubjectRef subject(RegisterLoad load, SubjectRef.Kind kind, int id) {
        return switch (kind) {
            case PERSON -> load.knownPerson(id);
            case HOUSEHOLD -> load.knownHousehold(id);
            case VILLAGE -> load.village(id);
        };
    }
}
