package org.ansinh.parquet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.Link;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.SubjectKind;
import org.ansinh.timeline.DateRange;

/** What is known of people as four tables in a folder: who there is, their facts, bonds and decisions. The columns are in docs/guide/columns.md. */
final class PeopleTables implements Closeable {

    static final String SUBJECTS = "subjects.parquet";
    private static final String FACTS = "facts.parquet";
    private static final String BONDS = "bonds.parquet";
    private static final String DECISIONS = "decisions.parquet";
    private static final String RESIDENCE = "residence";
    private static final String VILLAGE = "village";

    private static final List<Field> OF_SUBJECTS =
            List.of(Field.words("kind"), Field.whole("number"), Field.words("name"));
    private static final List<Field> OF_FACTS = List.of(
            Field.words("kind"),
            Field.whole("subject"),
            Field.words("fact"),
            Field.day("from"),
            Field.day("to"),
            Field.words("value"),
            Field.whole("number"),
            Field.words("source"),
            Field.whole("recording"),
            Field.words("known_at"));
    private static final List<Field> OF_BONDS =
            List.of(Field.words("bond"), Field.whole("one"), Field.whole("other"), Field.day("from"), Field.day("to"));
    private static final List<Field> OF_DECISIONS = List.of(
            Field.words("kind"),
            Field.whole("subject"),
            Field.words("programme"),
            Field.day("signed"),
            Field.day("from"),
            Field.day("to"));

    private final LawPack pack;
    private final List<TableWriter> tables;
    private final Map<SubjectKind, Integer> before = new EnumMap<>(SubjectKind.class);

    PeopleTables(LawPack pack, Path folder) throws IOException {
        this.pack = pack;
        Files.createDirectories(folder);
        var about = Map.of("pack", pack.hash());
        this.tables = List.of(
                new TableWriter(folder.resolve(SUBJECTS), OF_SUBJECTS, about),
                new TableWriter(folder.resolve(FACTS), OF_FACTS, about),
                new TableWriter(folder.resolve(BONDS), OF_BONDS, about),
                new TableWriter(folder.resolve(DECISIONS), OF_DECISIONS, about));
    }

    /** One more book, whose subjects are numbered on; {@code names} are what they are called where they come from. */
    void add(FactBook book, Map<SubjectId, String> names) throws IOException {
        for (var kind : SubjectKind.values()) {
            for (int place = 0; place < book.countOf(kind); place++) {
                var name = names.getOrDefault(book.subjectAt(kind, place), "");
                tables.get(0).row(kind.word(), number(kind, place), name);
                facts(book, kind, place);
                decisions(book, kind, place);
                bonds(book, kind, place);
            }
        }
        for (var kind : SubjectKind.values()) {
            before.merge(kind, book.countOf(kind), Integer::sum);
        }
    }

    private Long number(SubjectKind kind, int place) {
        return before.getOrDefault(kind, 0) + place + 1L;
    }

    private void facts(FactBook book, SubjectKind kind, int place) throws IOException {
        for (var fact : pack.dictionary().facts()) {
            if (fact.subject() == kind && !fact.many()) {
                for (int i = book.factBegin(fact, place); i < book.factEnd(fact, place); i++) {
                    fact(book, fact, i, number(kind, place));
                }
            }
        }
    }

    private void fact(FactBook book, FactDefinition fact, int entry, Long subject) throws IOException {
        long value = book.valueAt(fact, entry);
        var provenance = book.provenanceAt(fact, entry);
        tables.get(1)
                .row(
                        fact.subject().word(),
                        subject,
                        fact.id(),
                        book.factFrom(fact, entry),
                        book.factTo(fact, entry),
                        pack.dictionary().written(fact.type(), value),
                        value,
                        provenance.source(),
                        provenance.recording(),
                        provenance.knownAt().map(Instant::toString).orElse(""));
    }

