package org.ansinh.app.determination.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ansinh.app.determination.AssumedFact;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.FactBookBuilder;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.rules.pack.ValueType;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/** Rows of the registry's face as a book of explained facts, in the terms of one law pack. Facts the pack does not know are passed over. */
final class BookOfRows {

    private final PackWords words;
    private final FactBookBuilder book;
    private final List<AssumedFact> assumed;

    /** Every fact with its source; what is assumed wins over what is known for its days. */
    BookOfRows(LawPack pack, List<AssumedFact> assumed) {
        this.words = new PackWords(pack);
        this.book = FactBook.of(pack);
        this.assumed = assumed;
    }

    FactBook build() {
        for (var fact : assumed) {
            book.fact(fact.subject(), fact.fact(), fact.days(), fact.value(), Provenance.UNSTATED);
        }
        return book.build();
    }

    /** Columns: person_id, born, born_precision, sex, ethnic_group, died_on, source, recording, at. */
    void identity(ResultSet row) throws SQLException {
        var person = SubjectId.person(row.getInt("person_id"));
        var always = DateRange.startingOn(DateRange.FIRST_DAY);
        var source = source(row);
        book.subject(person);
        var born = words.assumedDay(row.getObject("born", LocalDate.class), row.getString("born_precision"));
        carried(person, "person.born", always, born.toEpochDay(), source);
        enumerated(person, "person.sex", always, row.getString("sex"), source);
        enumerated(person, "person.ethnic_group", always, row.getString("ethnic_group"), source);
        var died = row.getObject("died_on", LocalDate.class);
        if (died != null) {
            carried(person, "person.died_on", always, died.toEpochDay(), source);
        }
    }

    private void enumerated(SubjectId subject, String fact, DateRange days, @Nullable String value, Provenance source) {
        var definition = words.fact(fact);
        var ordinal = definition == null ? null : words.ordinal(definition.type(), value);
        if (ordinal != null) {
            carried(subject, fact, days, ordinal, source);
        }
    }

    /** What is not assumed otherwise. */
    private void carried(SubjectId subject, String fact, DateRange days, long value, Provenance source) {
        var definition = words.fact(fact);
        if (definition == null) {
            return;
        }
        var left = List.of(days);
        for (var other : assumed) {
            if (other.subject().equals(subject) && other.fact().equals(fact)) {
                left = left.stream().flatMap(it -> without(it, other.days())).toList();
            }
        }
        left.forEach(it -> book.fact(subject, definition, it, value, source));
    }

    private static Stream<DateRange> without(DateRange days, DateRange taken) {
        if (days.overlapWith(taken).isEmpty()) {
            return Stream.of(days);
        }
        var before = days.from().isBefore(taken.from())
                ? Stream.of(new DateRange(days.from(), taken.from().minusDays(1)))
                : Stream.<DateRange>empty();
        var after = days.to().isAfter(taken.to())
                ? Stream.of(new DateRange(taken.to().plusDays(1), days.to()))
                : Stream.<DateRange>empty();
        return Stream.concat(before, after);
    }

    /** Columns of face_fact_now with lower and upper as from_day and to_day (null: open), and subject. */
    void fact(SubjectId subject, ResultSet row) throws SQLException {
        var fact = row.getString("fact");
        var days = days(row);
        if (fact.endsWith(".decision")) {
            var programme = row.getString("instance");
            if (words.knowsProgramme(programme)) {
                book.decision(subject, programme, new Decision(row.getObject("day", LocalDate.class), days));
            }
            return;
        }
        if (fact.equals("household.village")) {
            book.village(subject, SubjectId.village((int) row.getLong("whole")), days);
        }
        var definition = words.fact(fact);
        if (definition != null && !definition.many()) {
            valueOf(definition.type(), row).ifPresent(value -> carried(subject, fact, days, value, source(row)));
        }
    }

    private Optional<Long> valueOf(ValueType type, ResultSet row) throws SQLException {
        return switch (type.kind()) {
            case BOOL, INT, DONG, DECIMAL -> Optional.of(row.getLong("whole"));
            case DAY -> Optional.of(row.getObject("day", LocalDate.class).toEpochDay());
            case ENUM -> Optional.ofNullable(words.ordinal(type, row.getString("words")));
            case TEXT -> Optional.empty();
        };
    }

    void residence(ResultSet row) throws SQLException {
        book.residence(
                SubjectId.person(row.getInt("person_id")), SubjectId.household(row.getInt("household_id")), days(row));
    }

    void relation(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        if (words.knowsRelation(kind)) {
            book.relation(
                    kind, SubjectId.person(row.getInt("from_id")), SubjectId.person(row.getInt("to_id")), days(row));
        }
    }

    private static Provenance source(ResultSet row) {
        try {
            var at = row.getTimestamp("at");
            return new Provenance(
                    row.getString("source") == null ? "" : row.getString("source"),
                    row.getLong("recording"),
                    at == null ? Optional.empty() : Optional.of(at.toInstant()));
        } catch (SQLException trouble) {
            throw new IllegalStateException("A fact was read without its source.", trouble);
        }
    }

    private static DateRange days(ResultSet row) throws SQLException {
        var from = row.getObject("from_day", LocalDate.class);
        var to = row.getObject("to_day", LocalDate.class);
        return new DateRange(from == null ? DateRange.FIRST_DAY : from, to == null ? DateRange.LAST_DAY : to);
    }
}
