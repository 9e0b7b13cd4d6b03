package org.ansinh.app.exchange.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ansinh.app.pages.Writing;
import org.ansinh.app.registry.PopulationCheckDesk.Line;
import org.ansinh.app.registry.PopulationCheckDesk.Word;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lines of lists in words: where the database says otherwise, part by part, and the form on which it is recorded. */
@Component
class CheckWords {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource texts;

    CheckWords(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * Part of who somebody is.
     *
     * @param what its name, {@code population.part.WHAT}
     */
    public record Part(String what, String ours, String theirs) {}

    /**
     * A line as pages show it.
     *
     * @param record the form, filled with what the database says; empty where there is nothing to record
     */
    public record Shown(Line line, List<Part> parts, Optional<String> record) {}

    List<Shown> shown(List<Line> lines, Locale locale) {
        return lines.stream()
                .map(it -> new Shown(
                        it, it.answer().map(a -> parts(it, a.word(), locale)).orElse(List.of()), record(it)))
                .toList();
    }

    List<Part> parts(Line line, Word word, Locale locale) {
        var writing = new Writing(locale);
        var ours = line.sent();
        var theirs = word.theirs();
        var parts = new ArrayList<Part>();
        theirs.name().ifPresent(it -> parts.add(new Part("name", ours.name(), it)));
        theirs.born()
                .ifPresent(it -> parts.add(new Part(
                        "born",
                        writing.born(ours.born(), ours.bornPrecision()),
                        writing.born(it, theirs.bornPrecision().orElse("day")))));
        theirs.sex().ifPresent(it -> parts.add(new Part("sex", sex(ours.sex(), locale), sex(it, locale))));
        theirs.number()
                .ifPresent(it -> parts.add(new Part("number", ours.number().orElse("–"), it)));
        theirs.residence().ifPresent(it -> parts.add(new Part("residence", ours.residence(), it)));
        word.diedOn().ifPresent(it -> parts.add(new Part("died_on", "–", writing.day(it))));
        word.movedTo().ifPresent(it -> parts.add(new Part("moved_to", ours.residence(), it)));
        return parts;
    }

    private String sex(String id, Locale locale) {
        return texts.getMessage("registry.sex." + id, null, locale);
    }

    /** Through the forms on which all changes are recorded. What may differ is not written into an address: the form asks for it by the number of the answer. */
    private static Optional<String> record(Line line) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("person", Integer.toString(line.personId()));
        return switch (line.state()) {
            case DIFFERS, OTHERS_NUMBER -> {
                if (isOnlyResidence(line)) {
                    yield Optional.of("/people/" + line.personId() + "#change");
                }
                line.answer().ifPresent(it -> asked.put("check", Integer.toString(it.id())));
                yield Optional.of("/changes/identity?" + query(asked, line));
            }
            case NOT_FOUND -> Optional.of("/people/" + line.personId());
            case DEAD -> {
                line.answer().flatMap(it -> it.word().diedOn()).ifPresent(it -> asked.put("died_on", written(it)));
                yield Optional.of("/changes/death?" + query(asked, line));
            }
            case MOVED ->
                line.householdId().map(it -> {
                    var move = new LinkedHashMap<String, String>();
                    move.put("household", it.toString());
                    move.put("who", Integer.toString(line.personId()));
                    return "/changes/move-out?" + query(move, line);
                });
            case UNANSWERED, AGREES, STALE, SETTLED, PUT_ASIDE -> Optional.empty();
        };
    }

    private static boolean isOnlyResidence(Line line) {
        return line.answer()
                .map(it -> it.word().theirs())
                .filter(it -> it.residence().isPresent()
                        && it.name().isEmpty()
                        && it.born().isEmpty()
                        && it.sex().isEmpty()
                        && it.number().isEmpty())
                .isPresent();
    }

    private static String query(Map<String, String> asked, Line line) {
        asked.put("source", "population_database");
        asked.put("document", "Danh sách đối chiếu DC-" + line.list());
        line.answer().ifPresent(it -> asked.put("received_on", new Writing(VIETNAMESE).dayOf(it.at())));
        return asked.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String written(LocalDate day) {
        return new Writing(VIETNAMESE).day(day);
    }
}
