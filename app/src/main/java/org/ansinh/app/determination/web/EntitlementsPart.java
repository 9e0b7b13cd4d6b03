package org.ansinh.app.determination.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.ansinh.app.determination.DeterminationDesk;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.ReasonLine;
import org.ansinh.app.pages.TimeBar;
import org.ansinh.app.pages.TimeBar.Kind;
import org.ansinh.app.pages.TimeBar.Stretch;
import org.ansinh.app.registry.FilePart;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.OwedLine;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.ReasonText;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On a person's page: what the law gives them today and over time, programme by programme, with reasons. */
@Component
class EntitlementsPart implements FilePart {

    private final DeterminationDesk determination;
    private final LawbookDesk lawbook;
    private final Clock clock;

    EntitlementsPart(DeterminationDesk determination, LawbookDesk lawbook, Clock clock) {
        this.determination = determination;
        this.lawbook = lawbook;
        this.clock = clock;
    }

    /**
     * One programme on the page.
     *
     * @param ask names of the facts to ask about before the law can answer
     * @param floor what is certain although something must still be asked
     */
    public record Shown(
            String id,
            String name,
            Kind today,
            @Nullable Long amount,
            @Nullable Long floor,
            String period,
            boolean decided,
            boolean unverified,
            List<String> ask,
            List<String> why,
            TimeBar bar,
            List<ReasonLine> reasons,
            List<OwedLine> owed) {}

    /** What the template shows. */
    public record Content(LocalDate day, List<Shown> programmes, List<Shown> notMet, String packHash) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "determination/entitlements";
    }

    @Override
    public Optional<Object> ofPerson(int personId, Locale locale) {
        var today = LocalDate.now(clock);
        var shown = new DateRange(
                today.minusYears(1).withDayOfMonth(1),
                today.plusYears(1).withMonth(12).withDayOfMonth(31));
        var found = determination.ofPerson(SubjectId.person(personId), shown, OptionalLong.empty());
        var all = found.outcomes()
                .map(it -> shown(it, shown, today, locale))
                .sorted(Comparator.comparing(
                                (Shown it) -> it.today() == Kind.MET ? 0 : it.today() == Kind.UNDETERMINED ? 1 : 2)
                        .thenComparing(Shown::name))
                .toList();
        return Optional.of(new Content(
                today,
                all.stream().filter(EntitlementsPart::hasSomething).toList(),
                all.stream().filter(it -> !hasSomething(it)).toList(),
                found.packHash()));
    }

    @Override
    public Optional<Object> ofHousehold(int householdId, Locale locale) {
        return Optional.empty();
    }

    private static boolean hasSomething(Shown shown) {
        return shown.today() != Kind.NOT_MET
                || shown.bar().stretches().stream().anyMatch(it -> it.kind() != Kind.NOT_MET);
    }

    private Shown shown(ProgrammeOutcome outcome, DateRange days, LocalDate today, Locale locale) {
        var words = new ReasonWords(locale);
        var programme = lawbook.current().pack().programme(outcome.programme()).orElseThrow();
        var standing = outcome.on(today);
        return new Shown(
                outcome.programme(),
                words.in(programme.label()),
                standing.map(it -> ReasonWords.kind(it.answer())).orElse(Kind.NOT_MET),
                standing.map(Standing::amount)
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .orElse(null),
                standing.map(Standing::floor)
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .orElse(null),
                programme.period().name(),
                outcome.owed().stream()
                        .anyMatch(it -> it.amount() > 0 && it.period().days().includes(today)),
                outcome.restsOnUnverifiedLaw(),
                standing.map(it -> facts(it.missing(), words)).orElse(List.of()),
                standing.map(it -> why(it, programme, words)).orElse(List.of()),
                new TimeBar(days, stretches(outcome, programme, words), today),
                outcome.reasons().on(today).map(words::lines).orElse(List.of()),
                outcome.owed().stream().filter(it -> it.amount() > 0).toList());
    }

    private List<Stretch> stretches(ProgrammeOutcome outcome, Programme programme, ReasonWords words) {
        var stretches = new ArrayList<Stretch>();
        for (var span : outcome.standing().spans()) {
            var standing = span.value();
            var amount = standing.answer() == Answer.MET && standing.amount().isPresent()
                    ? (Long) standing.amount().getAsLong()
                    : null;
            stretches.add(new Stretch(
                    span.days(), ReasonWords.kind(standing.answer()), says(standing, programme, words), amount));
        }
        return stretches;
    }

    private String says(Standing standing, Programme programme, ReasonWords words) {
        return switch (standing.answer()) {
            case MET -> String.join("; ", provisions(standing, programme, words));
            case NOT_MET -> String.join("; ", why(standing, programme, words));
            case UNDETERMINED -> String.join("; ", facts(standing.missing(), words));
        };
    }

    private static List<String> provisions(Standing standing, Programme programme, ReasonWords words) {
        return programme.provisions().stream()
                .filter(it -> standing.provisions().contains(it.id()))
                .map(it -> words.in(it.says()))
                .toList();
    }

    /** Reasons are shown once each: many provisions fail for the same one. */
    private static List<String> why(Standing standing, Programme programme, ReasonWords words) {
        var said = new LinkedHashSet<String>();
        for (var code : standing.reasons()) {
            ReasonText text = programme.reasons().get(code);
            said.add(text == null ? code : words.in(text.text()));
        }
        return said.stream().limit(4).toList();
    }

    private List<String> facts(List<String> ids, ReasonWords words) {
        var dictionary = lawbook.current().pack().dictionary();
        return ids.stream()
                .map(id -> dictionary.fact(id).map(it -> words.in(it.label())).orElse(id))
                .distinct()
                .toList();
    }
}
