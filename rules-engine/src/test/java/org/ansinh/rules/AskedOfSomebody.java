package org.ansinh.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ansinh.rules.determination.Answer;
import org.ansinh.rules.facts.FactBook;
import org.ansinh.rules.facts.FactBookBuilder;
import org.ansinh.rules.facts.Provenance;
import org.ansinh.rules.facts.SubjectId;
import org.ansinh.timeline.DateRange;

/** Expressions asked of somebody one by one: each is a provision of one law, whose answer is what the expression says. */
final class AskedOfSomebody {

    static final DateRange ALWAYS = DateRange.always();

    private AskedOfSomebody() {}

    /** One line of a table: {@code expected} is a number, a day, đồng (5d), yes, no, or ? for not known. */
    record Row(String when, String facts, LocalDate day, String expected) {

        static Row of(String line) {
            var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(cells.get(0), cells.get(1), LocalDate.parse(cells.get(2)), cells.get(3));
        }

        /** The fact that a value is compared with; nothing where the expression itself says yes or no. */
        Optional<String> wanted() {
            return switch (expected) {
                case "yes", "no", "?" -> Optional.empty();
                default -> Optional.of(expected.endsWith("d") ? "due" : expected.indexOf('-', 1) > 0 ? "then" : "want");
            };
        }

        String condition() {
            return wanted().map(it -> "(%s) == person.%s".formatted(when, it)).orElse(when);
        }

        Answer answer() {
            return switch (expected) {
                case "no" -> Answer.NOT_MET;
                case "?" -> Answer.UNDETERMINED;
                default -> Answer.MET;
            };
        }
    }

    static PackOnPaper dictionary(Path folder) {
        return PackOnPaper.in(folder)
                .write("dictionary/bonds.yaml", """
                        relations:
                          - {id: person.raises, label: NAME, from: person, to: person}
                        """)
                .facts(
                        "id: person.a, type: day, when_absent: ask",
                        "id: person.b, type: day, when_absent: ask",
                        "id: person.then, type: day, when_absent: ask",
                        "id: person.n, type: int, range: {min: -1000, max: 1000}, when_absent: ask",
                        "id: person.m, type: int, range: {min: 1, max: 1000}, when_absent: ask",
                        "id: person.rate, type: int, range: {min: 0, max: 100}, when_absent: ask",
                        "id: person.want, type: int, range: {min: -4000000, max: 4000000}, when_absent: ask",
                        "id: person.money, type: dong, range: {min: -1000000000, max: 1000000000}, when_absent: ask",
                        "id: person.due, type: dong, range: {min: -1000000000, max: 1000000000}, when_absent: ask",
                        "id: person.share, type: decimal, range: {min: -100, max: 100}, when_absent: ask",
                        "id: person.yes, type: bool, when_absent: ask")
                .write("parameters/steps.yaml", """
                        id: law.steps
                        label: NAME
                        type: dong
                        by: int
                        values: [{from: 2020-01-01, BASIS, rows: {0: 1, 1..20: 20, 21..60: 60, 61..: 100}}]
                        """);
    }

    static Law law(PackOnPaper paper, List<Row> rows) {
        return paper.programme(
                        "all", programme(rows.stream().map(Row::condition).toList()))
                .law();
    }

    static String programme(List<String> conditions) {
        var provisions = new StringBuilder();
        for (int i = 0; i < conditions.size(); i++) {
            provisions.append("""
                      - id: p%d
                        says: NAME
                        from: 2020-01-01
                        basis: {instrument: 1/2021/NĐ-CP, article: 2}
                        certainty: confirmed
                        conditions: [{id: c%d, says: NAME, when: "%s", else: not_so}]
                        start: {rule: month_of_signature}
                    """.formatted(i, i, conditions.get(i)));
        }
        return """
                id: all
                label: NAME
                subject: person
                kind: right
                period: standing
                payee: beneficiary
                provisions:
                %scombine: {rule: sum}
                """.formatted(provisions);
    }

    static void born(FactBookBuilder book, SubjectId person) {
        say(book, person, Map.of("born", "1990-01-01"));
    }

    static void say(FactBookBuilder book, SubjectId person, Map<String, String> facts) {
        facts.forEach((name, value) -> book.fact(person, "person." + name, ALWAYS, value, Provenance.UNSTATED));
    }

    /** What each provision answers for somebody on a day. */
    static List<Answer> answers(Law law, FactBook facts, int person, LocalDate day) {
        return law
                .determiner()
                .determine(facts, SubjectId.person(person), "all", new DateRange(day, day))
                .reasons()
                .on(day)
                .orElseThrow()
                .provisions()
                .stream()
                .map(it -> it.answer())
                .toList();
    }
}
