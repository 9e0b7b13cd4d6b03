package org.ansinh.app.determination.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.ansinh.app.determination.AnswerThen;
import org.ansinh.app.determination.AnswerThen.FactThen;
import org.ansinh.app.determination.AnswerThenDesk;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Reason;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Language;
import org.ansinh.timeline.DateRange;
import org.springframework.stereotype.Component;

/** The same question asked again as of then, in the words of papers. */
@Component
class AnswersThen implements AnswerThenDesk {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String ASSUMED = "giả định khi chưa ghi nhận";

    private final DeterminationDesk determination;
    private final ReaderWords reader;

    AnswersThen(DeterminationDesk determination, ReaderWords reader) {
        this.determination = determination;
        this.reader = reader;
    }

    @Override
    public Optional<AnswerThen> again(Question it) {
        var words = reader.paper(VIETNAMESE, it.knownAt());
        var programme = words.law().pack().programme(it.programme());
        if (programme.filter(words.law().masks()::tells).isEmpty()) {
            return Optional.empty();
        }
        var days = new DateRange(it.month().atDay(1), it.month().atEndOfMonth());
        var subject = it.household().map(SubjectId::household).orElseGet(() -> SubjectId.person(it.person()));
        return determination
                .ofPerson(SubjectId.person(it.person()), days, OptionalLong.of(it.knownAt()))
                .outcomes()
                .filter(found -> found.programme().equals(it.programme())
                        && found.subject().equals(subject))
                .findFirst()
                .filter(found -> mayBeTold(found, dayOf(found, it), words.law()))
                .map(found -> told(found, dayOf(found, it), words));
    }

    /** Whoever is met by what may not be told is not told of at all. */
    private static boolean mayBeTold(ProgrammeOutcome outcome, LocalDate day, LawWords law) {
        return outcome.on(day).stream()
                .flatMap(it -> it.provisions().stream())
                .allMatch(it -> law.isTold(outcome.programme(), it));
    }

    private static LocalDate dayOf(ProgrammeOutcome outcome, Question it) {
        return outcome.standing().spans().stream()
                .filter(span -> String.join(",", span.value().provisions()).equals(it.provisions()))
                .map(span -> span.days().to())
                .reduce((first, second) -> second)
                .orElseGet(it.month()::atEndOfMonth);
    }

    private static AnswerThen told(ProgrammeOutcome outcome, LocalDate day, ReasonWords words) {
        var standing = outcome.on(day);
        var reasons = outcome.reasons().on(day).map(it -> onPaper(it, words.law()));
        return new AnswerThen(
                day,
                standing.map(it -> it.answer().name().substring(0, 1).toLowerCase(Locale.ROOT))
                        .orElse(""),
                standing.map(it -> String.join(",", it.provisions())).orElse(""),
                standing.map(it -> it.amount()).orElse(OptionalLong.empty()),
                List.copyOf(reasons.map(it -> facts(it, words)).orElse(Set.of())),
                reasons.map(words::lines).orElse(List.of()));
    }

    /** What may not be told leaves no mark: a mark would tell as much. */
    private static Reason.OfProgramme onPaper(Reason.OfProgramme it, LawWords law) {
        return new Reason.OfProgramme(
                it.programme(),
                it.says(),
                it.event(),
                it.standing(),
                it.combinedBy(),
                it.provisions().stream()
                        .filter(provision -> law.isTold(it.programme(), provision.provision()))
                        .map(provision -> onPaper(provision, law))
                        .toList(),
                it.lostTo().filter(lost -> tells(lost.programme(), law)));
    }

    private static Reason.OfProvision onPaper(Reason.OfProvision it, LawWords law) {
        return new Reason.OfProvision(
                it.law(),
                it.answer(),
                it.amount(),
                it.conditions().stream()
                        .map(condition -> new Reason.OfCondition(
                                condition.law(),
                                condition.answer(),
                                condition.code(),
                                condition.whyNot(),
                                told(condition.used(), law)))
                        .toList(),
                told(it.amountFrom(), law));
    }

    private static List<Reason.Used> told(List<Reason.Used> used, LawWords law) {
        return used.stream()
                .filter(it -> switch (it) {
                    case Reason.OfFact fact -> law.masks().tellsFact(fact.fact());
                    case Reason.OfOutcome outcome -> tells(outcome.programme(), law);
                    case Reason.OfParameter figure -> true;
                })
                .toList();
    }

    private static boolean tells(String programme, LawWords law) {
        return law.pack().programme(programme).map(law.masks()::tells).orElse(true);
    }

    private static Set<FactThen> facts(Reason.OfProgramme reason, ReasonWords words) {
        var found = new LinkedHashSet<FactThen>();
        reason.provisions().stream()
                .flatMap(it -> Stream.concat(
                        it.conditions().stream().flatMap(condition -> condition.used().stream()),
                        it.amountFrom().stream()))
                .filter(Reason.OfFact.class::isInstance)
                .map(Reason.OfFact.class::cast)
                .map(it -> fact(it, words))
                .forEach(found::add);
        return found;
    }

    private static FactThen fact(Reason.OfFact it, ReasonWords words) {
        var source = it.provenance().source();
        var known = words.law().texts().getMessage("registry.source." + source, null, source, VIETNAMESE);
        return new FactThen(
                it.label().in(Language.VI),
                it.value().map(value -> words.withDays(value.in(Language.VI))).orElse(""),
                it.trueDuring().filter(days -> !days.from().equals(DateRange.FIRST_DAY)),
                it.assumed() ? ASSUMED : known == null ? source : known,
                it.assumed(),
                it.provenance().recording());
    }
}
