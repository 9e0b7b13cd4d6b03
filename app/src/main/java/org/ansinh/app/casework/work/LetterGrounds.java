package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Handling;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.Parameter;
import org.ansinh.rules.pack.Programme;
import org.ansinh.rules.pack.Provision;
import org.ansinh.rules.pack.Provision.StartRule;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Which places in the law a decision rests on: read off the very pack whose hash it froze, not off the pack of today. */
@Component
class LetterGrounds {

    /** Stands behind a place that nobody has compared with the official text. */
    static final String UNCHECKED = " (**)";

    private final LawbookDesk lawbook;

    LetterGrounds(LawbookDesk lawbook) {
        this.lawbook = lawbook;
    }

    /** Days: to file a complaint, and to resolve it from its acceptance: as a rule, where it is complex, in remote places, and where both hold. */
    record Complaint(long file, long first, long complex, long remote, long remoteComplex) {}

    /** The law as a decision froze it. */
    LawPack pack(JsonNode frozen) {
        var hash = frozen.path("pack").asString("");
        return hash.isEmpty() ? lawbook.current().pack() : lawbook.byHash(hash).pack();
    }

    /** For a grant its provisions with their conditions, and who decides; for a refusal the articles that are not fulfilled. */
    List<String> cited(LawPack pack, String programme, JsonNode frozen, LocalDate day) {
        var said = new LinkedHashSet<String>();
        pack.programme(programme).ifPresent(it -> {
            provisions(it, frozen).flatMap(LetterGrounds::places).forEach(place -> said.add(titled(pack, place)));
            it.authorityOn(day).ifPresent(by -> said.add(titled(pack, by.basis())));
        });
        frozen.path("why_not").forEach(it -> said.add(it.path("basis_vi").asString("")));
        said.remove("");
        return List.copyOf(said);
    }

    /** The rule by which the law ends what was granted, where there is just one without a term of its own. */
    List<Handling> ofStop(LawPack pack, String programme, LocalDate day) {
        var ends = pack.handlingOf(programme).stream()
                .filter(it -> it.does() == Handling.Does.STOP && it.days().includes(day))
                .filter(it -> it.afterMonths().isEmpty())
                .toList();
        return ends.size() == 1 ? ends : List.of();
    }

    /** A rule of handling with the title of its document; marked where nobody has compared it with the official text. */
    String cited(Handling rule) {
        return titledNow(rule.basis()) + (rule.certainty().isUnverified() ? UNCHECKED : "");
    }

    /** The place in the law of today that says who decides in a programme on that day. */
    Optional<String> whoDecides(String programme, LocalDate day) {
        return lawbook.current()
                .pack()
                .programme(programme)
                .flatMap(it -> it.authorityOn(day))
                .map(it -> titledNow(it.basis()));
    }

    /** A place in the law of today with the title of its document. */
    String titledNow(Basis basis) {
        return titled(lawbook.current().pack(), basis);
    }

    Optional<Complaint> complaint(LocalDate day) {
        return terms(lawbook.current().pack(), day);
    }

    /** The terms of a complaint on that day: of the pack that was frozen, or of today's where that one did not hold them yet. */
    Optional<Complaint> complaint(LawPack frozen, LocalDate day) {
        return terms(frozen, day).or(() -> terms(lawbook.current().pack(), day));
    }

    private static Optional<Complaint> terms(LawPack pack, LocalDate day) {
        var days = Stream.of("to_file", "first", "first_complex", "first_remote", "first_remote_complex")
                .flatMap(it -> pack.parameter("complaint.days_" + it).flatMap(figure -> figure.on(day)).stream())
                .map(Parameter.DatedValue::value)
                .toList();
        return days.size() == 5
                ? Optional.of(new Complaint(days.get(0), days.get(1), days.get(2), days.get(3), days.get(4)))
                : Optional.empty();
    }

    private static Stream<Basis> places(Provision provision) {
        return Stream.concat(
                Stream.of(provision.basis()), provision.start().stream().flatMap(it -> it.basis().stream()));
    }

    /** Those of the programme that were met, in the month it speaks of or in one of several; what gives a hidden fact away is on no paper. */
    static Stream<Provision> provisions(Programme programme, JsonNode frozen) {
        var met = Stream.concat(
                        Stream.of(frozen.path("provisions")),
                        frozen.path("owed").valueStream().map(it -> it.path("provisions")))
                .flatMap(it -> Arrays.stream(it.asString("").split(",")))
                .collect(Collectors.toUnmodifiableSet());
        return programme.provisions().stream().filter(it -> met.contains(it.id()) && !it.hidden());
    }

    private static String titled(LawPack pack, Basis basis) {
        var title = pack.instruments().get(basis.instrument());
        var cited = basis.cited(Language.VI);
        return title == null ? cited : "%s (%s)".formatted(cited, title.title().vi());
    }

    /** From when it is due, as a phrase: the month of the signature, the month after, or as the article has it. */
    String from(List<Provision> provisions, LocalDate signed) {
        var starts = provisions.stream()
                .flatMap(it -> it.start().stream()
                        .filter(rule -> !rule.from().isAfter(signed))
                        .max(java.util.Comparator.comparing(StartRule::from))
                        .stream())
                .toList();
        var kinds = starts.stream().map(StartRule::kind).distinct().toList();
        if (kinds.equals(List.of(StartRule.Kind.MONTH_OF_SIGNATURE))) {
            return "kể từ tháng %02d năm %d".formatted(signed.getMonthValue(), signed.getYear());
        }
        if (kinds.equals(List.of(StartRule.Kind.MONTH_AFTER_SIGNATURE))) {
            var next = signed.plusMonths(1);
            return "kể từ tháng %02d năm %d".formatted(next.getMonthValue(), next.getYear());
        }
        return starts.stream()
                .flatMap(it -> it.basis().stream())
                .findFirst()
                .map(it -> "thời điểm hưởng thực hiện theo " + it.cited(Language.VI))
                .orElse("thời điểm hưởng thực hiện theo quy định");
    }
}