    private void bonds(FactBook book, SubjectKind kind, int place) throws IOException {
        switch (kind) {
            case PERSON -> {
                bonds(book, Link.RESIDENCE, RESIDENCE, SubjectKind.HOUSEHOLD, place);
                for (var relation : pack.dictionary().relations()) {
                    if (relation.inverseOf().isEmpty()) {
                        bonds(book, Link.of(relation), relation.id(), SubjectKind.PERSON, place);
                    }
                }
            }
            case HOUSEHOLD -> bonds(book, Link.VILLAGE, VILLAGE, SubjectKind.VILLAGE, place);
            case VILLAGE -> {
                // Nothing is bound to anything from a village.
            }
        }
    }

    private void bonds(FactBook book, Link link, String bond, SubjectKind other, int place) throws IOException {
        var kind = link.equals(Link.VILLAGE) ? SubjectKind.HOUSEHOLD : SubjectKind.PERSON;
        for (int i = book.linkBegin(link, place); i < book.linkEnd(link, place); i++) {
            tables.get(2)
                    .row(
                            bond,
                            number(kind, place),
                            number(other, book.linkTarget(link, i)),
                            book.linkFrom(link, i),
                            book.linkTo(link, i));
        }
    }

    private void decisions(FactBook book, SubjectKind kind, int place) throws IOException {
        int programme = 0;
        for (var id : pack.programmes().keySet()) {
            for (int i = book.decisionBegin(kind, place, programme);
                    i < book.decisionEnd(kind, place, programme);
                    i++) {
                tables.get(3)
                        .row(
                                kind.word(),
                                number(kind, place),
                                id,
                                book.decisionSigned(kind, i),
                                book.decisionFrom(kind, i),
                                book.decisionTo(kind, i));
            }
            programme++;
        }
    }

    @Override
    public void close() throws IOException {
        for (var table : tables) {
            table.close();
        }
    }

    /** Everybody in a folder as one book in the terms of a law; what the law does not know is refused. */
    static FactBook read(LawPack pack, Path folder) throws IOException {
        var book = FactBook.of(pack);
        TableReader.each(
                folder.resolve(SUBJECTS), OF_SUBJECTS, row -> book.subject(subject((String) row[0], (Long) row[1])));
        TableReader.each(
                folder.resolve(FACTS),
                OF_FACTS,
                row -> book.fact(
                        subject((String) row[0], (Long) row[1]),
                        (String) row[2],
                        days(row[3], row[4]),
                        (String) row[5],
                        new Provenance((String) row[7], (Long) row[8], moment((String) row[9]))));
        TableReader.each(folder.resolve(BONDS), OF_BONDS, row -> {
            int one = Math.toIntExact((Long) row[1]);
            int other = Math.toIntExact((Long) row[2]);
            var during = days(row[3], row[4]);
            switch ((String) row[0]) {
                case RESIDENCE -> book.residence(SubjectId.person(one), SubjectId.household(other), during);
                case VILLAGE -> book.village(SubjectId.household(one), SubjectId.village(other), during);
                default -> book.relation((String) row[0], SubjectId.person(one), SubjectId.person(other), during);
            }
        });
        TableReader.each(
                folder.resolve(DECISIONS),
                OF_DECISIONS,
                row -> book.decision(
                        subject((String) row[0], (Long) row[1]),
                        (String) row[2],
                        new Decision(day(row[3]), days(row[4], row[5]))));
        return book.build();
    }

    private static Optional<Instant> moment(String written) {
        return written.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(written));
    }

    private static SubjectId subject(String word, Long number) {
        for (var kind : SubjectKind.values()) {
            if (kind.word().equals(word)) {
                return new SubjectId(kind, Math.toIntExact(number));
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no kind of subject; write person, household or village.".formatted(word));
    }

    private static DateRange days(Object from, Object to) {
        return new DateRange(day(from), day(to));
    }

    private static LocalDate day(Object day) {
        return LocalDate.ofEpochDay((Integer) day);
    }
}
