package org.ansinh.rules.determination;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;
import org.ansinh.timeline.Timeline;

/**
 * Where somebody of whom nobody has said anything stands with one programme, and why. The same days are asked about again and
 * again, of one after the other: of such days it is worked out once.
 */
final class SilentAnswers {

    static final SubjectId PERSON = SubjectId.person(1);
    static final SubjectId HOUSEHOLD = SubjectId.household(1);

    /** More days than anybody asks about at a time; then it begins anew. */
    private static final int MANY = 64;

    private final CompiledLaw law;
    private final FactBook book;
    private final CompiledProgramme programme;
    private final Map<DateRange, Optional<Whole>> known = new ConcurrentHashMap<>();

    record Whole(Timeline<Standing> standing, Timeline<Reason.OfProgramme> reasons) {}

    /** {@code law} without its silence, {@code book} says nothing of anybody. */
    SilentAnswers(CompiledLaw law, FactBook book, CompiledProgramme programme) {
        this.law = law;
        this.book = book;
        this.programme = programme;
    }

    /** Empty where there is something to be had, or it is open whether. */
    Optional<Whole> on(DateRange days) {
        var found = known.get(days);
        if (found == null) {
            if (known.size() >= MANY) {
                known.clear();
            }
            found = ask(days);
            known.put(days, found);
        }
        return found;
    }

    private Optional<Whole> ask(DateRange days) {
        var answer = new Answers(law, book, Set.of())
                .of(programme, programme.isForPeople() ? PERSON : HOUSEHOLD, Optional.of(days));
        boolean isNothing =
                answer.standing().spans().stream().allMatch(it -> it.value().answer() == Answer.NOT_MET);
        return isNothing ? Optional.of(new Whole(answer.standing(), answer.reasons())) : Optional.empty();
    }
}
