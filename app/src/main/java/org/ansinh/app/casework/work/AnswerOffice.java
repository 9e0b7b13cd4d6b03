package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.ansinh.app.casework.AnswerDesk;
import org.ansinh.app.casework.Application;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.store.FilingRows;
import org.ansinh.app.casework.store.FilingRows.ToDraft;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.determination.Names;
import org.ansinh.app.determination.PersonEntitlements;
import org.ansinh.app.determination.WhatIfDesk;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the law about one file, with what is recorded now, and drafts what it says. */
@Service
class AnswerOffice implements AnswerDesk {

    private final FilingRows filing;
    private final DeterminationDesk determination;
    private final WhatIfDesk ifSigned;
    private final FilesByLaw law;
    private final LawInWords words;
    private final Names names;

    AnswerOffice(
            FilingRows filing,
            DeterminationDesk determination,
            WhatIfDesk ifSigned,
            FilesByLaw law,
            LawInWords words,
            Names names) {
        this.filing = filing;
        this.determination = determination;
        this.ifSigned = ifSigned;
        this.law = law;
        this.words = words;
        this.names = names;
    }

    @Override
    @Transactional
    public Optional<LawAnswer> ask(Application file, Locale locale) {
        var day = file.rightFrom().filter(it -> it.isAfter(words.today())).orElse(words.today());
        return asked(file, day).map(it -> answer(file, it, day, locale));
    }

    private LawAnswer answer(Application file, Asked asked, LocalDate day, Locale locale) {
        var language = Language.of(locale);
        var said = asked.said();
        return new LawAnswer(
                day,
                said.standing().answer().name(),
                said.standing().decidable(),
                asked.ifSigned(),
                names.provisions(
                        file.programme(), String.join(",", said.standing().provisions()), locale),
                String.join(",", said.standing().provisions()),
                said.standing().missing().stream()
                        .map(it -> new MissingFact(it, names.facts(it, locale), isOfHousehold(it)))
                        .toList(),
                said.refusals().stream()
                        .map(it -> new WhyNot(it.says().in(language), it.basis().cited(language)))
                        .toList(),
                asked.outcome().restsOnUnverifiedLaw(),
                law.term(file.programme(), file.receipt().receivedOn().orElse(words.today()))
                        .map(OptionalInt::of)
                        .orElseGet(OptionalInt::empty));
    }

    private static boolean isOfHousehold(String fact) {
        return fact.startsWith(SubjectKind.HOUSEHOLD.word() + ".");
    }

    /** What the law says of a file on a day, and everything it rests on. */
    private record Asked(
            Programme programme, ProgrammeOutcome outcome, SaidOfFile said, long ifSigned, PersonEntitlements known) {}

    private Optional<Asked> asked(Application file, LocalDate day) {
        var programme = law.programme(file.programme());
        if (programme.isEmpty() || file.subject().personId() == 0) {
            return Optional.empty();
        }
        var subject = file.subject().household()
                ? SubjectId.household(file.subject().id())
                : SubjectId.person(file.subject().id());
        var month = YearMonth.from(day);
        var days = new DateRange(month.atDay(1), month.atEndOfMonth());
        var known = determination.ofPerson(SubjectId.person(file.subject().personId()), days, OptionalLong.empty());
        return known.outcomes()
                .filter(it ->
                        it.programme().equals(file.programme()) && it.subject().equals(subject))
                .findFirst()
                .flatMap(outcome -> SaidOfFile.on(day, programme.get(), outcome)
                        .map(said -> new Asked(
                                programme.get(),
                                outcome,
                                said,
                                owedIfSigned(subject, file.programme(), days, day),
                                known)));
    }

    private long owedIfSigned(SubjectId subject, String programme, DateRange days, LocalDate signed) {
        return ifSigned.knownHere(Set.of(subject)).ifSigned(subject, programme, days, signed).stream()
                .mapToLong(OwedLine::amount)
                .sum();
    }

    @Override
    @Transactional
    public Optional<DecisionId> draftGrant(Application file) {
        return asked(file, words.today())
                .filter(it -> it.said().standing().decidable() > 0)
                .flatMap(it -> filing.draft(grant(file, it)));
    }

    @Override
    @Transactional
    public Optional<DecisionId> draftRefusal(Application file) {
        return asked(file, words.today())
                .filter(it -> it.said().standing().decidable() == 0)
                .filter(it -> !file.isAheadOn(words.today()))
                .flatMap(it -> filing.draft(refusal(file, it)));
    }

    private ToDraft grant(Application file, Asked asked) {
        var ids = String.join(",", asked.said().standing().provisions());
        var says = words.provisions(file.programme(), ids);
        return draft(file, asked, "grant", "grant:" + ids, says.isEmpty() ? ids : says);
    }

    /** Those who lack the same are one cause, and are signed together. */
    private ToDraft refusal(Application file, Asked asked) {
        var key = "refuse:"
                + asked.said().refusals().stream()
                        .map(SaidOfFile.Refusal::code)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(","));
        return draft(file, asked, "refuse", key, because(asked.said()));
    }

    /** Decisions are written in Vietnamese. */
    private String because(SaidOfFile said) {
        var parts = new java.util.ArrayList<String>();
        said.refusals()
                .forEach(it ->
                        parts.add("%s (%s)".formatted(it.says().vi(), it.basis().cited(Language.VI))));
        if (!said.standing().missing().isEmpty()) {
            parts.add("Chưa có căn cứ xác định: %s"
                    .formatted(names.facts(String.join(",", said.standing().missing()), LawInWords.VIETNAMESE)));
        }
        return parts.isEmpty() ? "Không đủ điều kiện hưởng" : String.join("; ", parts);
    }

    private ToDraft draft(Application file, Asked asked, String kind, String key, String because) {
        var said = asked.said();
        var granted = kind.equals("grant");
        return new ToDraft(
                file.id(),
                kind,
                granted ? said.standing().decidable() : 0,
                words.periodMonths(file.programme()),
                granted ? String.join(",", said.standing().provisions()) : "",
                key,
                because,
                words.mustDecide(file.programme()),
                asked.outcome().restsOnUnverifiedLaw(),
                FrozenAnswer.of(file, asked.outcome(), said, asked.ifSigned(), asked.known()),
                asked.programme().payee().word(),
                payee(file, asked.programme()));
    }

    private static @Nullable Integer payee(Application file, Programme programme) {
        return file.subject().household() || programme.payee().equals(Programme.Payee.INSURER)
                ? null
                : file.subject().id();
    }
}
