package org.ansinh.app.casework.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ansinh.app.casework.DecisionId;
import org.ansinh.app.casework.Grievance;
import org.ansinh.app.casework.GrievanceDesk.Incoming;
import org.ansinh.app.pages.DayEntry;
import org.ansinh.app.pages.NotUnderstood;
import org.jspecify.annotations.Nullable;

/** What somebody says as it was typed in: shown again, with what is wrong, until it can be taken. */
public record GrievanceForm(
        @Nullable String kind,
        @Nullable Long decision,
        @Nullable Long earlier,
        @Nullable Integer person,
        @Nullable String commune,
        @Nullable String name,
        @Nullable String contact,
        @Nullable String way,
        @Nullable String signedAs,
        @Nullable String says,
        @Nullable String wants,
        @Nullable String against,
        @Nullable String receivedOn,
        @Nullable String learntOn,
        @Nullable String lateBecause) {

    private static final Set<String> WAYS = Set.of("paper", "post", "spoken", "phone");
    private static final Set<String> SIGNATURES = Set.of("none", "signature", "fingerprint");

    /** As a session that had lapsed left it. */
    static GrievanceForm of(Map<String, List<String>> fields) {
        var first = new HashMap<String, String>();
        fields.forEach((name, values) -> first.put(name, values.getFirst()));
        return new GrievanceForm(
                first.get("kind"),
                number(first.get("decision")),
                number(first.get("earlier")),
                Optional.ofNullable(number(first.get("person")))
                        .map(Long::intValue)
                        .orElse(null),
                first.get("commune"),
                first.get("name"),
                first.get("contact"),
                first.get("way"),
                first.get("signedAs"),
                first.get("says"),
                first.get("wants"),
                first.get("against"),
                first.get("receivedOn"),
                first.get("learntOn"),
                first.get("lateBecause"));
    }

    private static @Nullable Long number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Long.valueOf(typed) : null;
    }

    public String word(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    String kindOrComplaint() {
        return known("kind", word(kind), GrievanceController.KINDS, "complaint");
    }

    /** The text that says what is wrong; empty where nothing is. */
    Optional<String> wrong() {
        if (word(says).isEmpty()) {
            return Optional.of("grievances.wrong.says");
        }
        if (!kindOrComplaint().equals("feedback") && word(name).isEmpty()) {
            return Optional.of("refused.complaint_has_a_name");
        }
        if (DayEntry.read(word(receivedOn)).isEmpty() || !word(learntOn).isEmpty() && learnt().isEmpty()) {
            return Optional.of("decisions.day.wrong");
        }
        if (decision == null && word(commune).isEmpty()) {
            return Optional.of("grievances.wrong.commune");
        }
        return Optional.empty();
    }

    private Optional<LocalDate> learnt() {
        return DayEntry.read(word(learntOn));
    }

    /** Only of what {@link #wrong()} finds nothing in. */
    Incoming incoming() {
        return new Incoming(
                kindOrComplaint(),
                Optional.ofNullable(decision).map(DecisionId::new),
                Optional.ofNullable(earlier),
                word(commune),
                Objects.requireNonNullElse(person, 0),
                new Grievance.Said(
                        word(name),
                        word(contact),
                        known("way", word(way), WAYS, "paper"),
                        known("signedAs", word(signedAs), SIGNATURES, "none"),
                        word(says),
                        word(wants),
                        word(against),
                        DayEntry.read(word(receivedOn)).orElseThrow(),
                        learnt(),
                        word(lateBecause)));
    }

    private static String known(String field, String given, Set<String> words, String otherwise) {
        return given.isEmpty() ? otherwise : NotUnderstood.unlessOneOf(words, field, given);
    }
}
