package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ansinh.app.access.OfficeDays;
import org.ansinh.app.casework.Application;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.pack.Owing;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.Provision.StartRule.Kind;
import org.springframework.stereotype.Component;

/** What the law pack says of working a file: who decides, in how many working days, from which month it counts. */
@Component
class FilesByLaw {

    /** The fact that a burial states. */
    private static final String BURIED = "person.buried_died_on";

    /** The two authorities that sign in this house; what others decide is asked for at their offices. */
    private static final Set<String> DECIDED_HERE = Set.of("commune_chair", "provincial_approver");

    private static final Set<Kind> SIGNATURE = Set.of(Kind.MONTH_OF_SIGNATURE, Kind.MONTH_AFTER_SIGNATURE);

    private final LawbookDesk lawbook;
    private final OfficeDays days;

    FilesByLaw(LawbookDesk lawbook, OfficeDays days) {
        this.lawbook = lawbook;
        this.days = days;
    }

    /** Programmes of which everybody gets a decision of their own, signed here. */
    List<Programme> decidedHere(LocalDate today) {
        return lawbook.current().pack().programmes().values().stream()
                .filter(it -> it.terms().decided() == Programme.Decided.INDIVIDUALLY)
                .filter(it -> it.authorityOn(today)
                        .filter(by -> DECIDED_HERE.contains(by.authority()))
                        .isPresent())
                .toList();
    }

    Optional<Programme> programme(String id) {
        return lawbook.current().pack().programme(id);
    }

    /** Due once for something that happened: a death, an injury. */
    static boolean isForAnEvent(Programme programme) {
        return programme.owing().event().isPresent();
    }

    /** Owed for a burial: whoever asks for it tells of a death. */
    boolean isForABurial(String programme) {
        return programme(programme)
                .flatMap(it -> it.owing().event())
                .filter(it -> it.happens() instanceof Owing.OnDayOf(var fact)
                        && fact.id().equals(BURIED))
                .isPresent();
    }

    /** Within how many working days of the receipt the office must have decided. */
    Optional<Integer> term(String programme, LocalDate received) {
        return programme(programme)
                .flatMap(it -> it.deadlineOn(received, "decide"))
                .map(Programme.Deadline::workingDays);
    }

    /** The last day on which the office must have decided; none where the pack knows no term. The day of receipt is not counted. */
    Optional<LocalDate> dueOn(String programme, LocalDate received) {
        return term(programme, received).map(it -> days.calendar().endOfTerm(received, it));
    }

    /** How many working days the terms of files have passed. */
    Map<Long, Integer> late(List<Application> overdue, LocalDate today) {
        var calendar = days.calendar();
        return overdue.stream()
                .collect(Collectors.toMap(
                        Application::id,
                        it -> calendar.between(it.work().dueOn().orElse(today), today)));
    }

    /**
     * How many months after the month of the signature these provisions are first paid for: 0 or 1. Empty where the law counts from another day, so that signing late
     * loses nothing; of several provisions, where it does for one of them.
     */
    Optional<Integer> monthsToFirstPaid(String programme, String provisions, LocalDate day) {
        var ids = Arrays.asList(provisions.split(","));
        var starts = programme(programme).stream()
                .flatMap(it -> it.provisions().stream())
                .filter(it -> ids.contains(it.id()))
                .map(it -> start(it, day))
                .toList();
        return starts.isEmpty() || starts.stream().anyMatch(it -> !SIGNATURE.contains(it.orElse(Kind.MONTH_MET)))
                ? Optional.empty()
                : Optional.of(starts.contains(Optional.of(Kind.MONTH_OF_SIGNATURE)) ? 0 : 1);
    }

    /** Whether a provision is paid from its signature on, and a month in which nobody signs is lost. */
    static boolean losesMonths(Provision provision, LocalDate day) {
        return provision.days().includes(day)
                && start(provision, day).filter(SIGNATURE::contains).isPresent();
    }

    private static Optional<Kind> start(Provision provision, LocalDate day) {
        return provision.start().stream()
                .filter(it -> !it.from().isAfter(day))
                .max(Comparator.comparing(Provision.StartRule::from))
                .map(Provision.StartRule::kind);
    }
}
