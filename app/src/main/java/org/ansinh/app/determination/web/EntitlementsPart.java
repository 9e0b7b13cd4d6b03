package org.ansinh.app.determination.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ansinh.app.determination.EntitlementsSeen;
import org.ansinh.app.determination.PersonEntitlements;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.pages.TimeBar;
import org.ansinh.app.pages.TimeBar.Kind;
import org.ansinh.app.pages.TimeBar.Stretch;
import org.ansinh.app.registry.FilePart;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.determination.ProgrammeOutcome;
import org.ansinh.rules.determination.Standing;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.Programme;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * On a person's or household's page: what the law gives today and over time, programme by programme. The reasons, long and seldom read, come when they are
 * asked for.
 */
@Component
class EntitlementsPart implements FilePart {

    private final EntitlementsSeen seen;
    private final LawbookDesk lawbook;
    private final MessageSource texts;
    private final Clock clock;

    EntitlementsPart(EntitlementsSeen seen, LawbookDesk lawbook, MessageSource texts, Clock clock) {
        this.seen = seen;
        this.lawbook = lawbook;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * One programme on the page.
     *
     * @param per how often its money comes and for what its amount is
     * @param ask names of the facts to ask about before the law can answer
     * @param floor what is certain although something must still be asked
     * @param individually whether everybody gets a decision of their own
     * @param grounds the groups of the law they belong to today
     * @param whyAt where the reasons are
     */
    public record Shown(
            String id,
            String name,
            Kind today,
            @Nullable Long amount,
            @Nullable Long floor,
            String per,
            boolean individually,
            boolean decided,
            boolean unverified,
            List<String> ask,
            List<String> why,
            List<String> grounds,
            TimeBar bar,
            List<Payment> owed,
            String whyAt) {}

    /** Money of one period, the period in words. */
    public record Payment(String period, long amount) {}

    /** Somebody of a household and what they have or may have. */
    public record MemberShown(int person, String name, List<Shown> programmes) {}

    /** What the template shows; a person has no members. */
    public record Content(
            LocalDate day,
            List<Shown> programmes,
            List<Shown> notMet,
            List<MemberShown> members,
            String packHash,
            boolean household) {

        public YearMonth month() {
            return YearMonth.from(day);
        }
    }

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
        var days = daysShown(today);
        return seen.beside(personId, days).map(found -> content(found, personId, days, today, locale));
    }

    private Content content(PersonEntitlements found, int personId, DateRange days, LocalDate today, Locale locale) {
        var all = inOrder(found.outcomes(), personId, days, today, locale);
        return new Content(
                today,
                all.stream().filter(EntitlementsPart::hasSomething).toList(),
                all.stream().filter(it -> !hasSomething(it)).toList(),
                List.of(),
                found.packHash(),
                false);
    }

    @Override
    public Optional<Object> ofHousehold(int householdId, Locale locale) {
        var today = LocalDate.now(clock);
        var days = daysShown(today);
        var living = seen.ofHousehold(householdId, days);
        if (living.isEmpty()) {
            return Optional.empty();
        }
        var first = living.getFirst();
        var ofAll = first.entitlements().households().stream()
                .filter(it -> it.subject().equals(SubjectId.household(householdId)))
                .flatMap(it -> it.outcomes().stream());
        var all = inOrder(ofAll, first.person(), days, today, locale);
        var members = living.stream()
                .map(it -> new MemberShown(
                        it.person(),
                        it.name(),
                        inOrder(it.entitlements().person().outcomes().stream(), it.person(), days, today, locale)
                                .stream()
                                .filter(shown -> shown.today() != Kind.NOT_MET)
                                .toList()))
                .toList();
        return Optional.of(new Content(
                today,
                all.stream().filter(EntitlementsPart::hasSomething).toList(),
                all.stream().filter(it -> !hasSomething(it)).toList(),
                members,
                first.entitlements().packHash(),
                true));
    }

    /** From the first of the month a year ago to the end of next year. */
    static DateRange daysShown(LocalDate today) {
        return new DateRange(
                today.minusYears(1).withDayOfMonth(1),
                today.plusYears(1).withMonth(12).withDayOfMonth(31));
    }

    private List<Shown> inOrder(
            Stream<ProgrammeOutcome> outcomes, int person, DateRange days, LocalDate today, Locale locale) {
        var pack = lawbook.current().pack();
        var masks = seen.masks();
        var words = new ProgrammeWords(pack, masks, texts, locale);
        return outcomes.filter(it ->
                        pack.programme(it.programme()).filter(masks::tells).isPresent())
                .map(it -> shown(it, pack.programme(it.programme()).orElseThrow(), person, days, today, words))
                .sorted(Comparator.comparing(
                                (Shown it) -> it.today() == Kind.MET ? 0 : it.today() == Kind.UNDETERMINED ? 1 : 2)
                        .thenComparing(Shown::name))
                .toList();
    }

    private static boolean hasSomething(Shown shown) {
        return shown.today() != Kind.NOT_MET
                || shown.bar().stretches().stream().anyMatch(it -> it.kind() != Kind.NOT_MET);
    }

    private Shown shown(
            ProgrammeOutcome outcome,
            Programme programme,
            int person,
            DateRange days,
            LocalDate today,
            ProgrammeWords words) {
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
                rhythm(programme, words.locale()),
                programme.terms().decided() == Programme.Decided.INDIVIDUALLY,
                outcome.owed().stream()
                        .anyMatch(it -> it.amount() > 0 && it.period().days().includes(today)),
                outcome.restsOnUnverifiedLaw(),
                standing.map(it -> words.facts(it.missing())).orElse(List.of()),
                standing.map(it -> words.why(programme, it)).orElse(List.of()),
                standing.filter(it -> it.answer() == Answer.MET)
                        .map(it -> words.says(programme, it))
                        .orElse(List.of()),
                new TimeBar(days, stretches(outcome, programme, words), today),
                outcome.owed().stream()
                        .filter(it -> it.amount() > 0)
                        .map(it -> new Payment(words.period(it.period()), it.amount()))
                        .toList(),
                "/people/%d/why/%s".formatted(person, outcome.programme()));
    }

    private String rhythm(Programme programme, Locale locale) {
        var owing = programme.owing();
        return texts.getMessage(
                "entitled.per." + ProgrammeWords.rhythm(owing),
                owing.every().map(it -> new Object[] {it.years()}).orElse(null),
                locale);
    }

    private static List<Stretch> stretches(ProgrammeOutcome outcome, Programme programme, ProgrammeWords words) {
        var stretches = new ArrayList<Stretch>();
        for (var span : outcome.standing().spans()) {
            var standing = span.value();
            var amount = standing.answer() == Answer.MET && standing.amount().isPresent()
                    ? (Long) standing.amount().getAsLong()
                    : null;
            stretches.add(new Stretch(
                    span.days(),
                    ReasonWords.kind(standing.answer()),
                    // why not is told in sentences, everything else in names
                    String.join(standing.answer() == Answer.NOT_MET ? " " : "; ", words.says(programme, standing)),
                    amount));
        }
        return stretches;
    }
}
