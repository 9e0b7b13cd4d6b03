package org.ansinh.app.determination.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.ValueType;
import org.jspecify.annotations.Nullable;

/** What the registry's words mean in the terms of one law pack: facts by name, values of lists by place. */
final class PackWords {

    private final LawPack pack;
    private final Map<String, FactDefinition> facts = new HashMap<>();
    private final Map<String, Map<String, Long>> ordinals = new HashMap<>();

    PackWords(LawPack pack) {
        this.pack = pack;
        pack.dictionary().facts().forEach(it -> facts.put(it.id(), it));
        pack.dictionary().enumerations().forEach((id, list) -> {
            var places = new HashMap<String, Long>();
            list.values().forEach(value -> places.put(value.id(), (long) list.ordinalOf(value.id())));
            ordinals.put(id, places);
        });
    }

    /** None where the pack does not know the fact. */
    @Nullable
    FactDefinition fact(String id) {
        return facts.get(id);
    }

    /** None where the pack's list does not have the word. */
    @Nullable
    Long ordinal(ValueType type, @Nullable String word) {
        return word == null
                ? null
                : ordinals.getOrDefault(type.enumeration().orElseThrow(), Map.of())
                        .get(word);
    }

    boolean knowsProgramme(String id) {
        return pack.programme(id).isPresent();
    }

    boolean knowsRelation(String id) {
        return pack.dictionary().relation(id).isPresent();
    }

    /** Which day stands for a birth known by month or year only is a rule of the pack. */
    LocalDate assumedDay(LocalDate born, String precision) {
        var rule = pack.header().birthPrecision().get(precision);
        if (rule == null) {
            return born;
        }
        var first = rule.day() == LawPack.BirthPrecision.Day.FIRST;
        return switch (precision) {
            case "year" -> first ? born.withDayOfYear(1) : born.withDayOfYear(born.lengthOfYear());
            case "month" -> first ? born.withDayOfMonth(1) : born.withDayOfMonth(born.lengthOfMonth());
            default -> born;
        };
    }
}
