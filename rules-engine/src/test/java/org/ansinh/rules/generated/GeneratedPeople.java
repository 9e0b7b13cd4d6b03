package org.ansinh.rules.generated;

import java.time.LocalDate;
import java.util.List;
import org.ansinh.rules.Law;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.FactBookBuilder;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.timeline.DateRange;

/** Some households whose members are born, move, fall ill, marry off and die around one month, in the terms of any law. */
public final class GeneratedPeople {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private final Law law;
    private final Dice dice;
    private final FactBookBuilder book;

    private GeneratedPeople(Law law, long seed) {
        this.law = law;
        this.dice = new Dice(seed);
        this.book = law.facts();
    }

    public static FactBook of(Law law, long seed, int households) {
        var people = new GeneratedPeople(law, seed);
        for (int village = 1; village <= 2; village++) {
            people.facts(SubjectId.village(village));
        }
        int next = 1;
        for (int home = 1; home <= households; home++) {
            next = people.household(SubjectId.household(home), next, households);
        }
        return people.book.build();
    }

    private int household(SubjectId home, int firstPerson, int households) {
        if (!dice.oneIn(10)) {
            book.village(home, SubjectId.village(1 + dice.below(2)), days());
        }
        facts(home);
        decisions(home);
        int members = 1 + dice.below(5);
        for (int i = 0; i < members; i++) {
            var person = SubjectId.person(firstPerson + i);
            residence(person, home, households);
            facts(person);
            decisions(person);
            if (i > 0 && dice.oneIn(2)) {
                book.relation("person.raises", SubjectId.person(firstPerson), person, days());
            }
            if (firstPerson > 1 && dice.oneIn(12)) {
                book.relation("person.raises", person, SubjectId.person(1 + dice.below(firstPerson - 1)), days());
            }
        }
        return firstPerson + members;
    }

    /** Most live where they live; some come, some go, some have no household at all. */
    private void residence(SubjectId person, SubjectId home, int households) {
        if (dice.oneIn(12)) {
            book.subject(person);
        } else if (dice.oneIn(5)) {
            var moved = dice.day();
            book.residence(person, home, new DateRange(FIRST, moved.minusDays(1)));
            if (!dice.oneIn(4)) {
                var other = SubjectId.household(1 + dice.below(households));
                book.residence(person, other, DateRange.startingOn(moved));
            }
        } else {
            book.residence(person, home, DateRange.always());
        }
    }

    private DateRange days() {
        return switch (dice.below(4)) {
            case 0 -> DateRange.startingOn(dice.day());
            case 1 -> new DateRange(FIRST, dice.day());
            default -> DateRange.always();
        };
    }

    private void decisions(SubjectId subject) {
        for (var programme : law.pack().programmes().values()) {
            if (programme.subject() == subject.kind() && dice.oneIn(2)) {
                var signed = dice.day();
                if (dice.oneIn(4)) {
                    book.decision(
                            subject,
                            programme.id(),
                            new Decision(signed, new DateRange(signed, signed.plusDays(dice.below(90)))));
                } else {
                    book.decision(subject, programme.id(), Decision.signedOn(signed));
                }
            }
        }
    }

    private void facts(SubjectId subject) {
        for (var fact : law.pack().dictionary().facts()) {
            if (fact.subject() == subject.kind() && !fact.many()) {
                fact(subject, fact);
            }
        }
    }

    private void fact(SubjectId subject, FactDefinition fact) {
        if (fact.id().equals("person.died_on")) {
            if (dice.oneIn(10)) {
                say(subject, fact, DateRange.always());
            }
            return;
        }
        if (fact.id().equals("person.born")) {
            if (!dice.oneIn(15)) {
                say(subject, fact, DateRange.always());
            }
            return;
        }
        switch (dice.below(6)) {
            case 0, 1 -> say(subject, fact, DateRange.always());
            case 2 -> say(subject, fact, days());
            case 3 -> {
                var changes = dice.day();
                say(subject, fact, new DateRange(FIRST, changes));
                say(subject, fact, DateRange.startingOn(changes.plusDays(1 + dice.below(2) * 40L)));
            }
            default -> {
                // Nobody has said anything.
            }
        }
    }

    private void say(SubjectId subject, FactDefinition fact, DateRange days) {
        book.fact(subject, fact, days, value(fact), Provenance.UNSTATED);
    }

    private long value(FactDefinition fact) {
        return switch (fact.type().kind()) {
            case BOOL -> dice.below(2);
            case ENUM ->
                dice.below(law.pack()
                        .dictionary()
                        .enumeration(fact.type().enumeration().orElseThrow())
                        .values()
                        .size());
            case INT -> Math.min(fact.range().max(), dice.below(4));
            case DONG -> 50_000L * dice.below(16);
            case DECIMAL -> dice.of(List.of(0L, 250L, 500L, 1000L));
            case DAY -> day(fact).toEpochDay();
            case TEXT -> 0;
        };
    }

    private LocalDate day(FactDefinition fact) {
        if (!fact.id().equals("person.born")) {
            return dice.day();
        }
        // Ages at which the law looks, on a day of the middle month or of February.
        var born = dice.day().minusYears(dice.of(List.of(0, 3, 6, 15, 16, 40, 59, 60, 74, 75)));
        return dice.oneIn(10) ? born.withMonth(2).withDayOfMonth(28).plusDays(dice.below(2)) : born;
    }
}
