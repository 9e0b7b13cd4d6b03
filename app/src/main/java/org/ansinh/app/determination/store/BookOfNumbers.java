package org.ansinh.app.determination.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.ansinh.rules.facts.Decision;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.FactBookBuilder;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.rules.pack.FactDefinition;
import org.ansinh.rules.pack.LawPack;
import org.ansinh.timeline.DateRange;
import org.jspecify.annotations.Nullable;

/**
 * A book of facts for runs over everybody: no sources, nothing assumed, columns by place and days as numbers since 1970 (null: open). Facts the pack does not know
 * are passed over.
 */
final class BookOfNumbers {

    private static final int FIRST = (int) DateRange.FIRST_DAY.toEpochDay();
    private static final int LAST = (int) DateRange.LAST_DAY.toEpochDay();

    private final PackWords words;
    private final FactBookBuilder book;
    private final FactNumbers numbers;
    private final Map<Integer, Known> known = new HashMap<>();

    /** What a fact's number stands for, found once: a province has millions of rows and some hundred facts. */
    private record Known(@Nullable FactDefinition definition, boolean isDecision, boolean isVillage) {
        private static final Known NOTHING = new Known(null, false, false);
    }

    BookOfNumbers(LawPack pack, FactNumbers numbers) {
        this.words = new PackWords(pack);
        this.book = FactBook.of(pack);
        this.numbers = numbers;
        numbers.facts().forEach((number, name) -> known.put(number, known(name)));
    }

    private Known known(String name) {
        var definition = words.fact(name);
        return new Known(
                definition == null || definition.many() ? null : definition,
                name.endsWith(".decision"),
                name.equals("household.village"));
    }

    FactBook build() {
        return book.build();
    }

    /** Columns: person, born, its precision, sex, ethnic group, died. */
    void identity(ResultSet row) throws SQLException {
        var place = book.subject(SubjectId.person(row.getInt(1)));
        var born = row.getInt(2);
        var precision = row.getString(3);
        if (!precision.equals("day")) {
            born = (int) words.assumedDay(LocalDate.ofEpochDay(born), precision).toEpochDay();
        }
        always("person.born", place, born);
        enumerated("person.sex", place, row.getString(4));
        enumerated("person.ethnic_group", place, row.getString(5));
        var died = row.getInt(6);
        if (!row.wasNull()) {
            always("person.died_on", place, died);
        }
    }

    private void always(String fact, int place, long value) {
        var definition = words.fact(fact);
        if (definition != null) {
            book.factAt(definition, place, FIRST, LAST, value, Provenance.UNSTATED);
        }
    }

    private void enumerated(String fact, int place, @Nullable String word) {
        var definition = words.fact(fact);
        var ordinal = definition == null ? null : words.ordinal(definition.type(), word);
        if (ordinal != null) {
            always(fact, place, ordinal);
        }
    }

    /** Columns: subject, fact, which of several, first day, last day, whole, day, words. */
    void fact(SubjectId subject, ResultSet row) throws SQLException {
        var number = row.getInt(2);
        var fact = known.getOrDefault(number, Known.NOTHING);
        if (fact.isDecision()) {
            decision(subject, numbers.instance(number, row.getInt(3)), row);
            return;
        }
        if (fact.isVillage()) {
            book.village(subject, SubjectId.village((int) row.getLong(6)), days(row, 4));
        }
        if (fact.definition() != null) {
            value(subject, fact.definition(), row, 4);
        }
    }

    /** Columns: village, name of the fact, first day, last day, whole, day, words. */
    void ofVillage(ResultSet row) throws SQLException {
        var definition = words.fact(row.getString(2));
        if (definition != null) {
            value(SubjectId.village(row.getInt(1)), definition, row, 3);
        }
    }

    private void value(SubjectId subject, FactDefinition fact, ResultSet row, int days) throws SQLException {
        Long value = switch (fact.type().kind()) {
            case BOOL, INT, DONG, DECIMAL -> row.getLong(days + 2);
            case DAY -> (long) row.getInt(days + 3);
            case ENUM -> words.ordinal(fact.type(), row.getString(days + 4));
            case TEXT -> null;
        };
        if (value != null) {
            book.factAt(fact, book.subject(subject), from(row, days), to(row, days + 1), value, Provenance.UNSTATED);
        }
    }

    private void decision(SubjectId subject, String programme, ResultSet row) throws SQLException {
        if (words.knowsProgramme(programme)) {
            book.decision(subject, programme, new Decision(LocalDate.ofEpochDay(row.getInt(7)), days(row, 4)));
        }
    }

    /** Columns: person, household, first day, last day. */
    void residence(ResultSet row) throws SQLException {
        book.residence(SubjectId.person(row.getInt(1)), SubjectId.household(row.getInt(2)), days(row, 3));
    }

    /** Columns: from, to, kind, first day, last day. */
    void relation(ResultSet row) throws SQLException {
        var kind = row.getString(3);
        if (words.knowsRelation(kind)) {
            book.relation(kind, SubjectId.person(row.getInt(1)), SubjectId.person(row.getInt(2)), days(row, 4));
        }
    }

    private static DateRange days(ResultSet row, int from) throws SQLException {
        return new DateRange(LocalDate.ofEpochDay(from(row, from)), LocalDate.ofEpochDay(to(row, from + 1)));
    }

    private static int from(ResultSet row, int column) throws SQLException {
        var day = row.getInt(column);
        return row.wasNull() ? FIRST : day;
    }

    private static int to(ResultSet row, int column) throws SQLException {
        var day = row.getInt(column);
        return row.wasNull() ? LAST : day;
    }
}
