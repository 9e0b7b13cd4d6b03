package org.ansinh.rules.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole pack as read: complete, every name known, every figure cited. */
public record LawPack(
        Header header,
        Map<String, Instrument> instruments,
        Map<String, Parameter> parameters,
        Map<String, Table> tables,
        Dictionary dictionary,
        Map<String, Programme> programmes,
        List<Exclusive> exclusive,
        List<Handling> handling,
        List<FormSheet> sheets,
        String hash) {

    /** {@code pack.yaml}. */
    public record Header(
            String id,
            String version,
            String jurisdiction,
            LocalDate coversFrom,
            LocalDate confirmedThrough,
            int needsEngine,
            Optional<Life> life,
            Map<String, BirthPrecision> birthPrecision) {}

    /** The facts that say when a person's life begins and ends. */
    public record Life(String born, String died) {}

    /** Which day stands for a birth known only by month or by year. */
    public record BirthPrecision(Day day, Basis basis, Certainty certainty) {
        /** The day taken. */
        public enum Day {
            FIRST,
            LAST
        }
    }

    /** Law that is known to be there and was not found, by the programme it belongs to. */
    public record Hole(Programme programme, Provision provision, Text says) {}

    public List<Hole> holes() {
        return programmes.values().stream()
                .flatMap(programme -> programme.provisions().stream()
                        .flatMap(it -> it.hole().stream().map(says -> new Hole(programme, it, says))))
                .toList();
    }

    /** What belongs to a programme and stands nowhere in the pack, and why. */
    public record Lacking(Programme programme, Programme.Lack lack) {}

    public List<Lacking> lacking() {
        return programmes.values().stream()
                .flatMap(programme -> programme.procedure().lacks().stream().map(it -> new Lacking(programme, it)))
                .toList();
    }

    /** What becomes of signed decisions of a programme. */
    public List<Handling> handlingOf(String programme) {
        return handling.stream()
                .filter(it -> it.programmes().contains(programme))
                .toList();
    }

    /** What stands on a form of a programme; empty where nobody of this pack has its wording. */
    public Optional<FormSheet> sheetOf(String programme, String code) {
        return sheets.stream()
                .filter(it -> it.code().equals(code) && it.programmes().contains(programme))
                .findFirst();
    }

    /** A form that a programme names and whose wording stands nowhere in the pack. */
    public record Unworded(Programme programme, Programme.Form form) {}

    public List<Unworded> unworded() {
        return programmes.values().stream()
                .flatMap(programme -> programme.procedure().forms().stream()
                        .filter(it -> sheetOf(programme.id(), it.code()).isEmpty())
                        .map(it -> new Unworded(programme, it)))
                .toList();
    }

    /** The same law with other figures and programmes. */
    public LawPack with(Map<String, Parameter> otherParameters, Map<String, Programme> otherProgrammes) {
        return new LawPack(
                header,
                instruments,
                otherParameters,
                tables,
                dictionary,
                otherProgrammes,
                exclusive,
                handling,
                sheets,
                hash);
    }

    public Optional<Parameter> parameter(String id) {
        return Optional.ofNullable(parameters.get(id));
    }

    public Optional<Table> table(String id) {
        return Optional.ofNullable(tables.get(id));
    }

    public Optional<Programme> programme(String id) {
        return Optional.ofNullable(programmes.get(id));
    }
}
