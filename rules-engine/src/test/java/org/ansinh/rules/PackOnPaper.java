package org.ansinh.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ansinh.rules.cases.Cases;
import org.ansinh.rules.pack.CanIgnoreReturnValue;
import org.ansinh.rules.pack.Problem;

/** A small pack written down in a test, so that the law and what follows from it stand side by side. */
final class PackOnPaper {

    private static final String HEADER = """
            id: paper
            version: 1.0.0
            jurisdiction: VN
            covers: {from: 2020-01-01, confirmed_through: 2026-12-31}
            needs_engine: 1
            life: {born: person.born, died: person.died_on}
            """;
    private static final String INSTRUMENT = """
            number: 1/2021/NĐ-CP
            kind: decree
            title: {vi: Nghị định thử, en: Test decree}
            issuer: {vi: Chính phủ, en: Government}
            signed: 2020-01-01
            in_force: 2020-01-01
            certainty: confirmed
            source: invented for tests
            """;
    private static final String IDENTITY = """
            facts:
              - {id: person.born, label: {vi: Ngày sinh, en: Born}, type: day, when_absent: ask}
              - {id: person.died_on, label: {vi: Ngày mất, en: Died on}, type: day, when_absent: {value: 9999-12-31, says: {vi: Còn sống, en: Alive}}}
            """;

    private final Path folder;

    private PackOnPaper(Path folder) {
        this.folder = folder;
    }

    static PackOnPaper in(Path folder) {
        return new PackOnPaper(folder)
                .write("pack.yaml", HEADER)
                .write("instruments/1.yaml", INSTRUMENT)
                .write("dictionary/identity.yaml", IDENTITY);
    }

    /** {@code BASIS} stands for a place in the test decree and its certainty, {@code NAME} for texts in both languages. */
    @CanIgnoreReturnValue
    PackOnPaper write(String file, String text) {
        var path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(
                    path,
                    text.replaceAll(
                                    "(?m)^( *)BASIS$",
                                    "$1basis: {instrument: 1/2021/NĐ-CP, article: 1}\n$1certainty: confirmed")
                            .replace("BASIS", "basis: {instrument: 1/2021/NĐ-CP, article: 1}, certainty: confirmed")
                            .replace("NAME", "{vi: Tên, en: Name}"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        return this;
    }

    /** A dictionary of these facts, one a line, without their labels. */
    @CanIgnoreReturnValue
    PackOnPaper facts(String... facts) {
        var text = new StringBuilder("facts:\n");
        for (var fact : facts) {
            text.append("  - {label: NAME, ").append(fact).append("}\n");
        }
        return write("dictionary/more.yaml", text.toString());
    }

    @CanIgnoreReturnValue
    PackOnPaper enumeration(String id, String... values) {
        var text = new StringBuilder("enumerations:\n  - id: %s\n    label: NAME\n    values:\n".formatted(id));
        for (var value : values) {
            text.append("      - {id: %s, label: {vi: %s, en: %s}}%n".formatted(value, value, value));
        }
        return write("dictionary/%s.yaml".formatted(id), text.toString());
    }

    /** A figure of one value for ever. */
    @CanIgnoreReturnValue
    PackOnPaper figure(String id, String type, String value) {
        return write(
                "parameters/%s.yaml".formatted(id),
                "{id: %s, label: NAME, type: %s, values: [{from: 2020-01-01, value: %s, BASIS}]}%n"
                        .formatted(id, type, value));
    }

    /** A monthly right of persons with one condition and one amount. */
    @CanIgnoreReturnValue
    PackOnPaper right(String id, String when, String amount) {
        return programme(id, """
                        id: %s
                        label: NAME
                        subject: person
                        kind: right
                        period: month
                        payee: beneficiary
                        provisions:
                          - id: only
                            says: NAME
                            from: 2020-01-01
                            basis: {instrument: 1/2021/NĐ-CP, article: 2}
                            certainty: confirmed
                            conditions: [{id: so, says: NAME, when: "%s", else: not_so}]
                            amount: "%s"
                            start: {rule: month_of_signature}
                        """.formatted(id, when, amount));
    }

    @CanIgnoreReturnValue
    PackOnPaper programme(String id, String rules) {
        return write("programmes/%s/rules.yaml".formatted(id), rules)
                .write("programmes/%s/reasons.yaml".formatted(id), "not_so: NAME\n");
    }

    List<Problem> problems() {
        return Law.check(folder).problems();
    }

    Law law() {
        return Law.load(folder);
    }

    /** Runs cases of a programme, which must all hold. */
    void holds(String programme, String cases) {
        write("programmes/%s/cases.yaml".formatted(programme), cases);
        var law = law();
        var report = Cases.run(folder, law.pack(), law.determiner());
        assertThat(report.failures()).isEmpty();
        assertThat(report.cases()).isPositive();
    }

    void isRefused(String because) {
        assertThat(problems()).anySatisfy(it -> assertThat(it.message()).contains(because));
    }
}
