package org.ansinh.app.casework.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.OfficeDays;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.GrievanceDesk.Term;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.rules.pack.Basis;
import org.ansinh.rules.pack.Language;
import org.ansinh.rules.pack.Parameter;
import org.springframework.stereotype.Component;

/** How long the law gives: read off the pack, in days of the calendar, or in working days where the law says so. What people say otherwise has no term in the pack. */
@Component
class GrievanceTerms {

    private static final String COMPLAINT = "complaint";
    private static final String DENUNCIATION = "denunciation";

    private final LawbookDesk lawbook;
    private final OfficeDays office;
    private final LawInWords words;

    GrievanceTerms(LawbookDesk lawbook, OfficeDays office, LawInWords words) {
        this.lawbook = lawbook;
        this.office = office;
        this.words = words;
    }

    LocalDate today() {
        return words.today();
    }

    /** The last day on which a complaint may be filed by whoever learnt of a decision on that day. */
    Optional<LocalDate> fileBy(String kind, Optional<LocalDate> learnt) {
        return kind.equals(COMPLAINT)
                ? learnt.flatMap(day -> days("complaint.days_to_file", day).map(day::plusDays))
                : Optional.empty();
    }

    Optional<LocalDate> acceptBy(String kind, LocalDate received) {
        return switch (kind) {
            case COMPLAINT -> days("complaint.days_to_accept", received).map(received::plusDays);
            case DENUNCIATION ->
                days("denunciation.days_to_accept", received)
                        .map(it -> office.calendar().endOfTerm(received, Math.toIntExact(it)));
            default -> Optional.empty();
        };
    }

    /** The last day on which it must be resolved, when it is taken up on that day. */
    Optional<LocalDate> dueOn(Grievance it, LocalDate accepted, boolean complex, boolean remote) {
        return term(it, complex, remote).flatMap(id -> days(id, accepted)).map(accepted::plusDays);
    }

    private static Optional<String> term(Grievance it, boolean complex, boolean remote) {
        return switch (it.kind()) {
            case COMPLAINT ->
                Optional.of("complaint.days_" + (it.instance() == 1 ? "first" : "second")
                        + (remote ? "_remote" : "")
                        + (complex ? "_complex" : ""));
            case DENUNCIATION -> Optional.of("denunciation.days" + (complex ? "_complex" : ""));
            default -> Optional.empty();
        };
    }

    /** What rules it, in the order of its life. */
    List<Term> of(Grievance it, Language language) {
        var ids = new ArrayList<String>();
        if (it.isComplaint()) {
            ids.add("complaint.days_to_file");
        }
        if (!it.kind().equals("feedback")) {
            ids.add(it.kind() + ".days_to_accept");
        }
        term(it, it.terms().complex(), it.terms().remote()).ifPresent(ids::add);
        return ids.stream()
                .flatMap(id -> lawbook.current().pack().parameter(id).stream())
                .flatMap(figure -> figure.on(it.said().receivedOn()).stream()
                        .map(value -> new Term(
                                figure.label().in(language),
                                value.value(),
                                value.basis().cited(language),
                                !value.certainty().isUnverified()
                                        && isConfirmed(figure, it.said().receivedOn()))))
                .toList();
    }

    /** The article of its term, as the law had it when it was received. */
    List<Basis> bases(Grievance it) {
        return term(it, it.terms().complex(), it.terms().remote()).stream()
                .flatMap(id -> lawbook.current().pack().parameter(id).stream())
                .flatMap(figure -> figure.on(it.said().receivedOn()).stream())
                .map(Parameter.DatedValue::basis)
                .toList();
    }

    /** How long a second complaint would take, in the same place. */
    Optional<Term> second(Grievance it) {
        var id = "complaint.days_second" + (it.terms().remote() ? "_remote" : "");
        return lawbook.current()
                .pack()
                .parameter(id)
                .flatMap(figure -> figure.on(words.today())
                        .map(value -> new Term(
                                figure.label().vi(),
                                value.value(),
                                value.basis().cited(Language.VI),
                                !value.certainty().isUnverified())));
    }

    private static boolean isConfirmed(Parameter figure, LocalDate day) {
        return figure.confirmedThrough().map(it -> !it.isBefore(day)).orElse(true);
    }

    private Optional<Long> days(String id, LocalDate day) {
        return lawbook.current().pack().parameter(id).flatMap(it -> it.on(day)).map(Parameter.DatedValue::value);
    }
}
