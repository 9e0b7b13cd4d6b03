package org.ansinh.rules.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.ConditionRule;
import org.ansinh.rules.pack.Expression;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/** Takes down, while cases run, what each of them shows; from what was expected and what came out, not from its name. */
final class Reaches {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*\\.[a-z_][a-z0-9_]*");

    private final LawPack pack;
    private final Map<String, Taken> taken = new LinkedHashMap<>();

    private record Shown(boolean refusal, boolean boundaryDay, boolean changeOfLaw, boolean overlap) {}

    /** What the cases of one programme have shown so far, and the days on which its law changes. */
    private record Taken(List<Shown> shown, SortedSet<LocalDate> changes) {}

    Reaches(LawPack pack) {
        this.pack = pack;
        pack.programmes().values().forEach(it -> taken.put(it.id(), new Taken(new ArrayList<>(), changesOf(it))));
    }

    void note(LawCase aCase, ProgrammeOutcome outcome) {
        var mine = taken.getOrDefault(aCase.programme(), new Taken(new ArrayList<>(), new TreeSet<>()));
        mine.shown()
                .add(new Shown(
                        aCase.standing().stream().anyMatch(it -> it.answer() == Answer.NOT_MET),
                        isOnABoundary(aCase),
                        isOverAChange(aCase, mine.changes()),
                        rightsMeet(aCase, outcome)));
    }

    List<Reach> all() {
        return taken.entrySet().stream()
                .map(it -> of(it.getKey(), it.getValue()))
                .toList();
    }

    private static Reach of(String programme, Taken taken) {
        var mine = taken.shown();
        return new Reach(
                programme,
                mine.size(),
                (int) mine.stream().filter(Shown::refusal).count(),
                mine.stream().anyMatch(Shown::boundaryDay),
                List.copyOf(taken.changes()),
                mine.stream().anyMatch(Shown::changeOfLaw),
                mine.stream().anyMatch(Shown::overlap));
    }

    /** Two runs of days that touch are expected to differ, or of two periods one is owed and one is not. */
    private static boolean isOnABoundary(LawCase aCase) {
        boolean touching = aCase.standing().stream()
                .anyMatch(before -> aCase.standing().stream()
                        .anyMatch(after -> before.days()
                                        .to()
                                        .plusDays(1)
                                        .equals(after.days().from())
                                && (before.answer() != after.answer()
                                        || !before.amount().equals(after.amount())
                                        || !before.reasons().equals(after.reasons())
                                        || !before.shows().equals(after.shows())
                                        || !before.provisions().equals(after.provisions()))));
        return touching
                || aCase.owed().values().stream()
                                .map(LawCase.ExpectedOwed::amount)
                                .distinct()
                                .count()
                        > 1;
    }

    /** Asked before and after a day on which the law of the programme changes. */
    private static boolean isOverAChange(LawCase aCase, SortedSet<LocalDate> changes) {
        return changes.stream()
                .anyMatch(day -> day.isAfter(aCase.days().from())
                        && !day.isAfter(aCase.days().to()));
    }

    /** Two provisions are met on a day, another right decides over this one or takes its place, or stands beside it. */
    private boolean rightsMeet(LawCase aCase, ProgrammeOutcome outcome) {
        boolean here = outcome.reasons().spans().stream()
                .map(it -> it.value())
                .anyMatch(it ->
                        it.lostTo().isPresent() || it.standing().provisions().size() > 1 || readsAnotherRight(it));
        return here || othersAreDecided(aCase);
    }

    private static boolean readsAnotherRight(Reason.OfProgramme reason) {
        return reason.provisions().stream()
                .flatMap(it -> it.conditions().stream())
                .flatMap(it -> it.used().stream())
                .anyMatch(it -> it instanceof Reason.OfOutcome outcome && outcome.answer() == Answer.MET);
    }

    private boolean othersAreDecided(LawCase aCase) {
        var facts = aCase.facts();
        var others = new ArrayList<>(pack.programmes().keySet());
        return Stream.of(SubjectKind.PERSON, SubjectKind.HOUSEHOLD)
                .flatMap(kind -> facts.subjects(kind).stream())
                .anyMatch(it -> decided(aCase, others, it));
    }

    private static boolean decided(LawCase aCase, List<String> programmes, SubjectId subject) {
        var facts = aCase.facts();
        int place = facts.placeOf(subject);
        for (int i = 0; i < programmes.size(); i++) {
            boolean another = !programmes.get(i).equals(aCase.programme()) || !subject.equals(aCase.subject());
            if (another
                    && facts.decisionEnd(subject.kind(), place, i) > facts.decisionBegin(subject.kind(), place, i)) {
                return true;
            }
        }
        return false;
    }

    /** The days inside what the pack covers on which a provision begins or has ended, or a figure takes another value. */
    private SortedSet<LocalDate> changesOf(Programme programme) {
        var days = new TreeSet<LocalDate>();
        programme.provisions().forEach(it -> turns(it.days(), days));
        programme.provisions().stream()
                .flatMap(Reaches::texts)
                .flatMap(it -> figures(it.text()))
                .forEach(it -> turns(it, days));
        var covered = pack.header();
        var first = programme.provisions().stream()
                .map(it -> it.days().from())
                .min(LocalDate::compareTo)
                .orElse(covered.coversFrom());
        var last = programme.provisions().stream()
                .map(it -> it.days().to())
                .max(LocalDate::compareTo)
                .filter(it -> it.isBefore(covered.confirmedThrough()))
                .map(it -> it.plusDays(1))
                .orElse(covered.confirmedThrough());
        days.removeIf(it -> !it.isAfter(covered.coversFrom()) || it.isBefore(first) || it.isAfter(last));
        if (wasLawBefore(programme, first)) {
            days.remove(first);
        }
        return days;
    }

    /** The pack begins to describe on that day what the documents had said before. */
    private boolean wasLawBefore(Programme programme, LocalDate first) {
        return programme.provisions().stream()
                .filter(it -> it.days().from().equals(first))
                .map(it -> pack.instruments().get(it.basis().instrument()))
                .anyMatch(it -> it != null && it.inForce().isBefore(first));
    }

    private static void turns(DateRange range, SortedSet<LocalDate> days) {
        days.add(range.from());
        if (!range.isOpenEnded()) {
            days.add(range.to().plusDays(1));
        }
    }

    private static Stream<Expression> texts(Provision provision) {
        return Stream.of(
                        provision.amount().stream(),
                        provision.conditions().stream().map(ConditionRule::when),
                        provision.shows().stream())
                .flatMap(it -> it);
    }

    private Stream<DateRange> figures(String text) {
        return NAME.matcher(text)
                .results()
                .flatMap(name -> Stream.concat(
                        pack.parameter(name.group()).stream()
                                .flatMap(it -> it.values().stream())
                                .map(it -> it.days()),
                        pack.table(name.group()).stream()
                                .flatMap(it -> it.versions().stream())
                                .map(it -> it.days())));
    }
}
