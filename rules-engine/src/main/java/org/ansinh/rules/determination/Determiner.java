package org.ansinh.rules.determination;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ansinh.rules.determination.Session.Keeping;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Problems;
import org.ansinh.timeline.DateRange;

/** {@code entitlement = determine(law, facts, days)}: pure, the same input gives the same output for ever. */
public final class Determiner {

    private final CompiledLaw law;
    private final Set<String> released;

    private Determiner(CompiledLaw law, Set<String> released) {
        this.law = law;
        this.released = Set.copyOf(released);
    }

    /** The same law, with what named jurists have taken responsibility for no longer in the way of a decision. */
    public Determiner withReleased(Set<String> what) {
        var released = new HashSet<>(what);
        unverified().stream().filter(it -> !it.certainty().mayBeReleased()).forEach(it -> released.remove(it.what()));
        return new Determiner(law, released);
    }

    /** The same law, by which everybody is asked everything, also what nobody has said anything of. */
    Determiner askingEverything() {
        return new Determiner(law.with(Silence.none(law)), released);
    }

    /** Everything unverified that an outcome of this pack can rest on, released or not. */
    public List<Unverified> unverified() {
        var found = new LinkedHashSet<Unverified>();
        for (var programme : law.programmes()) {
            found.addAll(programme.unverified().of(-1L, DateRange.startingOn(DateRange.FIRST_DAY)));
        }
        return List.copyOf(found);
    }

    /** The same of one programme alone. */
    public List<Unverified> unverified(String programme) {
        return law.programme(programme)
                .map(it -> List.copyOf(
                        new LinkedHashSet<>(it.unverified().of(-1L, DateRange.startingOn(DateRange.FIRST_DAY)))))
                .orElse(List.of());
    }

    /** Reads a pack's expressions; what is wrong with them goes to {@code problems} and there is no determiner. */
    public static Optional<Determiner> of(LawPack pack, Problems problems) {
        return new LawCompiler(pack, problems).compile().map(it -> new Determiner(it, Set.of()));
    }

    /** Every programme for people (or for households, when the subject is one), with reasons. */
    public Determination determine(FactBook facts, SubjectId subject, DateRange days) {
        return determine(facts, List.of(subject), days).getFirst();
    }

    /** The same of several who belong together: what one's answer needs of another is worked out once for all. */
    public List<Determination> determine(FactBook facts, List<SubjectId> subjects, DateRange days) {
        var answers = new Answers(law, facts, released);
        return subjects.stream().map(it -> determination(answers, it, days)).toList();
    }

    private Determination determination(Answers answers, SubjectId subject, DateRange days) {
        return new Determination(law.pack().hash(), subject, days, answers.all(subject, covered(days)));
    }

    /** One programme, with reasons. */
    public ProgrammeOutcome determine(FactBook facts, SubjectId subject, String programme, DateRange days) {
        return new Answers(law, facts, released).of(known(programme, subject), subject, covered(days));
    }

    /** What would be owed if a decision were signed on that day, beside those there are. */
    public List<OwedLine> owedIfSigned(
            FactBook facts, SubjectId subject, String programme, DateRange days, LocalDate signed) {
        var asked = covered(days);
        if (asked.isEmpty()) {
            return List.of();
        }
        return new OwedLines(new Session(law, facts, Keeping.EACH))
                .lines(
                        known(programme, subject),
                        facts.placeOf(subject),
                        asked.get(),
                        Optional.of(Decision.signedOn(signed)));
    }

    /** What is not met on a day and not far from it; empty where the programme is met or asks about events. */
    public List<NearMiss> nearMisses(FactBook facts, SubjectId subject, String programme, LocalDate day) {
        var session = new Session(law, facts, Keeping.EACH);
        return new NearMisses(session, known(programme, subject), facts.placeOf(subject), day).find();
    }

    private CompiledProgramme known(String programme, SubjectId subject) {
        return law.programme(programme)
                .filter(it -> it.programme().subject() == subject.kind())
                .orElseThrow(() -> new IllegalArgumentException("The pack has no programme %s for a %s; it has %s."
                        .formatted(programme, subject.kind().word(), programmes())));
    }

    /** The asked days that the pack covers; of earlier days it says nothing at all. */
    private Optional<DateRange> covered(DateRange days) {
        if (days.isOpenEnded()) {
            throw new IllegalArgumentException(
                    "Ask about days that end (%s has no end): the law after them is not known.".formatted(days));
        }
        return days.overlapWith(DateRange.startingOn(law.pack().header().coversFrom()));
    }

    /** Facts whose absence may leave an answer open; a plain outcome's {@code missing} is a set of their places. */
    public List<FactDefinition> askedFacts() {
        return law.asked();
    }

    /** The law as it was read, for whoever carries it out another way. */
    public LawForms forms() {
        return LawForms.of(law);
    }

    /** Programmes in the order of the pack; a plain outcome's {@code programme} is a place in it. */
    public List<String> programmes() {
        return List.copyOf(law.pack().programmes().keySet());
    }

    /** Everybody in a book for one month, without reasons: every person and household, every programme. */
    public void everybody(FactBook facts, YearMonth month, OutcomeSink sink) {
        month(facts, month).everybody(sink);
    }

    /** One month of a book, to be asked subject by subject. */
    public MonthOfBook month(FactBook facts, YearMonth month) {
        return new MonthOfBook(new Session(law, facts, Keeping.THE_LAST), month, released);
    }

    /**
     * Some months in a row of a book, for one thread. What is asked of one subject month after month is not worked out again
     * as long as nothing that was read changes.
     */
    public List<MonthOfBook> months(FactBook facts, YearMonth first, YearMonth last) {
        var session = new Session(law, facts, Keeping.THE_LAST);
        var months = new ArrayList<MonthOfBook>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(new MonthOfBook(session, month, released));
        }
        return months;
    }

    /** Months of those who have signed decisions, for lists to pay. */
    public DecidedMonths decided(FactBook facts) {
        return new DecidedMonths(law, facts, released);
    }

    /** Months of everybody by signed decisions, or as if whatever is met were decided on its first day. */
    public EntitledMonths entitled(FactBook facts, boolean asIfDecided) {
        return new EntitledMonths(
                new Session(law, facts, asIfDecided ? Keeping.THE_LAST_AS_IF_DECIDED : Keeping.THE_LAST));
    }

    /** One subject for one month, without reasons. */
    public void one(FactBook facts, SubjectId subject, YearMonth month, OutcomeSink sink) {
        month(facts, month).one(subject, facts.placeOf(subject), sink);
    }
}
