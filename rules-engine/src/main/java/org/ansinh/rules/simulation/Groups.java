package org.ansinh.rules.simulation;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.SubjectKind;

/** To which groups a subject belongs in a month: as things are on its last day, people ageing by the calendar. */
final class Groups {

    private static final String NOT_SAID = "?";
    private static final List<String> FACTS = List.of("person.sex", "person.ethnic_group", "household.class");
    private static final int[] BANDS = {0, 3, 6, 16, 18, 22, 35, 60, 75, 80};

    private final LawPack pack;
    private final FactBook book;
    private final Map<SubjectId, String> communes;

    Groups(LawPack pack, Cases.Asked asked) {
        this.pack = pack;
        this.book = asked.facts();
        this.communes = asked.communes();
    }

    Map<String, String> of(SubjectId subject, YearMonth month) {
        var day = month.atEndOfMonth();
        var groups = new LinkedHashMap<String, String>();
        groups.put("all", "");
        groups.put("month", month.toString());
        int household = household(subject, day);
        groups.put("commune", commune(household, day));
        for (var id : FACTS) {
            pack.dictionary().fact(id).ifPresent(fact -> {
                if (fact.subject() == SubjectKind.HOUSEHOLD) {
                    groups.put(id, household < 0 ? NOT_SAID : value(id, household, day));
                } else if (subject.kind() == SubjectKind.PERSON) {
                    groups.put(id, value(id, book.placeOf(subject), day));
                }
            });
        }
        if (subject.kind() == SubjectKind.PERSON) {
            pack.header().life().ifPresent(it -> groups.put("age", age(it.born(), book.placeOf(subject), day)));
        }
        return groups;
    }

    private int household(SubjectId subject, LocalDate day) {
        return subject.kind() == SubjectKind.HOUSEHOLD
                ? book.placeOf(subject)
                : linked(Link.RESIDENCE, book.placeOf(subject), day);
    }

    private int linked(Link link, int place, LocalDate day) {
        int entry = book.linkAt(link, place, (int) day.toEpochDay());
        return entry < 0 ? -1 : book.linkTarget(link, entry);
    }

    private String commune(int household, LocalDate day) {
        int village = household < 0 ? -1 : linked(Link.VILLAGE, household, day);
        return village < 0 ? NOT_SAID : communes.getOrDefault(book.subjectAt(SubjectKind.VILLAGE, village), NOT_SAID);
    }

    /** What the fact says, or what its absence means. */
    private String value(String id, int place, LocalDate day) {
        var fact = pack.dictionary().fact(id).orElseThrow();
        int entry = book.factAt(fact, place, (int) day.toEpochDay());
        return entry >= 0
                ? pack.dictionary().written(fact.type(), book.valueAt(fact, entry))
                : fact.whenAbsent().value().isPresent()
                        ? pack.dictionary()
                                .written(fact.type(), fact.whenAbsent().value().getAsLong())
                        : NOT_SAID;
    }

    private String age(String born, int place, LocalDate day) {
        var fact = pack.dictionary().fact(born).orElseThrow();
        int entry = book.factAt(fact, place, (int) day.toEpochDay());
        return Optional.of(entry)
                .filter(it -> it >= 0)
                .map(it -> Period.between(LocalDate.ofEpochDay(book.valueAt(fact, it)), day)
                        .getYears())
                .map(Groups::band)
                .orElse(NOT_SAID);
    }

    private static String band(int age) {
        for (int i = BANDS.length - 1; i > 0; i--) {
            if (age >= BANDS[i]) {
                return i == BANDS.length - 1
                        ? "%02d+".formatted(BANDS[i])
                        : "%02d-%02d".formatted(BANDS[i], BANDS[i + 1] - 1);
            }
        }
        return "%02d-%02d".formatted(BANDS[0], BANDS[1] - 1);
    }
}
