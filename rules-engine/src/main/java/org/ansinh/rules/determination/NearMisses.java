package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.ansinh.rules.determination.Session.Supposed;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.language.Form;
import org.ansinh.rules.language.Who;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.ValueType;

/** Finds what somebody is not far from: what a birthday, a paper or one changed circumstance would bring. */
final class NearMisses {

    private static final int AHEAD = 366;

    private final Session session;
    private final CompiledProgramme law;
    private final int place;
    private final int day;

    NearMisses(Session session, CompiledProgramme law, int place, LocalDate day) {
        this.session = session;
        this.law = law;
        this.place = place;
        this.day = (int) day.toEpochDay();
    }

    List<NearMiss> find() {
        var run = run(day);
        if (run.met() != 0 || !run.isAlive() || run.isForEvent()) {
            return List.of();
        }
        var found = new ArrayList<NearMiss>();
        long inForce = run.inForce();
        for (int i = 0; i < law.ways().size(); i++) {
            int way = i;
            if ((inForce >> way & 1) == 1) {
                inTime(way).or(() -> otherwise(way)).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private ProgrammeRun run(int on) {
        var run = session.run(law.index(), place);
        run.evaluate(place, on);
        return run;
    }

    /** Whether time alone brings it within a year. */
    private Optional<NearMiss> inTime(int way) {
        int last = day + AHEAD;
        int next = run(day).until() + 1;
        while (next <= last) {
            var run = run(next);
            if ((run.met() >> way & 1) == 1) {
                int on = next;
                long amount = run.amounts()[way];
                return lacking(way)
                        .map(it -> near(
                                way,
                                NearMiss.Kind.ON_DAY,
                                it,
                                Optional.of(LocalDate.ofEpochDay(on)),
                                Optional.empty(),
                                amount));
            }
            if (run.until() >= last) {
                return Optional.empty();
            }
            next = run.until() + 1;
        }
        return Optional.empty();
    }

    /** The first condition that does not hold today, or is not known to. */
    private Optional<Integer> lacking(int way) {
        var run = run(day);
        return law.ways().get(way).conditions().stream()
                .filter(it -> run.value(it) != 1)
                .findFirst();
    }

    /** Where one condition alone is lacking: the one fact that would change it, or at least the condition. */
    private Optional<NearMiss> otherwise(int way) {
        var run = run(day);
        var lacking = law.ways().get(way).conditions().stream()
                .filter(it -> run.value(it) != 1)
                .toList();
        if (lacking.size() != 1) {
            return Optional.empty();
        }
        int condition = lacking.getFirst();
        boolean isOpen = run.value(condition) == Form.UNKNOWN;
        var telling = new Telling();
        law.conditions().get(condition).tell(run.scene(), telling);
        var used = telling.since(0);
        for (var one : used) {
            if (one instanceof Reason.OfFact fact) {
                var changed = changed(way, condition, fact, isOpen);
                if (changed.isPresent()) {
                    return changed;
                }
            }
        }
        // An age that a year will not bring is far away.
        boolean isOnlyTime = used.stream()
                .filter(Reason.OfFact.class::isInstance)
                .map(it -> ((Reason.OfFact) it).fact())
                .allMatch(this::isDay);
        return isOnlyTime
                ? Optional.empty()
                : Optional.of(near(way, NearMiss.Kind.LACKS_ONE, condition, Optional.empty(), Optional.empty(), -1));
    }

    private boolean isDay(String fact) {
        var type = session.law().pack().dictionary().fact(fact).orElseThrow().type();
        return type.kind() == ValueType.Kind.DAY;
    }

    private record Other(Reason.OfFact fact, SubjectId of, FactDefinition definition, long value) {}

    private Optional<NearMiss> changed(int way, int condition, Reason.OfFact fact, boolean isOpen) {
        var definition = session.law().pack().dictionary().fact(fact.fact()).orElseThrow();
        int subject = place(fact, definition);
        if (subject == Scene.NOBODY) {
            return Optional.empty();
        }
        var of = session.book().subjectAt(definition.subject(), subject);
        return others(definition)
                .mapToObj(it -> new Other(fact, of, definition, it))
                .flatMap(other -> session
                        .supposing(
                                new Supposed(definition, subject, other.value()),
                                () -> met(way, condition, other, isOpen))
                        .stream())
                .findFirst();
    }

    private Optional<NearMiss> met(int way, int condition, Other other, boolean isOpen) {
        var run = run(day);
        return (run.met() >> way & 1) == 0
                ? Optional.empty()
                : Optional.of(near(
                        way,
                        isOpen ? NearMiss.Kind.IF_KNOWN : NearMiss.Kind.IF_FACT,
                        condition,
                        Optional.empty(),
                        Optional.of(other),
                        run.amounts()[way]));
    }

    /** Of whom a fact was read. */
    private int place(Reason.OfFact fact, FactDefinition definition) {
        return fact.of()
                .map(session.book()::placeOf)
                .orElseGet(() -> run(day).scene().place(new Who(definition.subject(), 0)));
    }

    /** The values that can be tried one by one; of a number nobody knows which to try. */
    private static LongStream others(FactDefinition fact) {
        var kind = fact.type().kind();
        return kind == ValueType.Kind.BOOL || kind == ValueType.Kind.ENUM
                ? LongStream.rangeClosed(fact.range().min(), fact.range().max())
                : LongStream.empty();
    }

    private NearMiss near(
            int way, NearMiss.Kind kind, int condition, Optional<LocalDate> on, Optional<Other> other, long amount) {
        var provision = law.ways().get(way).provision();
        var rule = law.rules().get(condition);
        return new NearMiss(
                law.programme().id(),
                provision.id(),
                provision.says(),
                kind,
                on,
                other.map(it -> it.fact().fact()),
                other.map(Other::of),
                other.map(it -> session.words().shown(it.definition().type(), it.value())),
                amount > 0 ? OptionalLong.of(amount) : OptionalLong.empty(),
                rule.says(),
                rule.basis().orElse(provision.basis()));
    }
}
